import { strict as assert } from 'node:assert';
import { cinii } from '../../../src/core/sources/cinii/cinii.ts';
import { mapWork } from '../../../src/core/sources/cinii/mapWork.ts';
import { readRdf } from '../../../src/core/sources/cinii/rdf.ts';
import { readBook } from '../../../src/core/sources/cinii/readBook.ts';
import { readHit } from '../../../src/core/sources/cinii/readHit.ts';
import { readRecord } from '../../../src/core/sources/cinii/readRecord.ts';
import type { CiniiWork } from '../../../src/core/sources/cinii/work.ts';
import { asList, asObject, asText } from '../../../src/core/sources/json.ts';
import { describeCorpus, listBodies, readBody } from '../../support/corpus.ts';
import { createContext, createFakeHttp } from '../../support/fakeHttp.ts';

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Every value of a body that `path` finds, as text. */
function textsIn(body: string, pattern: RegExp): readonly string[] {
  return [...body.matchAll(pattern)].map((match) => match[1] ?? '');
}

/** Checks that what `source` says of a work reaches its record. */
function checkWork(work: CiniiWork | undefined, source: string): void {
  // The journal's own catalogue number is not the article's.
  const body = source.replaceAll(/<publicationIdentifier [^>]*NCID">[^<]*/g, '').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
  assert.ok(work, 'no work');
  const record = mapWork(work);
  assert.ok(record, 'no record');
  const { csl } = record;
  assert.ok(csl.title !== '' && fold(body).includes(fold(csl.title)), `title ${csl.title}`);
  const people = [...(csl.author ?? []), ...(csl.editor ?? []), ...(csl.translator ?? []), ...(csl.contributor ?? [])];
  for (const { family = '', given = '', literal = '' } of people) {
    assert.ok(fold(body).includes(fold(`${family}${given}${literal}`)), `${family} ${given} ${literal}`);
  }
  const noted = csl.note?.split(/[,;]/).length ?? 0;
  assert.ok(people.length + noted >= work.creators.length, 'people');
  if (work.creators.length === 0 && work.statement !== undefined) assert.ok(people.length > 0, 'people of the statement');
  const year = /\d{4}/.exec(work.date ?? '')?.[0];
  assert.equal(csl.issued?.['date-parts']?.[0]?.[0], year === undefined ? undefined : Number(year), 'date');
  for (const [name, field] of [['DOI', csl.DOI], ['ISBN', csl.ISBN], ['ISSN', csl.ISSN], ['NCID', csl.custom?.ncid], ['NAID', csl.custom?.naid]] as const) {
    const stated = textsIn(body, new RegExp(String.raw`(?:"cir:${name}","@value":"|datatype="(?:cir:|\S*/)${name}">|urn:${name.toLowerCase()}:)([^"<]+)`, 'g'));
    if (name === 'ISSN' && stated.length === 0) continue;
    if (stated.length > 0) assert.ok(stated.map(fold).includes(fold(field ?? '')), name);
  }
  const places = textsIn(body, /<prism:(?:publicationName|volume|startingPage)>([^<]+)/g);
  for (const place of places) assert.ok(JSON.stringify(csl).includes(place), place);
} // prettier-ignore

describeCorpus('CiNii', () => {
  for (const path of listBodies('cinii', /\.rss$/)) {
    it(`${path} loses no hit`, () => {
      const body = readBody(path);
      const items = (readRdf(body) ?? []).filter((node) => node['@type'] === 'item');
      const sources = body.split(/(?=<item )/).slice(1);
      assert.equal(items.length, textsIn(body, /<rdf:li rdf:resource="([^"]+)"/g).length);
      for (const [index, item] of items.entries()) checkWork(readHit(item), sources[index] ?? '');
    });
  }

  for (const path of listBodies('cinii', /(?:projects|old-cinii)[^/]*\.json$/)) {
    it(`${path} loses no hit`, () => {
      const body = asObject(JSON.parse(readBody(path)));
      const channel = asObject(asList(body['@graph'])[0] ?? body);
      const items = asList(channel['items']);
      assert.ok(items.length > 0);
      for (const item of items) checkWork(readHit(item), JSON.stringify(item));
    });
  }

  for (const path of listBodies('cinii', /cir-crid.*\.rdf$/)) {
    it(`${path} loses nothing`, () => {
      const body = readBody(path);
      checkWork(readRecord(readRdf(body)?.[0]), body);
    });
  }

  for (const path of listBodies('cinii', /books-record.*\.rdf$/)) {
    it(`${path} loses nothing`, () => {
      const body = readBody(path);
      const work = readBook(body);
      checkWork(work, body);
      assert.equal(work?.ncid, /record-(\w+)-/.exec(path)?.[1]);
      const [makers = []] = [body.match(/<foaf:Person/g) ?? undefined];
      assert.equal(work?.creators.length, makers.length);
    });
  }

  it('weko-synthetic-crid.json loses nothing', () => {
    const { response } = asObject(JSON.parse(readBody('cinii/weko-synthetic-crid.json')));
    checkWork(readRecord(response), JSON.stringify(response));
  });

  it('cir-v2-projects-19KK0341-ja-2026.json is a page', async () => {
    const body = readBody('cinii/cir-v2-projects-19KK0341-ja-2026.json');
    const context = createContext(cinii, createFakeHttp(() => ({ body })), { appid: 'x' });
    const page = await cinii.search?.find({ words: '19KK0341' }, { size: 20 }, context);
    assert.deepEqual([page?.total, page?.next, page?.records.length], [1, undefined, 1]);
    assert.equal(asText(page?.records[0]?.csl.URL), 'https://cir.nii.ac.jp/crid/1040848250614322432');
  }); // prettier-ignore

  for (const path of listBodies('cinii', /books-record-BB02488158.*\.rdf$/)) {
    it(`${path} resolves`, async () => {
      const http = createFakeHttp(() => ({ body: readBody(path) }));
      const record = await cinii.resolve({ kind: 'ncid', id: 'BB02488158' }, createContext(cinii, http, { appid: 'x' }));
      assert.equal(record?.csl.ISBN, '9784873114521');
      assert.equal(record.csl.translator?.length, 1);
    }); // prettier-ignore
  }

  it('error-kaken-403-appid.xml and books-search-empty-q-2023.error.xml fail as they should', async () => {
    for (const [path, status, kind] of [
      ['cinii/error-kaken-403-appid.xml', 403, 'credentials'],
      ['cinii/books-search-empty-q-2023.error.xml', 400, 'http'],
    ] as const) {
      const http = createFakeHttp(() => ({ status, body: readBody(path) }));
      await assert.rejects(
        cinii.resolve({ kind: 'doi', id: '10.1000/a' }, createContext(cinii, http, { appid: 'x' })),
        { kind },
      );
    }
  });
});
