import { strict as assert } from 'node:assert';
import { asList, asObject, asText } from '../../../src/core/sources/json.ts';
import { mapProduct } from '../../../src/core/sources/openaire/mapProduct.ts';
import { openaire } from '../../../src/core/sources/openaire/openaire.ts';
import { findProjects } from '../../../src/core/sources/openaire/projects.ts';
import { describeCorpus, listBodies, readBody } from '../../support/corpus.ts';
import { createContext, createFakeHttp } from '../../support/fakeHttp.ts';

/** Letters and digits only, so that markup, entities and composition do not matter. */
function fold(text: string | undefined): string {
  return (text ?? '')
    .replaceAll(/<[^>]+>|&\w+;/g, '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function valuesOf(pids: unknown, scheme: string): readonly string[] {
  return asList(pids)
    .map(asObject)
    .filter((pid) => fold(asText(pid['scheme'])) === scheme)
    .map((pid) => (asText(pid['value']) ?? '').toLowerCase().replace('https://doi.org/', ''));
}

/** Checks that what a product says reaches its record. */
function checkProduct(product: Readonly<Record<string, unknown>>): void {
  const record = mapProduct(product);
  assert.ok(record, 'no record');
  const { csl } = record;
  assert.ok(fold(csl.title).startsWith(fold(asText(product['mainTitle']))), 'title');
  const authors = asList(product['authors']).map(asObject);
  assert.equal((csl.author ?? []).length, authors.length, 'number of authors');
  const ranked = authors.toSorted((a, b) => Number(a['rank']) - Number(b['rank']));
  for (const [index, author] of ranked.entries()) {
    const { family = '', given = '', suffix = '', literal = '' } = csl.author?.[index] ?? {};
    const words = (text: string): string => text.split(/[\s,]+/).map(fold).toSorted().join(' ').trim(); // prettier-ignore
    assert.equal(
      words(`${family} ${given} ${suffix} ${literal}`),
      words(asText(author['fullName']) ?? ''),
      `author ${String(index)}`,
    );
  }
  const date = asText(product['publicationDate'])?.replace(/-01-01$/, '');
  const issued = csl.issued?.['date-parts']?.[0]?.map((part) => String(part).padStart(2, '0')).join('-');
  assert.equal(issued, date, 'date');
  const container = asObject(product['container']);
  if (asText(container['name']) !== undefined) {
    assert.equal(fold(csl['container-title']), fold(asText(container['name'])), 'container');
  }
  if (asText(container['vol']) !== undefined) assert.equal(csl.volume, asText(container['vol']), 'volume');
  const first = asText(container['sp']);
  if (first !== undefined) assert.ok((csl.page ?? csl.number)?.startsWith(first), 'pages');
  const dois = valuesOf(product['pids'], 'doi');
  if (dois.length > 0) assert.ok(dois.includes(csl.DOI ?? ''), 'DOI');
  for (const doi of dois) assert.equal(mapProduct(product, doi)?.csl.DOI, doi);
  assert.equal(csl.PMID, valuesOf(product['pids'], 'pmid')[0], 'PMID');
  assert.equal(csl.PMCID?.toLowerCase(), valuesOf(product['pids'], 'pmc')[0], 'PMCID');
}

describeCorpus('OpenAIRE', () => {
  for (const path of listBodies(
    'openaire',
    /graph-v\d\/.*(?:record|article|search)|docs-examples\/research/,
  )) {
    it(`${path} loses nothing`, () => {
      const body = asObject(JSON.parse(readBody(path)));
      for (const product of asList(body['results'] ?? body)) checkProduct(asObject(product));
    });
  }

  for (const path of ['graph-v3/search-crispr-5.json', 'graph-v1/search-no-hits.json', 'graph-v1/search-past-the-end.json']) {
    it(`${path} is a page`, async () => {
      const body = readBody(`openaire/${path}`);
      const context = createContext(openaire, createFakeHttp(() => ({ body })));
      const page = await openaire.search?.find({ words: 'x' }, { size: 5 }, context);
      const { header, results } = asObject(JSON.parse(body));
      assert.ok(page);
      assert.equal(page.total, asObject(header)['numFound']);
      assert.equal(page.records.length, asList(results).length);
      assert.equal(page.next !== undefined, page.records.length > 0);
    });
  } // prettier-ignore

  it('graph-v1/error-404-unknown-id.json says that OpenAIRE does not answer', async () => {
    const http = createFakeHttp(() => ({ status: 404, body: readBody('openaire/graph-v1/error-404-unknown-id.json') }));
    await assert.rejects(openaire.resolve({ kind: 'doi', id: '10.1000/a' }, createContext(openaire, http)), {
      kind: 'http',
      message: /Research product with id: nonsense not found/,
    });
  }); // prettier-ignore

  it('graph-v1/horizon-projects-2.json holds projects', async () => {
    const http = createFakeHttp(() => ({ body: readBody('openaire/graph-v1/horizon-projects-2.json') }));
    const projects = await findProjects('horizon', undefined, createContext(openaire, http));
    assert.equal(projects.length, 2);
    assert.ok(projects.every(({ code, title }) => code !== '' && title !== ''));
  });
});
