import { strict as assert } from 'node:assert';
import { findSameWork } from '../../../../../src/core/bibtex/works/recognise.ts';
import { formatEntry } from '../../../../../src/core/bibtex/entry/formatEntry.ts';
import { findFormulas } from '../../../../../src/core/record/formulas.ts';
import { toTitle } from '../../../../../src/core/record/markup.ts';
import { fieldOptions } from '../../../../support/fieldOptions.ts';
import { scanBib } from '../../../../../src/core/bibtex/text/scan.ts';
import type { CslItem } from '../../../../../src/core/record/record.ts';

function findKey(bib: string, csl: Partial<CslItem>): string | undefined {
  return findSameWork(scanBib(bib), { id: 'x', type: 'article-journal', title: 'Untitled', ...csl })?.key;
}

const doi = '10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2';

describe('findSameWork', () => {
  describe('by the DOI', () => {
    const forms: readonly (readonly [title: string, field: string])[] = [
      ['as it is', `doi = {${doi}}`],
      ['in upper case', `DOI = "${doi.toUpperCase()}"`],
      ['as an address', `doi = {https://doi.org/${doi}}`],
      ['of the old resolver', `doi = {http://dx.doi.org/${doi}}`],
      ['percent-encoded', `doi = {https://doi.org/${encodeURIComponent(doi)}}`],
      ['with its label', `doi = {doi:${doi}}`],
      ['escaped for LaTeX', `doi = {${doi.replace('<', '{\\textless}').replace('>', '$>$')}}`],
      ['joined from parts', `doi = "10.1002/" # {${doi.slice(8)}}`],
      ['from a macro', `doi = prefix # {${doi.slice(8)}}`],
      ['only in the address', `url = {https://doi.org/${doi}}`],
      ['only in a note', `note = {\\url{https://doi.org/${doi}}}`],
      ['as a link', `doi = {\\href{https://doi.org/${doi}}{the article}}`],
      ['as an eprint', `eprint = {${doi}}, eprinttype = {doi}`],
      ['as an eprint of no type', `eprint = {https://doi.org/${doi}}`],
      ['in a list of identifiers', `note = {[PubMed:12345678] [doi:${doi}]}`],
      [
        "in BibDesk's second address",
        `bdsk-url-1 = {https://example.org/}, bdsk-url-2 = {https://doi.org/${doi}}`,
      ],
    ];
    for (const [title, field] of forms) {
      it(`written ${title}`, () => {
        assert.equal(findKey(`@string{prefix = "10.1002/"}\n@article{k, ${field}}`, { DOI: doi }), 'k');
      });
    }

    it('with escaped underscores and percent signs', () => {
      assert.equal(findKey('@article{k, doi = {10.1000/a\\_b{\\_}c\\_d}}', { DOI: '10.1000/a_b_c_d' }), 'k');
    });

    it('whole: one that is the beginning of another is another', () => {
      const bib = '@article{k, doi = {10.1000/abc.1}}';
      for (const other of ['10.1000/abc', '10.1000/abc.', '10.1000/abc.12', '10.1000/abc.1/s1']) {
        assert.equal(findKey(bib, { DOI: other }), undefined);
      }
    });

    it('of the work alone: a note that speaks of another work tells nothing', () => {
      for (const note of [
        'Comment on doi:10.1000/other, see there',
        'Erratum: doi:10.1000/other',
        'cited by 3 doi:10.1000/other',
      ])
        assert.equal(findKey(`@article{k, note = {${note}}}`, { DOI: '10.1000/other' }), undefined);
    });

    it('of an entry that can be cited: not of one that is never closed or has no key', () => {
      const field = 'doi = {10.1000/x}';
      assert.equal(findKey(`@article{, ${field}}`, { DOI: '10.1000/x' }), undefined);
      assert.equal(findKey(`@article{k, ${field}, title = {`, { DOI: '10.1000/x' }), undefined);
      assert.equal(findKey(`@article{two words, ${field}}`, { DOI: '10.1000/x' }), undefined);
      assert.equal(findKey(`@xdata{k, ${field}}`, { DOI: '10.1000/x' }), undefined);
      assert.equal(findKey(`@comment{@article{k, ${field}}}`, { DOI: '10.1000/x' }), undefined);
      assert.equal(findKey(`@article{k, ${field} year = 1999}`, { DOI: '10.1000/x' }), 'k');
    });

    it('before anything else', () => {
      const bib = '@book{isbn, isbn = {9780306406157}}\n@book{doi, doi = {10.1000/x}}';
      assert.equal(findKey(bib, { type: 'book', DOI: '10.1000/x', ISBN: '9780306406157' }), 'doi');
    });
  });

  describe('by another identifier', () => {
    const same: readonly (readonly [title: string, entry: string, csl: Partial<CslItem>])[] = [
      ['an ISBN', '@book{k, isbn = {978-0-306-40615-7}}', { type: 'book', ISBN: '9780306406157' }],
      ['an ISBN of 10 digits', '@book{k, isbn = {0-306-40615-2}}', { type: 'book', ISBN: '9780306406157' }],
      ['one of several ISBNs', '@book{k, isbn = {0-8044-2957-X (cloth), 978-0-306-40615-7}}', { type: 'book', ISBN: '0306406152' }],
      ['an arXiv id', '@misc{k, eprint = {2101.00001}, archiveprefix = {arXiv}}', { custom: { eprint: '2101.00001', eprintType: 'arXiv' } }],
      ['an arXiv id with a version', '@online{k, eprint = {arXiv:2101.00001v3}, eprinttype = {arxiv}}', { custom: { eprint: '2101.00001v1', eprintType: 'arXiv' } }],
      ['an old arXiv id', '@misc{k, eprint = {hep-th/9711200}}', { custom: { eprint: 'hep-th/9711200', eprintType: 'arXiv' } }],
      ["arXiv's DOI", '@misc{k, eprint = {2101.00001}}', { DOI: '10.48550/arxiv.2101.00001' }],
      ["arXiv's DOI in the entry", '@misc{k, doi = {10.48550/arXiv.2101.00001v2}}', { custom: { eprint: '2101.00001', eprintType: 'arXiv' } }],
      ["arXiv's address", '@misc{k, url = {https://arxiv.org/abs/2101.00001}}', { DOI: '10.48550/arxiv.2101.00001' }],
      ["Google Scholar's preprint", '@article{k, journal = {arXiv preprint arXiv:2101.00001}}', { DOI: '10.48550/arxiv.2101.00001' }],
      ["DBLP's preprint", '@article{k, journal = {CoRR}, volume = {abs/2101.00001}}', { DOI: '10.48550/arxiv.2101.00001' }],
      ["the ADS's preprint", '@article{k, journal = {arXiv e-prints}, eid = {arXiv:2101.00001}, pages = {arXiv:2101.00001}}', { DOI: '10.48550/arxiv.2101.00001' }],
      ["Nature's preprint", '@misc{k, journal = {Preprint at https://arxiv.org/abs/2101.00001}}', { DOI: '10.48550/arxiv.2101.00001' }],
      ['an arXiv id with its class', '@misc{k, eprint = {2101.00001 [hep-th]}}', { DOI: '10.48550/arxiv.2101.00001' }],
      ['an old arXiv id whose archive is apart', '@misc{k, eprint = {9711200}, archiveprefix = {arXiv}, primaryclass = {hep-th}}', { custom: { eprint: 'hep-th/9711200', eprintType: 'arXiv' } }],
      ['an old arXiv id with its subject', '@misc{k, eprint = {math.GT/0309136}}', { custom: { eprint: 'math/0309136', eprintType: 'arXiv' } }],
      ['an ISBN in a field of its length', '@book{k, isbn-13 = {978-0-306-40615-7}}', { type: 'book', ISBN: '9780306406157' }],
      ['a PubMed id with its label', '@article{k, pmid = {PMID: 12345678}}', { PMID: '12345678' }],
      ['a PMC id beside a PubMed id', '@article{k, note = {PMID: 12345678 PMCID: PMC123456}}', { PMCID: 'PMC123456' }],
      ['a PMC id as eprint', '@article{k, eprint = {PMC123456}, eprinttype = {pmcid}}', { PMCID: 'PMC123456' }],
      ['a PubMed id', '@article{k, pmid = {12345678}}', { PMID: '12345678' }],
      ['a PubMed id as eprint', '@article{k, eprint = {12345678}, eprinttype = {pubmed}}', { PMID: '12345678' }],
      ['a PMC id', '@article{k, pmcid = {PMC123456}}', { PMCID: 'PMC123456' }],
      ['a CRID', '@article{k, crid = {1390282680184321152}}', { custom: { crid: '1390282680184321152' } }],
      ["a CRID's address", '@article{k, url = {https://cir.nii.ac.jp/crid/1390282680184321152}}', { custom: { crid: '1390282680184321152' } }],
    ]; // prettier-ignore
    for (const [title, entry, csl] of same) {
      it(title, () => {
        assert.equal(findKey(entry, csl), 'k');
      });
    }

    const different: readonly (readonly [title: string, entry: string, csl: Partial<CslItem>])[] = [
      ['a chapter and its book', '@book{k, isbn = {9780306406157}}', { type: 'chapter', ISBN: '9780306406157' }],
      ['a book and a chapter of it', '@incollection{k, isbn = {9780306406157}}', { type: 'book', ISBN: '9780306406157' }],
      ['two chapters of a book', '@incollection{k, title = {A}, isbn = {9780306406157}}', { type: 'chapter', title: 'B', ISBN: '9780306406157' }],
      ['two volumes with the ISBN of both', '@book{k, volume = 1, isbn = {9780306406157}}', { type: 'book', volume: '2', ISBN: '9780306406157' }],
      ['two published works of one preprint', '@article{k, doi = {10.1000/a}, eprint = {2101.00001}}', { DOI: '10.1000/b', custom: { eprint: '2101.00001', eprintType: 'arXiv' } }],
      ['an eprint of another server', '@article{k, eprint = {2101.00001}, eprinttype = {jstor}}', { custom: { eprint: '2101.00001', eprintType: 'arXiv' } }],
      ['an ISBN with a wrong check digit', '@book{k, isbn = {9780306406158}}', { type: 'book', ISBN: '9780306406157' }],
    ]; // prettier-ignore
    for (const [title, entry, csl] of different) {
      it(`not ${title}`, () => {
        assert.equal(findKey(entry, csl), undefined);
      });
    }

    it('the preprint in the entry of the published work that names it', () => {
      const bib = '@article{k, doi = {10.1000/a}, eprint = {2101.00001}, archiveprefix = {arXiv}}';
      assert.equal(findKey(bib, { DOI: '10.48550/arxiv.2101.00001' }), 'k');
    });
  });

  describe('by title, year and first name', () => {
    const csl: Partial<CslItem> = {
      title: 'On H<sub>2</sub>O & the “Gödel” problem: α-synuclein',
      issued: { 'date-parts': [[1999, 3]] },
      author: [{ family: 'Müller', given: 'Jörg', 'non-dropping-particle': 'von' }, { family: 'B' }],
    };
    const title = "{On $H_2$O \\& the ``G{\\\"o}del'' Problem: {$\\alpha$}-Synuclein}";
    const same: readonly (readonly [title: string, entry: string])[] = [
      ['in TeX', `@article{k, title = ${title}, author = {J{\\"o}rg von M{\\"u}ller and B}, year = 1999}`],
      ['in other orders', `@article{k, title = ${title}, author = {von M{\\"u}ller, J.}, year = {1999}}`],
      ['with a date', `@article{k, title = ${title}, author = {von Mueller, J.}, date = {1999-03/1999-04}}`],
      ['without the particle', `@article{k, title = ${title}, author = {Müller, J.}, date = {1999}}`],
      ['from its parts', `@article{k, title = {On {H2O} and the Gödel problem}, subtitle = {α-synuclein}, author = {Müller, J.}, date = {1999}}`],
      ['in capitals', `@article{k, title = {ON H2O AND THE GÖDEL PROBLEM: Α-SYNUCLEIN}, author = {MÜLLER, J.}, year = 1999}`],
      ['with a year in words', `@article{k, title = ${title}, author = {Müller, J.}, year = {in press}, date = {1999}}`],
      ['from its parent', `@inproceedings{k, title = ${title}, author = {Müller, J.}, crossref = {p}}\n@proceedings{p, title = {P}, year = {1999}}`],
    ]; // prettier-ignore
    for (const [form, entry] of same) {
      it(form, () => {
        assert.equal(findKey(entry, csl), 'k');
      });
    }

    it('by a name in ASCII', () => {
      const item = { ...csl, title: 'Straße', author: [{ family: 'Sørensen-Łukasiewicz' }] };
      assert.equal(findKey('@article{k, title = {Strasse}, author = {Sorensen-Lukasiewicz, A.}, year = 1999}', item), 'k'); // prettier-ignore
    });

    const entry = (fields: string): string => `@article{k, title = ${title}, ${fields}}`;
    const editorial = { 'container-title': 'The Journal', volume: '10', issue: '2', page: '147-150' };
    const different: readonly (readonly [title: string, entry: string, csl: Partial<CslItem>])[] = [
      ['of another year', entry('author = {Müller, J.}, year = 1998'), {}],
      ['of another author', entry('author = {Meyer, J. and Müller, J.}, year = 1999'), {}],
      ['by nobody', entry('year = 1999'), {}],
      ['with another DOI', entry('author = {Müller, J.}, year = 1999, doi = {10.1000/a}'), { DOI: '10.1000/b' }],
      ['published, of a preprint', entry('author = {Müller, J.}, year = 1999, doi = {10.1000/a}'), { DOI: '10.48550/arxiv.9901.00001' }],
      ['in another issue of its journal', entry('author = {Müller, J.}, year = 1999, journal = {The Journal}, volume = 10, number = 1, pages = {6--7}'), editorial],
      ['in another volume of its journal', entry('author = {Müller, J.}, date = {1999}, journaltitle = {the journal}, volume = 9, pages = {6--7}'), editorial],
      ['that is a chapter', entry('author = {Müller, J.}, year = 1999').replace('article', 'inbook'), { type: 'book' }],
    ]; // prettier-ignore
    for (const [form, bib, more] of different) {
      it(`not ${form}`, () => {
        assert.equal(findKey(bib, { ...csl, ...more }), undefined);
      });
    }

    it('in its journal, whatever else an entry says of the place that may be another way to say it', () => {
      for (const fields of [
        'journal = {The Journal}, pages = {1--4}',
        'journal = {The Journal}, volume = 10, number = 42, pages = {147--150}',
        'journal = {The Journal}, volume = {PP}, pages = {1--4}',
        'journal = {Proceedings}, volume = 3, pages = {1--4}',
      ])
        assert.equal(findKey(entry(`author = {Müller, J.}, year = 1999, ${fields}`), { ...csl, ...editorial }), 'k'); // prettier-ignore
    });

    it('in the entries that are made of it, whatever its formulas and signs', () => {
      const raws = [
        'At <math alttext="\\sqrt{s}=13~\\mathrm{TeV}, \\log n"><msqrt><mi>s</mi></msqrt><mo>=</mo><mn>13</mn><mtext> TeV</mtext><mo>,</mo><mi>log</mi><mi>n</mi></math> of <math alttext="\\frac{1}{2}\\bar{\\nu}"><mfrac><mn>1</mn><mn>2</mn></mfrac><mover><mi>ν</mi><mo>¯</mo></mover></math>',
        '<math alttext="the square root of x"><msqrt><mi>x</mi></msqrt></math> is not its words',
        'Of ∆H, vitamin Κ, x⃗, ν̄, 𝛼, ½, x², ʿAbd and “Bose--Einstein”',
      ];
      for (const raw of raws) {
        const title = toTitle(raw);
        const item = { ...csl, id: 'x', type: 'article-journal' as const, title, custom: { titleFormulas: findFormulas([raw], title) ?? [] } }; // prettier-ignore
        for (const dialect of ['bibtex', 'biblatex'] as const) {
          for (const encoding of ['unicode', 'latex'] as const) {
            const made = formatEntry(item, 'k', { ...fieldOptions, dialect, encoding });
            assert.equal(findKey(made, item), 'k', made);
          }
        }
      }
    });

    it('of a body, of Japanese names in both orders', () => {
      const body = {
        title: 'Report',
        issued: { 'date-parts': [[2020]] },
        author: [{ literal: 'World Health Organization' }],
      };
      assert.equal(findKey('@techreport{k, title = {Report}, year = 2020, author = {{World Health Organization}}}', body), 'k'); // prettier-ignore
      const japanese = {
        title: '日本語',
        issued: { 'date-parts': [[2020]] },
        author: [{ family: '松井', given: '正一' }],
      };
      for (const name of ['松井 正一', '松井, 正一', '{松井正一}', '松井正一']) {
        assert.equal(
          findKey(`@article{k, title = {日本語}, year = 2020, author = {${name}}}`, japanese),
          'k',
        );
      }
    });
  });
});
