import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mapWork } from '../../../src/core/sources/crossref/mapWork.ts';
import { mapDoi } from '../../../src/core/sources/datacite/mapDoi.ts';
import { cslTypes, type CitationRecord } from '../../../src/core/record/record.ts';

const corpus = process.env['CITATION_CORPUS'];

interface Recorded {
  readonly file: string;
  readonly body: Readonly<Record<string, unknown>>;
}

type Json = Readonly<Record<string, unknown>>;

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readBodies(folder: string): readonly { readonly file: string; readonly body: unknown }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json') && file !== 'index.json')
    .flatMap((file) => {
      try {
        return [{ file, body: JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown }];
      } catch {
        // Recorded errors are plain text under any name.
        return [];
      }
    });
}

/** Every Crossref work in a body: single, in a list, bare, or as CSL JSON. */
function worksOf(folder: string): readonly Recorded[] {
  return readBodies(folder).flatMap(({ file, body }) => {
    const message = isJson(body) && 'message' in body ? body['message'] : body;
    const works: unknown = isJson(message) && Array.isArray(message['items']) ? message['items'] : message;
    return (Array.isArray(works) ? (works as unknown[]) : [works])
      .filter(isJson)
      .filter((work) => typeof work['DOI'] === 'string' && typeof work['type'] === 'string')
      .map((work) => ({ file, body: work }));
  });
}

/** Every DataCite DOI's attributes in a body: single, in a list, or as its own JSON format. */
function doisOf(folder: string): readonly Recorded[] {
  return readBodies(folder).flatMap(({ file, body }) => {
    if (!isJson(body)) return [];
    const data: unknown[] = Array.isArray(body['data'])
      ? (body['data'] as unknown[])
      : [body['data'] ?? body];
    return data
      .filter(isJson)
      .map((resource) =>
        isJson(resource['attributes']) ? { doi: resource['id'], ...resource['attributes'] } : resource,
      )
      .filter((attributes) => Array.isArray(attributes['creators']) && Array.isArray(attributes['titles']))
      .map((attributes) => ({ file, body: attributes }));
  });
}

function letters(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

function texts(value: unknown): readonly string[] {
  return (Array.isArray(value) ? (value as unknown[]) : [value])
    .filter((text) => typeof text === 'string')
    .filter((text) => text.trim() !== '');
}

function assertSound({ csl, provenance }: CitationRecord): void {
  assert.ok(cslTypes.includes(csl.type), csl.type);
  assert.match(csl.DOI ?? '', /^10\.\S/);
  assert.equal(csl.DOI, csl.DOI?.toLowerCase());
  const tags = csl.title.replaceAll(/<\/?(?:i|b|sub|sup)>/g, '');
  assert.doesNotMatch(tags, /<\/?[a-z]+[^<>]*>|&(?:amp|lt|gt|#\d+);|\s{2}|\n/, csl.title);
  for (const field of Object.keys(csl))
    if (field !== 'id' && field !== 'custom') assert.ok(provenance[field], field);
}

describe(`recorded records${corpus === undefined ? ' (not run: CITATION_CORPUS is not set)' : ''}`, () => {
  before(function () {
    if (corpus === undefined) this.skip();
  });

  it('of Crossref arrive with title, names, year, container, pages and identifiers', () => {
    const works = worksOf(join(corpus ?? '', 'crossref'));
    assert.ok(works.length > 300, String(works.length));
    for (const { file, body } of works) {
      const record = mapWork(body, 'crossref');
      assert.ok(record, file);
      const about = `${file} ${record.csl.id}`;
      assertSound(record);
      const { csl } = record;
      const title = texts(body['title'])[0];
      assert.equal(
        csl.title !== '',
        title !== undefined ||
          texts(body['original-title']).length > 0 ||
          texts(body['short-title']).length > 0 ||
          (body['type'] === 'journal-issue' && texts(body['container-title']).length > 0),
        about,
      );
      const names = (Array.isArray(body['author']) ? (body['author'] as unknown[]) : [])
        .filter(isJson)
        .filter((name) => name['family'] ?? name['given'] ?? name['name'] ?? name['literal']);
      assert.equal(csl.author?.length ?? 0, names.length, about);
      names.forEach((name, place) => {
        const own = csl.author?.[place];
        assert.equal(
          letters(`${own?.family ?? ''}${own?.given ?? ''}${own?.literal ?? ''}`),
          letters(texts(name['family'] ?? name['literal'] ?? name['name'] ?? name['given'])[0] ?? '') +
            (name['family'] === undefined ? '' : letters(texts(name['given'])[0] ?? '')),
          about,
        );
      });
      const issued = isJson(body['issued']) ? JSON.stringify(body['issued']['date-parts']) : '';
      if (/\d{4}/.test(issued)) assert.ok(csl.issued?.['date-parts']?.[0]?.[0], about);
      const containers = texts(body['container-title']);
      if (containers.length > 0) assert.ok(csl['container-title'] ?? csl['collection-title'], about);
      const page = texts(body['page'])[0];
      if (page !== undefined && !/n\/a/i.test(page)) assert.ok(csl.page, about);
      if (texts(body['ISSN']).length > 0) assert.match(csl.ISSN ?? '', /^\d{4}-\d{3}[\dX]$/, about);
    }
  });

  it('of DataCite arrive with title, names, year and identifiers', () => {
    const dois = doisOf(join(corpus ?? '', 'datacite'));
    assert.ok(dois.length > 50, String(dois.length));
    for (const { file, body } of dois) {
      const record = mapDoi(body);
      assert.ok(record, file);
      assertSound(record);
      const { csl } = record;
      assert.notEqual(csl.title, '', file);
      const creators = (body['creators'] as unknown[])
        .filter(isJson)
        .filter((creator) => !/^\(?:/.test(texts(creator['name'])[0] ?? ':'));
      assert.ok((csl.author?.length ?? 0) >= creators.length, file);
      if (typeof body['publicationYear'] === 'number' && body['publicationYear'] > 0)
        assert.ok(csl.issued, file);
      const publisher = texts(isJson(body['publisher']) ? body['publisher']['name'] : body['publisher'])[0];
      if (publisher !== undefined && !publisher.startsWith(':') && !publisher.startsWith('(:'))
        assert.equal(letters(csl.publisher ?? ''), letters(publisher), file);
    }
  });
});
