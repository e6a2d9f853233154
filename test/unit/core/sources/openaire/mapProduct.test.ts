import { strict as assert } from 'node:assert';
import { mapProduct } from '../../../../../src/core/sources/openaire/mapProduct.ts';
import { instance, pid, product } from '../../../../support/openaireProduct.ts';

describe('mapProduct', () => {
  it('keeps the TeX that formulas of titles bring', () => {
    const mainTitle = 'On <math alttext="\\pi"><mi>π</mi></math>';
    const csl = mapProduct(product({ mainTitle, subTitle: 'A start' }))?.csl;
    assert.equal(csl?.title, 'On π: A start');
    assert.deepEqual(csl.custom?.titleFormulas, [{ at: 3, text: 'π', tex: '\\pi' }]);
  });

  it('takes the first of January for the year alone', () => {
    assert.deepEqual(mapProduct(product({ publicationDate: '2019-01-01' }))?.csl.issued, { 'date-parts': [[2019]] });
    assert.deepEqual(mapProduct(product({ publicationDate: '2020-06-01' }))?.csl.issued, { 'date-parts': [[2020, 6, 1]] });
  }); // prettier-ignore

  it('reads the container, one page as a page and a lone start as an article number', () => {
    const container = { name: 'Geoderma', vol: '438', sp: '116636', issnPrinted: '00167061' };
    const csl = mapProduct(
      product({ container, sources: ['Geoderma, Vol 438, Iss 2, Pp 116636- (2023)'] }),
    )?.csl;
    assert.deepEqual(
      [csl?.['container-title'], csl?.volume, csl?.issue, csl?.number, csl?.page, csl?.ISSN],
      ['Geoderma', '438', '2', '116636', undefined, '0016-7061'],
    );
    assert.equal(mapProduct(product({ container: { sp: '173', ep: '173' } }))?.csl.page, '173');
    assert.equal(mapProduct(product({ container: { sp: '12', ep: '22' } }))?.csl.page, '12-22');
  });

  it('chooses among the DOIs of a merged product', () => {
    const merged = product({
      pids: [pid('doi', '10.5281/zenodo.1'), pid('doi', 'https://doi.org/10.1000/Article')],
      instances: [instance('Article', { refereed: 'peerReviewed', pids: [pid('doi', '10.1000/article')] })],
    });
    assert.equal(mapProduct(merged)?.csl.DOI, '10.1000/article');
    assert.equal(mapProduct(merged, '10.5281/zenodo.1')?.csl.DOI, '10.5281/zenodo.1');
    assert.equal(mapProduct(merged, '10.1/other')?.csl.DOI, '10.1000/article');
  });

  it('keeps the other identifiers, and a handle as address', () => {
    const pids = [pid('pmid', '33560914'), pid('pmc', '8024784'), pid('arXiv', '2101.00001v2'), pid('handle', '2142/73')];
    const csl = mapProduct(product({ pids }))?.csl;
    assert.deepEqual(
      [csl?.PMID, csl?.PMCID, csl?.custom?.eprint, csl?.custom?.eprintType, csl?.URL],
      ['33560914', 'PMC8024784', '2101.00001', 'arXiv', 'https://hdl.handle.net/2142/73'],
    );
  }); // prettier-ignore

  const arxiv = [pid('doi', '10.48550/arxiv.2101.00001')];
  const kinds: readonly (readonly [string, Readonly<Record<string, unknown>>, string, string?])[] = [
    ['a catch-all beside a telling label', { instances: [instance('Other literature type'), instance('Book')] }, 'book'],
    ['the majority', { instances: [instance('Preprint'), instance('Article'), instance('Article')], container: { name: 'X' } }, 'article-journal'],
    ['the reviewed one', { instances: [instance('Preprint'), instance('Preprint'), instance('Conference object', { refereed: 'peerReviewed' })] }, 'paper-conference'],
    ['an article with nothing but an arXiv DOI', { pids: arxiv, instances: [instance('Article')] }, 'article', 'Preprint'],
    ['a master thesis', { instances: [instance('Master thesis')] }, 'thesis', "Master's thesis"],
    ['a doctoral thesis', { instances: [instance('Doctoral thesis')] }, 'thesis', 'Doctoral thesis'],
    ['a deliverable', { instances: [instance('Project deliverable')] }, 'report', 'Project deliverable'],
    ['a review without a journal', { instances: [instance('Review')] }, 'review'],
    ['a dataset without a label', { type: 'dataset' }, 'dataset'],
    ['a publication of which nothing is known', {}, 'document'],
  ]; // prettier-ignore
  for (const [what, members, type, genre] of kinds) {
    it(`calls ${what} ${type}`, () => {
      const csl = mapProduct(product(members))?.csl;
      assert.deepEqual([csl?.type, csl?.genre], [type, genre]);
    });
  }

  it('cleans titles, abstracts and addresses', () => {
    const record = mapProduct(
      product({
        mainTitle: ' Effects of <i>Cuscuta</i> &amp; others',
        descriptions: ['<jats:p>First.</jats:p>'],
        language: { code: 'ces/cze', label: 'Czech' },
        subjects: [
          { subject: { scheme: 'FOS', value: '0301 basic medicine' }, provenance: null },
          { subject: { scheme: 'keyword', value: 'Nicotiana' }, provenance: null },
        ],
        instances: [instance('Article', { urls: ['https://example.org/?a=1&amp;b=2'], license: 'CC BY' })],
        bestAccessRight: { label: 'OPEN' },
        indicators: { citationImpact: { citationCount: 14.0 } },
      }),
    );
    assert.equal(record?.csl.title, 'Effects of <i>Cuscuta</i> & others');
    assert.equal(record.csl.abstract, 'First.');
    assert.equal(record.csl.language, 'cs');
    assert.equal(record.csl.keyword, 'Nicotiana');
    assert.equal(record.csl.URL, 'https://example.org/?a=1&b=2');
    assert.deepEqual(record.facts, {
      citedBy: 14,
      licence: 'CC BY',
      openAccess: true,
      credit: 'OpenAIRE Graph (CC BY 4.0)',
    });
  });

  it('has no record for a product without a title', () => {
    assert.equal(mapProduct(product({ mainTitle: null })), undefined);
    assert.equal(mapProduct('nonsense'), undefined);
  });
});
