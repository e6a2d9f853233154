import { strict as assert } from 'node:assert';
import type { CitationRecord } from '../../../src/core/record/record.ts';
import { kaken } from '../../../src/core/sources/kaken/kaken.ts';
import { readGrants } from '../../../src/core/sources/kaken/readGrants.ts';
import { describeCorpus, readBody } from '../../support/corpus.ts';
import { createContext, createFakeHttp } from '../../support/fakeHttp.ts';

/** The text of every element of this name, white space collapsed and references resolved. */
function textsOf(xml: string, name: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<${name}(?: [^>]*[^/])?>([^<]*)</${name}>`, 'g'))].map((match) =>
    (match[1] ?? '').replaceAll(/\s+/g, ' ').replaceAll('&amp;', '&').trim(),
  );
}

/** Checks that what a reported work says reaches its record. */
function checkWork(work: CitationRecord | undefined, product: string): void {
  assert.ok(work);
  const { csl } = work;
  assert.deepEqual([csl.title], textsOf(product, 'title'));
  assert.deepEqual([csl.DOI].filter((doi) => doi !== undefined), textsOf(product, 'doi'));
  assert.deepEqual([csl['container-title']].filter((title) => title !== undefined), textsOf(product, 'journalTitle'));
  assert.deepEqual([csl['event-title']].filter((title) => title !== undefined), textsOf(product, 'organizer'));
  const [volume] = textsOf(product, 'volume').map((text) => text.replace(/\(.*/, ''));
  assert.equal(csl.volume, volume === '-' ? undefined : volume);
  const [first] = textsOf(product, 'pages').map((text) => text.split('-')[0]);
  if (first !== undefined && first !== '') assert.equal(csl.page?.split('-')[0], first);
  assert.equal(csl.issued?.['date-parts']?.[0]?.[0], Number(textsOf(product, 'year')[0]));
  for (const { family = '', given = '', literal = '' } of csl.author ?? []) {
    const written = textsOf(product, 'author').join().replaceAll(/[\s,]/g, '');
    const parts = [family, given, literal].map((part) => part.replaceAll(/[\s,]/g, ''));
    for (const part of parts) assert.ok(written.includes(part), part);
  }
  assert.ok((csl.author ?? []).length > 0);
} // prettier-ignore

const path = 'cinii/kaken-opensearch-2026-02-17.xml';

describeCorpus('KAKEN', () => {
  it(`${path} loses no project and no work`, () => {
    const body = readBody(path);
    const grants = readGrants(body);
    assert.equal(grants?.total, 1);
    const [grant] = grants.grants;
    assert.equal(grant?.project.csl.number, 'JP19KK0341');
    const reported = /<productList>(.*?)<\/productList>/s.exec(body)?.[1] ?? '';
    const products = reported.split(/(?=<product )/).filter((product) => /type="(?:journal_article|presentation)"/.test(product));
    assert.equal(grant.works.length, products.length);
    for (const [index, product] of products.entries()) checkWork(grant.works[index], product);
  }); // prettier-ignore

  for (const [file, status, kind] of [
    ['cinii/kaken-throttled-200.xml', 200, 'rate-limited'],
    ['cinii/error-kaken-403-appid.xml', 403, 'credentials'],
  ] as const) {
    it(`${file} is ${kind}`, async () => {
      const http = createFakeHttp(() => ({ status, body: readBody(file) }));
      const context = createContext(kaken, http, { appid: 'x' });
      await assert.rejects(async () => kaken.search?.find({ words: 'x' }, { size: 20 }, context), { kind });
    });
  }
});
