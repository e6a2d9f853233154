import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { describeInvalid } from '../../../../src/core/identifiers/describeInvalid.ts';
import { identifierUrl } from '../../../../src/core/identifiers/identifierUrl.ts';
import { normalizeDoi, parseIdentifier } from '../../../../src/core/identifiers/parseIdentifier.ts';

/** Declares one test for each input: it is read as the identifier written `kind id`, or as none. */
function itReads(inputs: readonly (readonly [input: string, expected: string | undefined])[]): void {
  for (const [input, expected] of inputs) {
    it(`${JSON.stringify(input)} → ${expected ?? 'none'}`, () => {
      const found = parseIdentifier(input);
      assert.equal(found === undefined ? undefined : `${found.kind} ${found.id}`, expected);
    });
  }
}

const abc = 'doi 10.1000/abc';
const sici = 'doi 10.1002/(sici)1096-8644(199808)106:4<483::aid-ajpa4>3.0.co;2-k';
const elsevier = 'doi 10.1016/s0022-0248(96)00511-8';
const springer = 'doi 10.1007/978-3-030-02671-4_7';

describe('parseIdentifier', () => {
  describe('a DOI and what it is announced by', () => {
    itReads([
      ['10.1000/abc', abc],
      ['10.1000/ABC', abc],
      ['  10.1000/abc\n', abc],
      ['doi:10.1000/abc', abc],
      ['DOI: 10.1000/abc', abc],
      ['DOI 10.1000/abc', abc],
      ['DO  - 10.1000/abc', abc],
      ['doi : 10.1000/abc', abc],
      ['DOI=10.1000/abc', abc],
      ['DOI:doi:10.1000/abc', abc],
      ['DOI：10.1000/abc', abc],
      ['Digital Object Identifier (DOI): 10.1000/abc', abc],
      ['Available at: https://doi.org/10.1000/abc', abc],
      ['Retrieved from https://doi.org/10.1000/abc.', abc],
      ['https://doi.org/10.1000/abc', abc],
      ['http://dx.doi.org/10.1000/abc', abc],
      ['https://www.doi.org/10.1000/abc', abc],
      ['doi.org/10.1000/abc', abc],
      ['dx.doi.org/10.1000/abc', abc],
      ['//doi.org/10.1000/abc', abc],
      ['https:/doi.org/10.1000/abc', abc],
      ['https://doi.org/doi:10.1000/abc', abc],
      ['https://doi.org/https://doi.org/10.1000/abc', abc],
      ['doi:https://doi.org/10.1000/abc', abc],
      ['https://doi.org/ 10.1000/abc', abc],
      ['https%3A%2F%2Fdoi.org%2F10.1000%2Fabc', abc],
      ['urn:doi:10.1000/abc', abc],
      ['info:doi/10.1000/abc', abc],
      ['hdl:10.1000/abc', abc],
      ['https://hdl.handle.net/10.1000/abc', abc],
      ['https://doi-org.proxy.uni.edu/10.1000/abc', abc],
      ['https://doi.org.ezproxy.uni.edu/10.1000/abc', abc],
      ['https://proxy.uni.edu/login?url=https://doi.org/10.1000/abc', abc],
      ['https://doi.acm.org/10.1000/abc', abc],
      ['http://dx.doi.net/10.1000/abc', abc],
      ['/10.1000/abc', abc],
      ['https://doi.org//10.1000/abc', abc],
      ['https//doi.org/10.1000/abc', abc],
      ['htpps://doi.org/10.1000/abc', abc],
      ['doi.org 10.1000/abc', abc],
      ['doi.org: 10.1000/abc', abc],
      ['(DOI) 10.1000/abc', abc],
      ['D0I: 10.1000/abc', abc],
      ['HTTP://DX.D0I.ORG/10.1000/ABC', abc],
      ['https://doi.org/DOI 10.1000/abc', abc],
      ['https://doi.org/doi.org/10.1000/abc', abc],
      ['10.1000/10.1000/abc', abc],
      ['10.1000/doi:10.1000/abc', abc],
      ['10.1000/https://doi.org/10.1000/abc', abc],
      ['DOI\n10.1000/abc', abc],
      ['@doi:10.1000/abc', abc],
      ['[@doi:10.1000/abc]', abc],
      ['[@doi:10.1000/abc, p. 5]', abc],
      ['doi://10.1000/abc', abc],
      ['//10.1000/abc', abc],
      ['D.O.I.: 10.1000/abc', abc],
      ['http:doi.org/10.1000/abc', abc],
      ['https:://doi.org/10.1000/abc', abc],
      ['https://doi.org:443/10.1000/abc', abc],
      ['https://doi.org./10.1000/abc', abc],
      ['http://dx.doi.org/DOI:%2010.1000/abc', abc],
      ['arXiv:10.48550/arXiv.2101.00001', 'doi 10.48550/arxiv.2101.00001'],
      ['shortdoi:10/abc', 'doi 10/abc'],
      ['1. 10.1000/abc', abc],
      ['[12] doi:10.1000/abc', abc],
      ['10.231/JIM.0b013e31820bab4c', 'doi 10.231/jim.0b013e31820bab4c'],
      ['10.10.123/456', 'doi 10.10.123/456'],
      ['10.1000.10/123', 'doi 10.1000.10/123'],
      ['10.978.86123/45678', 'doi 10.978.86123/45678'],
      ['10.48550/arXiv.2101.00001', 'doi 10.48550/arxiv.2101.00001'],
    ]);
  });

  describe('a DOI and what it is wrapped in', () => {
    itReads([
      ['<https://doi.org/10.1000/abc>', abc],
      ['"10.1000/abc"', abc],
      ['“10.1000/abc”', abc],
      ["'10.1000/abc'", abc],
      ['`10.1000/abc`', abc],
      ['(10.1000/abc)', abc],
      ['[10.1000/abc]', abc],
      ['{10.1000/abc}', abc],
      ['（10.1000/abc）', abc],
      ['「10.1000/abc」', abc],
      ['**10.1000/abc**', abc],
      ['_10.1000/abc_', abc],
      ['- 10.1000/abc', abc],
      ['(doi:10.1000/abc).', abc],
      ['[text](https://doi.org/10.1000/abc)', abc],
      ['[some text](https://doi.org/10.1000/abc "title")', abc],
      ['[10.1000/abc](https://doi.org/10.1000/abc)', abc],
      ['[x](<https://doi.org/10.1000/abc>)', abc],
      [
        '[![DOI](https://zenodo.org/badge/DOI/10.5281/zenodo.12.svg)](https://doi.org/10.5281/zenodo.12)',
        'doi 10.5281/zenodo.12',
      ],
      ['![DOI](https://zenodo.org/badge/DOI/10.5281/zenodo.12.svg)', 'doi 10.5281/zenodo.12'],
      [
        'https://img.shields.io/badge/DOI-10.1007%2Fs00423--015--1364--1-blue',
        'doi 10.1007/s00423-015-1364-1',
      ],
      ['[1]: https://doi.org/10.1000/abc', abc],
      ['[[https://doi.org/10.1000/abc][some text]]', abc],
      ['`some text <https://doi.org/10.1000/abc>`_', abc],
      [':doi:`10.1000/abc`', abc],
      ['{doi}`10.1000/abc`', abc],
      ['https://doi.org/10.1000/abc[some text]', abc],
      ['\\doi{10.1000/abc}', abc],
      ['\\url{https://doi.org/10.1000/abc}', abc],
      ['\\href{https://doi.org/10.1000/abc}{some text}', abc],
      ['doi = {10.1000/abc},', abc],
      ['doi = "10.1000/abc"', abc],
      ['url={https://doi.org/10.1000/abc}', abc],
      ['"DOI": "10.1000/abc",', abc],
      ['<doi>10.1000/abc</doi>', abc],
      ['<a href="https://doi.org/10.1000/abc" target="_blank">some text</a>', abc],
      ['&lt;https://doi.org/10.1000/abc&gt;', abc],
      ['<meta name="citation_doi" content="10.1000/abc">', abc],
      ['#link("https://doi.org/10.1000/abc")[some text]', abc],
      ['\\parencite[see][12]{10.1000/abc}', abc],
      ['LID - 10.1000/abc [doi]', abc],
      ['DI 10.1000/abc', abc],
      ['%R 10.1000/abc', abc],
    ]);
  });

  describe('a DOI with escapes and dirt in it', () => {
    itReads([
      ['10.1002/(SICI)1096-8644(199808)106:4<483::AID-AJPA4>3.0.CO;2-K', sici],
      ['10.1002/(SICI)1096-8644(199808)106:4&lt;483::AID-AJPA4&gt;3.0.CO;2-K', sici],
      ['10.1002/(SICI)1096-8644(199808)106:4%3C483::AID-AJPA4%3E3.0.CO%3B2-K', sici],
      ['10.1002/(SICI)1096-8644(199808)106:4{\\textless}483::AID-AJPA4{\\textgreater}3.0.CO;2-K', sici],
      ['10.1002/(SICI)1096-8644(199808)106:4$<$483::AID-AJPA4$>$3.0.CO;2-K', sici],
      ['10.1002/%28SICI%291096-8644%28199808%29106%3A4%3C483%3A%3AAID-AJPA4%3E3.0.CO%3B2-K', sici],
      ['https://doi.org/10.1002/(SICI)1096-8644(199808)106:4<483::AID-AJPA4>3.0.CO;2-K.', sici],
      [
        '10.1002/(SICI)1521-3951(199709)203:1<5::AID-PSSB5>3.0.CO;2-#',
        'doi 10.1002/(sici)1521-3951(199709)203:1<5::aid-pssb5>3.0.co;2-#',
      ],
      ['https://doi.org/10.1016%2FS0022-0248%2896%2900511-8', elsevier],
      ['https://doi.org/10.1016%252FS0022-0248(96)00511-8', elsevier],
      ['10.1016/S0022-0248 (96) 00511-8', elsevier],
      ['10.1016/ S0022-0248(96)00511-8', elsevier],
      ['10. 1016/S0022-0248(96)00511-8', elsevier],
      ['10.1016/S0022-\n0248(96)00511-8', elsevier],
      ['10.1016/S0022-\u200b0248(96)\u00AD00511-8', elsevier],
      ['10.1016/S0022‐0248(96)00511–8', elsevier],
      ['10.1016/–S0022', 'doi 10.1016/-s0022'],
      ['１０．１０１６／Ｓ００２２－０２４８（９６）００５１１－８', elsevier],
      ['10.1007/978-3-030-02671-4\\_7', springer],
      ['10.1007/978-3-030-02671-4{\\_}7', springer],
      ['10.1007/978-3-030-02671-4\\textunderscore{}7', springer],
      ['10.1007/978-3-030-02671-4%5F7', springer],
      ['10.1007\\/978-3-030-02671-4_7', springer],
      ['10.1007/978-3-030-02671-4_7\u00A0', springer],
      [
        '10.1890/0012-9658(2006)87[2832:TIOPMA]2.0.CO;2',
        'doi 10.1890/0012-9658(2006)87[2832:tiopma]2.0.co;2',
      ],
      [
        '10.1890/0012-9658(2006)87%5B2832%3ATIOPMA%5D2.0.CO%3B2',
        'doi 10.1890/0012-9658(2006)87[2832:tiopma]2.0.co;2',
      ],
      ['10.1021/nl051650+', 'doi 10.1021/nl051650+'],
      ['10.1000/456#789', 'doi 10.1000/456#789'],
      ['10.1023/A:1010933404324', 'doi 10.1023/a:1010933404324'],
      ['10.3321/j.issn:1000-1234.2005.01.001', 'doi 10.3321/j.issn:1000-1234.2005.01.001'],
      ['10．1016/S0022-0248(96)00511-8', elsevier],
      ['10.1002/(SICI)1096-8644(199808)106:4\\u003c483::AID-AJPA4\\u003e3.0.CO;2-K', sici],
      ['10.1002/(SICI)1096-8644(199808)106:4＜483::AID-AJPA4＞3.0.CO\\;2-K', sici],
      ['https://doi.org/10.1006/rwei.1999%25.0001', 'doi 10.1006/rwei.1999%.0001'],
    ]);
  });

  describe('a DOI and what follows it', () => {
    itReads([
      ['10.1000/abc.', abc],
      ['10.1000/abc;', abc],
      ['10.1000/abc),', abc],
      ['10.1000/abc]', abc],
      ['10.1000/abc".', abc],
      ['10.1000/abc/', abc],
      ['10.1000/abc…', abc],
      ['10.1000/abc (accessed 2020)', abc],
      ['https://doi.org/10.1000/abc [last accessed 3 May 2020].', abc],
      ['https://doi.org/10.1000/abc, accessed 3 May 2020', abc],
      ['https://doi.org/10.1000/abc（2020年5月3日閲覧）', abc],
      ['https://doi.org/10.1000/abc（閲覧日：2020年5月3日）', abc],
      ['10.1000/abc. Epub 2020 Jan 3.', abc],
      ['10.1000/abc/full.', abc],
      ['https://www.biorxiv.org/content/10.1101/2020.11.02.364968v2.full/', 'doi 10.1101/2020.11.02.364968'],
      ['10.1000/abc。', abc],
      ['https://doi.org/10.1000/abc?utm_source=x&utm_medium=y', abc],
      ['https://doi.org/10.1000/abc#Sec3', abc],
      ['10.1000/abc#.wlw5yueemak.twitter', abc],
      ['10.1000/abc?journalcode=rfft20', abc],
      ['10.1000/abc/full', abc],
      ['10.1000/abc/abstract', abc],
      ['10.1000/abc/pdf', abc],
      ['10.1000/abc/meta', abc],
      ['10.1073/pnas.1903070116/-/DCSupplemental', 'doi 10.1073/pnas.1903070116'],
      ['10.1000/abc;PMID:12345', abc],
      ['10.1000/abc(PMID:12345)', abc],
      ['10.1000/abcPMID:12345', abc],
      ['10.1000/abc.Epub', abc],
      ['10.1000/abc</a>', abc],
      [
        'https://www.biorxiv.org/content/10.1101/2020.11.02.364968v2.full.pdf',
        'doi 10.1101/2020.11.02.364968',
      ],
      [
        'https://onlinelibrary.wiley.com/doi/10.1111/j.1469-8986.2007.00620.x/abstract;jsessionid=ABC.d01t02',
        'doi 10.1111/j.1469-8986.2007.00620.x',
      ],
      ['https://www.nature.com/articles/s41586-020-2308-7#Sec1', 'doi 10.1038/s41586-020-2308-7'],
      ['https://zenodo.org/records/1234567', 'doi 10.5281/zenodo.1234567'],
      ['https://elifesciences.org/articles/59045', 'doi 10.7554/elife.59045'],
    ]);
  });

  describe('a short DOI', () => {
    itReads([
      ['10/gf4gqc', 'doi 10/gf4gqc'],
      ['10/GF4GQC', 'doi 10/gf4gqc'],
      ['doi:10/aaaa', 'doi 10/aaaa'],
      ['https://doi.org/gf4gqc', 'doi 10/gf4gqc'],
      ['https://doi.org/10/gf4gqc', 'doi 10/gf4gqc'],
      ['doi.org/gf4gqc.', 'doi 10/gf4gqc'],
      ['https : / / doi.org / gf4gqc', 'doi 10/gf4gqc'],
      ['https://doi.org/', undefined],
      ['https://www.doi.org/index.html', undefined],
    ]);
  });

  describe('other identifiers', () => {
    itReads([
      ['2101.00001', 'arxiv 2101.00001'],
      ['2101.00001v2', 'arxiv 2101.00001v2'],
      ['arXiv:2101.00001', 'arxiv 2101.00001'],
      ['arXiv: 2101.00001v2 [cs.LG]', 'arxiv 2101.00001v2'],
      ['arXiv preprint arXiv:2101.00001', 'arxiv 2101.00001'],
      ['hep-th/9901001', 'arxiv hep-th/9901001'],
      ['math.GT/0309136', 'arxiv math.GT/0309136'],
      ['math.gt/0309136v1', 'arxiv math.GT/0309136v1'],
      ['https://arxiv.org/abs/2101.00001v2', 'arxiv 2101.00001v2'],
      ['https://arxiv.org/pdf/2101.00001.pdf', 'arxiv 2101.00001'],
      ['http://arxiv.org/abs/hep-th/9901001', 'arxiv hep-th/9901001'],
      ['arxiv.org/html/2101.00001v1', 'arxiv 2101.00001v1'],
      ['eprint = {2101.00001},', 'arxiv 2101.00001'],
      ['[arXiv](https://arxiv.org/abs/2101.00001)', 'arxiv 2101.00001'],
      ['arXiv:2101.00001v1 [cs.LG] 3 Jan 2021', 'arxiv 2101.00001v1'],
      ['arXiv e-prints, arXiv:2101.00001, 2021', 'arxiv 2101.00001'],
      ['eprint:2101.00001', 'arxiv 2101.00001'],
      ['2101.00001 [cs.LG]', 'arxiv 2101.00001'],
      ['2101.00001v2.pdf', 'arxiv 2101.00001v2'],
      ['arXiv:1413.0001', undefined],
      ['oai:arXiv.org:hep-th/9901001', 'arxiv hep-th/9901001'],
      ['cond-mat.str-el/0601001', 'arxiv cond-mat.str-el/0601001'],
      ['https://arxiv.org/abs/arXiv:2101.00001', 'arxiv 2101.00001'],
      ['https://export.arxiv.org/api/query?id_list=2101.00001', 'arxiv 2101.00001'],
      ['PMID: 12345678', 'pmid 12345678'],
      ['pmid12345678', 'pmid 12345678'],
      ['pmid = {12345678},', 'pmid 12345678'],
      ['PMID 12345678.', 'pmid 12345678'],
      ['https://pubmed.ncbi.nlm.nih.gov/12345678/', 'pmid 12345678'],
      ['https://www.ncbi.nlm.nih.gov/pubmed/12345678?dopt=Abstract', 'pmid 12345678'],
      ['PMC1234567', 'pmcid PMC1234567'],
      ['PubMed 12345678', 'pmid 12345678'],
      ['https://pubmed.gov/12345678', 'pmid 12345678'],
      ['https://pubmed.ncbi.nlm.nih.gov/?term=10.1000/abc', abc],
      ['PMC1234567.2', 'pmcid PMC1234567'],
      ['pmc1234', 'pmcid PMC1234'],
      ['PMCID: PMC1234567', 'pmcid PMC1234567'],
      ['https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/', 'pmcid PMC1234567'],
      ['978-3-16-148410-0', 'isbn 9783161484100'],
      ['9783161484100', 'isbn 9783161484100'],
      ['978 3 16 148410 0', 'isbn 9783161484100'],
      ['ISBN 978-3-16-148410-0', 'isbn 9783161484100'],
      ['ISBN-13: 978-3-16-148410-0 (hbk)', 'isbn 9783161484100'],
      ['Print ISBN: 978-3-16-148410-0', 'isbn 9783161484100'],
      ['978‐3‐16‐148410‐0', 'isbn 9783161484100'],
      ['９７８－３－１６－１４８４１０－０', 'isbn 9783161484100'],
      ['0-306-40615-2', 'isbn 0306406152'],
      ['080442957x', 'isbn 080442957X'],
      ['urn:isbn:9783161484100', 'isbn 9783161484100'],
      ['979-8-602-40545-3', 'isbn 9798602405453'],
      ['eBook ISBN: 978-3-16-148410-0', 'isbn 9783161484100'],
      ['ISBNコード：9783161484100', 'isbn 9783161484100'],
      ['https://www.amazon.co.jp/Some-title/dp/0306406152/ref=sr_1_1', 'isbn 0306406152'],
      ['https://en.wikipedia.org/wiki/Special:BookSources/978-3-16-148410-0', 'isbn 9783161484100'],
      ['https://press.example.edu/books/hardcover/9783161484100/some-title', 'isbn 9783161484100'],
      ['1390282680241132288', 'crid 1390282680241132288'],
      ['CRID 1390282680241132288', 'crid 1390282680241132288'],
      ['https://cir.nii.ac.jp/crid/1390282680241132288.json', 'crid 1390282680241132288'],
      ['https://ci.nii.ac.jp/naid/110001234567', 'naid 110001234567'],
      ['NAID:110001234567', 'naid 110001234567'],
      ['bb02488158', 'ncid BB02488158'],
      ['https://ci.nii.ac.jp/ncid/BA1234567X', 'ncid BA1234567X'],
    ]);
  });

  describe('what is no identifier, or more than one', () => {
    itReads(
      [
        '', ' ', '_', 'abc', '10', '10.1000', '10.1000/', 'https://doi.org/10.1000', '10.1000/...', '10.506123/abc',
        '10.506X/abc', '10..1000/abc', '1.1/1.1', '10/2021/01', '01/10/2021', '20/abcd', '12.1006/abc end',
        'other stuff 10.1006/jmbi.1998.2354 end', 'see 10.1000/abc', '10.1000/abc and more', '10.1000/abc (2020)',
        'Smith, J. (2020). Title. Journal 1(2). https://doi.org/10.1000/abc', '10.1000/abc, 10.1000/def',
        '10.1000/abc;10.1000/def', 'https://example.com', 'https://example.com/v10.1000/abc', '10.0.0.0/8',
        'https://www.abc.de/10/abcd', '10.1000/abc, 2020', 'https://www.amazon.com/dp/B00ABCDEFG', 'https://www.amazon.com/dp/0306406153', 'https://handle.net/10.5061/dryad.8515', '12345678', '978-3-16-148410-1',
        '2113.00001', 'PMID', 'foo10.1000/abc', '10.1000 and /abc', 'https://zenodo.org/badge/latestdoi/169800572',
        'https://github.com/foo/bar/tree/10.1234/src', '10.1000/abc\n10.1000/def', 'x'.repeat(100_000),
      ].map((input) => [input, undefined] as const),
    ); // prettier-ignore
  });

  it('reads every normal form as itself', () => {
    const suffix = fc.stringMatching(/^[a-z0-9](?:[a-z0-9._\-:+/]{0,20}[a-z0-9])?$/);
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 99_999 }), suffix, (registrant, end) => {
        const id = normalizeDoi(`10.${String(registrant)}/${end}`);
        fc.pre(id !== undefined);
        assert.equal(normalizeDoi(id), id);
        assert.equal(normalizeDoi(identifierUrl({ kind: 'doi', id })), id);
        assert.equal(normalizeDoi(encodeURIComponent(id)), id);
      }),
    );
  });

  it('does not throw, whatever it is given, and returns no empty id', () => {
    const text = fc
      .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0x20, max: 0x7e })))
      .map((codes) => String.fromCharCode(...codes));
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('', '10.1000/', 'https://doi.org/', 'ISBN ', '\\doi{'),
        (rest, start) => {
          assert.notEqual(parseIdentifier(start + rest)?.id, '');
        },
      ),
    );
  });
});

describe('identifierUrl', () => {
  const addresses = [
    ['10.1000/abc', 'https://doi.org/10.1000/abc'],
    ['10/gf4gqc', 'https://doi.org/10/gf4gqc'],
    [
      '10.1890/0012-9658(2006)87[2832:tiopma]2.0.co;2',
      'https://doi.org/10.1890/0012-9658(2006)87%5B2832:tiopma%5D2.0.co;2',
    ],
    [
      '10.1002/(sici)1096-8644(199808)106:4<483::aid-ajpa4>3.0.co;2-k',
      'https://doi.org/10.1002/(sici)1096-8644(199808)106:4%3C483::aid-ajpa4%3E3.0.co;2-k',
    ],
    ['10.1000/a#b?c%d"e f', 'https://doi.org/10.1000/a%23b%3Fc%25d%22e%20f'],
  ] as const;
  for (const [id, url] of addresses) {
    it(`encodes what an address cannot hold in ${id}`, () => {
      assert.equal(identifierUrl({ kind: 'doi', id }), url);
    });
  }

  it('leads back to the same identifier, whatever its kind', () => {
    for (const text of [
      '10.1000/abc',
      'hep-th/9901001',
      'PMID 123',
      'PMC123',
      '1390282680241132288',
      'NAID 110001234567',
      'BB02488158',
      '9783161484100',
    ]) {
      const identifier = parseIdentifier(text);
      assert.ok(identifier);
      assert.deepEqual(parseIdentifier(identifierUrl(identifier)), identifier);
    }
  });
});

describe('describeInvalid', () => {
  const sentences = [
    ['ISBN 978-3-16-148410-1', "This ISBN's check digit is wrong."],
    ['9783161484101', "This ISBN's check digit is wrong."],
    ['0-306-40615-3', "This ISBN's check digit is wrong."],
    ['ISBN 978-3-16-14841', 'An ISBN has 10 or 13 digits; this one has 11.'],
    ['10.1000', "A DOI goes on behind its registrant's number, as in 10.1000/182."],
    ['https://doi.org/10.1000/', "A DOI goes on behind its registrant's number, as in 10.1000/182."],
    ['10.506X/abc', "A DOI starts with 10. and a registrant's number of four or five digits."],
    ['10.506123/abc', "A DOI starts with 10. and a registrant's number of four or five digits."],
    ['doi:abc', "A DOI starts with 10. and a registrant's number of four or five digits."],
    ['https://doi.org/', 'This address of doi.org names no DOI.'],
    ['10.1000/abc 10.1000/def', 'These are 2 identifiers; look them up one by one.'],
    ['see 10.1000/abc for more', 'There is more than an identifier here; only 10.1000/abc can be looked up.'],
    ['12345678', 'A number alone could be many things: write PMID or NAID in front of it.'],
    ['arXiv:2113.1', 'An arXiv id looks like 2101.00001 or hep-th/9901001.'],
    ['ISSN 1234-5679', 'An ISSN names a journal, not a work in it.'],
    ['1234-5679', 'An ISSN names a journal, not a work in it.'],
    ['https://orcid.org/0000-0002-1825-0097', 'An ORCID names a person, not a work.'],
    ['foo', undefined],
    ['', undefined],
  ] as const;
  for (const [input, sentence] of sentences) {
    it(`says of "${input}": ${sentence ?? 'nothing'}`, () => {
      assert.equal(describeInvalid(input)?.english, sentence);
    });
  }
});
