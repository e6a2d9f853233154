import { strict as assert } from 'node:assert';
import { asList, asObject, asText } from '../../../src/core/sources/json.ts';
import { listGenres } from '../../../src/core/sources/rakuten/genres.ts';
import { mapEbook } from '../../../src/core/sources/rakuten/mapEbook.ts';
import { rakutenKobo } from '../../../src/core/sources/rakuten/rakutenKobo.ts';
import { describeCorpus, listBodies, readBody } from '../../support/corpus.ts';
import { createContext, createFakeHttp } from '../../support/fakeHttp.ts';

const credentials = { applicationId: 'x', accessKey: 'x', site: 'https://example.org' };

function search(body: string, status = 200) {
  const context = createContext(rakutenKobo, createFakeHttp(() => ({ body, status })), credentials);
  return rakutenKobo.search?.find({ words: 'ruby' }, { size: 30 }, context);
} // prettier-ignore

function fold(text: string | undefined): string {
  return (text ?? '').normalize('NFKC').replaceAll(/\s/g, '');
}

/** Checks that what an ebook says reaches its record. */
function checkEbook(book: Readonly<Record<string, unknown>>): void {
  const record = mapEbook(book);
  assert.ok(record);
  const { csl } = record;
  const text = (name: string): string => asText(book[name]) ?? '';
  assert.ok(fold(csl.title).startsWith(fold(text('title'))), 'title');
  if (text('subTitle') !== '') assert.ok(fold(csl.title).endsWith(fold(text('subTitle'))), 'subtitle');
  assert.equal(fold(csl.publisher), fold(text('publisherName')), 'publisher');
  assert.equal(csl.issued?.['date-parts']?.[0]?.length, 3, 'date');
  assert.ok(csl.note?.includes(text('itemNumber')), 'item number');
  assert.equal(csl.URL, text('itemUrl').replace('http:', 'https:'), 'address');
  assert.equal(csl.language, text('language').toLowerCase(), 'language');
  const people = [...(csl.author ?? []), ...(csl.editor ?? []), ...(csl.translator ?? [])];
  const written = people.map(({ family = '', given = '', literal = '' }) => fold(family + given + literal));
  // Every person of the text, roles and repetitions left out.
  const stated = fold(text('author')).split('/').map((part) => part.replace(/\((?:著|訳|監修)\)$/, ''));
  for (const part of stated) assert.ok(written.join('').includes(part), part);
  assert.equal(csl.ISBN, undefined);
} // prettier-ignore

describeCorpus('Rakuten', () => {
  for (const path of listBodies('rakuten', /kobo-ebooksearch.*\.json$/)) {
    it(`${path} is a page and loses no ebook`, async () => {
      const body = readBody(path);
      const { count, Items, page, pageCount, GenreInformation } = asObject(JSON.parse(body));
      const found = await search(body);
      assert.ok(found);
      assert.equal(found.total, count);
      assert.equal(found.records.length, asList(Items).length);
      assert.equal(found.next !== undefined, Number(page) < Number(pageCount));
      for (const item of asList(Items).map(asObject))
        checkEbook('Item' in item ? asObject(item['Item']) : item);
      const genres = asList(asObject(asList(GenreInformation)[0])['children']);
      const context = createContext(
        rakutenKobo,
        createFakeHttp(() => ({ body })),
        credentials,
      );
      const counted = await listGenres('101', { words: 'ruby' }, context);
      assert.ok(counted.length === genres.length && counted.every((genre) => genre.count !== undefined));
    });
  }

  it('kobo-genresearch-v1-nested-2026.json is a genre', async () => {
    const http = createFakeHttp(() => ({ body: readBody('rakuten/kobo-genresearch-v1-nested-2026.json') }));
    const genres = await listGenres('101901', { words: '' }, createContext(rakutenKobo, http, credentials));
    assert.deepEqual([genres.length, genres[0]?.id], [7, '101901001']);
  });

  const kinds: Readonly<Record<string, string>> = {
    'error-400-accesskey.json': 'credentials',
    'error-400-applicationId-2019.json': 'credentials',
    'error-401-token.json': 'credentials',
    'error-403-client-ip.json': 'credentials',
    'error-403-referrer-missing.json': 'credentials',
    'error-403-referrer-not-allowed.json': 'credentials',
    'error-429-seed.json': 'rate-limited',
  };
  for (const path of listBodies('rakuten', /error-(?!404).*/)) {
    const file = path.slice('rakuten/'.length);
    const kind = kinds[file] ?? 'http';
    it(`${path} is ${kind}`, async () => {
      await assert.rejects(async () => search(readBody(path), Number(file.slice(6, 9))), { kind });
    });
  }

  it('error-404-seed.json is an empty page', async () => {
    assert.deepEqual((await search(readBody('rakuten/error-404-seed.json'), 404))?.records, []);
  });
});
