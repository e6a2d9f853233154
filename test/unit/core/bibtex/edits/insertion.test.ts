import { strict as assert } from 'node:assert';
import { detectDialect } from '../../../../../src/core/bibtex/entry/detectDialect.ts';
import { addToBibliography, type AddOptions } from '../../../../../src/core/bibtex/edits/insertion.ts';
import { scanBib } from '../../../../../src/core/bibtex/text/scan.ts';
import { applyEdits } from '../../../../../src/core/span.ts';
import type { CitationRecord, CslItem } from '../../../../../src/core/record/record.ts';
import { fieldOptions } from '../../../../support/fieldOptions.ts';

const options: AddOptions = {
  ...fieldOptions,
  keyFormat: '{author}{year}',
  position: 'end',
};

function record(csl: Partial<CslItem>): CitationRecord {
  const item: CslItem = {
    id: 'x',
    type: 'article-journal',
    title: 'A title',
    author: [{ family: 'Noether', given: 'Emmy' }],
    issued: { 'date-parts': [[1921]] },
    ...csl,
  };
  return { csl: item, sources: ['crossref'], notices: [], links: {}, provenance: {} };
}

function add(text: string, records: readonly CitationRecord[], more: Partial<AddOptions> = {}) {
  const { edits, ...rest } = addToBibliography(scanBib(text), records, { ...options, ...more });
  return { text: applyEdits(text, edits), ...rest };
}

describe('addToBibliography', () => {
  it('writes a new work in the style of the file and gives its key', () => {
    const file = '@Article{hilbert,\r\n\tTitle  = "X",\r\n\tAuthor = "D. Hilbert",\r\n\tYear   = 1900}\r\n';
    const { text, keys, added, alreadyThere } = add(file, [record({ DOI: '10.1000/x' })]);
    const entry = [
      '@Article{Noether1921,',
      '\tAuthor = "Noether, Emmy",',
      '\tTitle  = "A title",',
      '\tYear   = "1921",',
      '\tDoi    = "10.1000/x"}',
    ];
    assert.equal(text, `${file}\r\n${entry.join('\r\n')}\r\n`);
    assert.deepEqual([keys, added, alreadyThere], [['Noether1921'], 1, 0]);
  });

  it('changes nothing where all works are there, and gives their keys', () => {
    const file = '@article{b, doi = {10.1000/b}}\n@article{a, doi = {10.1000/A}}\n';
    const records = [record({ DOI: '10.1000/a' }), record({ DOI: '10.1000/b' })];
    assert.deepEqual(add(file, records), { text: file, keys: ['a', 'b'], added: 0, alreadyThere: 2 });
  });

  it('adds a work that comes twice once', () => {
    const { text, keys, added, alreadyThere } = add('', [
      record({ DOI: '10.1000/x' }),
      record({ DOI: '10.1000/y', title: 'B' }),
      record({ DOI: '10.1000/x' }),
    ]);
    assert.deepEqual([keys, added, alreadyThere], [['Noether1921', 'Noether1921a', 'Noether1921'], 2, 1]);
    assert.equal([...scanBib(text).entries()].length, 2);
  });

  it('recognises what it wrote', () => {
    const records = [
      record({ DOI: '10.1002/(sici)1097(199)17:15<1661::aid>3.0.co;2-2_a%b' }),
      record({ type: 'book', title: 'Größe & <i>H</i>', ISBN: '9780306406157' }),
      record({ type: 'document', title: '“Über” α-CO<sub>2</sub>', custom: { eprint: '2101.00001', eprintType: 'arXiv' } }),
      record({ type: 'webpage', title: 'C# in 50% of $cases', author: [{ literal: 'Institute of {A}' }] }),
    ]; // prettier-ignore
    for (const dialect of ['bibtex', 'biblatex'] as const) {
      for (const encoding of ['unicode', 'latex'] as const) {
        const first = add('', records, { dialect, encoding });
        assert.equal(first.added, 4);
        assert.deepEqual(add(first.text, records, { dialect, encoding }), {
          ...first,
          added: 0,
          alreadyThere: 4,
        });
      }
    }
  });

  it('makes keys that nothing in the file has, letter case ignored', () => {
    const taken = [
      ['an entry', '@book{noether1921}'],
      ['a broken entry', '@book{NOETHER1921, title = {'],
      ['a comment', '% @book{Noether1921,}'],
      ['an alias', '@book{x, ids = {y, Noether1921}}'],
    ] as const;
    for (const [where, file] of taken)
      assert.deepEqual(add(file, [record({})]).keys, ['Noether1921a'], where);
    const elsewhere = { takenElsewhere: new Set(['noether1921']) };
    assert.deepEqual(add('', [record({})], elsewhere).keys, ['Noether1921a']);
  });

  it('uses keys that are wanted, but for what no key can hold and for taken ones', () => {
    const records = [record({ title: 'A' }), record({ title: 'B' }), record({ title: 'C' })];
    const { keys } = add('@book{taken}', records, { preferredKeys: ['my, key', 'Taken', undefined] });
    assert.deepEqual(keys, ['mykey', 'Noether1921', 'Noether1921a']);
  });

  it('keeps the order of keys where the file and the person do', () => {
    const { text } = add('@book{a}\n\n@book{z}\n', [record({})], { position: 'sorted' });
    assert.deepEqual(Array.from(scanBib(text).entries(), ({ key }) => key), ['a', 'Noether1921', 'z']); // prettier-ignore
  });
});

describe('detectDialect', () => {
  const cases: readonly (readonly [text: string, dialect: string | undefined])[] = [
    ['@article{a, date = {1999}, journaltitle = {J}}', 'biblatex'],
    ['@online{a, title = {T}, url = {u}}', 'biblatex'],
    ['@article{a, journal = {J}, year = 1999}', 'bibtex'],
    ['@phdthesis{a, school = {S}}', 'bibtex'],
    ['@misc{a, eprint = {1}, archiveprefix = {arXiv}}', 'bibtex'],
    ['@misc{a, eprint = {1}, eprinttype = {arxiv}}', 'biblatex'],
    ['@article{a, journal = {J}}\n@article{b, journal = {J}}\n@online{c, date = {1999}}', 'bibtex'],
    ['@book{a, title = {T}, year = 1999}', undefined],
    ['', undefined],
    ['@article{a, journal = {J}}\n@Comment{jabref-meta: databaseType:biblatex;}', 'biblatex'],
    ['% !BIB program = bibtex\n@online{a, date = {1999}}', 'bibtex'],
    ['%!BIB TS-program = biber\n', 'biblatex'],
  ];
  for (const [text, dialect] of cases) {
    it(`reads ${JSON.stringify(text)} as ${dialect ?? 'either'}`, () => {
      assert.equal(detectDialect(scanBib(text)), dialect);
    });
  }
});
