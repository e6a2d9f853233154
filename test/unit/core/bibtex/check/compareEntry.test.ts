import { strict as assert } from 'node:assert';
import { planCompletion } from '../../../../../src/core/bibtex/check/compareEntry.ts';
import { setField } from '../../../../../src/core/bibtex/edits/edit.ts';
import type { FieldOptions } from '../../../../../src/core/bibtex/entry/fieldText.ts';
import { scanBib } from '../../../../../src/core/bibtex/text/scan.ts';
import { applyEdits } from '../../../../../src/core/span.ts';
import type { CslItem } from '../../../../../src/core/record/record.ts';
import { fieldOptions } from '../../../../support/fieldOptions.ts';

const helix: CslItem = {
  id: 'helix',
  type: 'article-journal',
  title: 'Molecular Structure of Nucleic Acids',
  author: [
    { family: 'Watson', given: 'James D.' },
    { family: 'Crick', given: 'Francis' },
  ],
  'container-title': 'Journal of Nature & Science',
  volume: '171',
  issue: '4356',
  page: '737-738',
  issued: { 'date-parts': [[1953, 4, 25]] },
  DOI: '10.1038/171737a0',
};
const options: FieldOptions = { ...fieldOptions, protectCase: 'none' };

function plan(
  text: string,
  changed: Partial<FieldOptions> = {},
  csl = helix,
): ReturnType<typeof planCompletion> {
  const index = scanBib(text);
  return planCompletion(index, index.block(0), csl, { ...options, ...changed });
}

function namesOf(changes: readonly { readonly name: string }[]): string {
  return changes.map(({ name }) => name).join(' ');
}

describe('planCompletion', () => {
  it('finds what an entry lacks, and what it says otherwise', () => {
    const text = '@article{k, title = {Molecular structure of nucleic acids}, year = 1952, volume = {171}}';
    const { missing, differing, isSameTitle } = plan(text);
    assert.equal(namesOf(missing), 'author journal month number pages doi');
    assert.deepEqual(differing, [{ name: 'year', value: '{1953}', after: '1953', before: '1952' }]);
    assert.ok(isSameTitle);
  });

  it('leaves all other bytes as they are when missing fields are added', () => {
    const text = '@string{n = "Nature"}\r\n@ARTICLE{k,\r\n\tTitle = "X",\r\n\tYear = 1953\r\n}\r\n';
    const index = scanBib(text);
    const entry = index.block(1);
    const { missing } = planCompletion(index, entry, { id: 'x', type: 'article-journal', title: 'X', volume: '171', DOI: helix.DOI ?? '' }, options); // prettier-ignore
    assert.equal(
      applyEdits(text, missing.map(({ name, value }) => setField(index, entry, name, value))), // prettier-ignore
      text.replace('1953\r\n', '1953,\r\n\tVolume = "171",\r\n\tDoi = "10.1038/171737a0"\r\n'),
    );
  });

  const same: readonly (readonly [what: string, field: string])[] = [
    ['initials and the order of names', 'author = {J. D. Watson and Crick, F.}'],
    ['a list that ends in others', 'author = {Watson, J. D. and others}'],
    ['an abbreviated journal', 'journal = {J. Nat. Sci.}'],
    ["the other dialect's name of a field", 'journaltitle = {Journal of Nature \\& Science}'],
    ['a macro for the month', 'month = apr'],
    ['the number of the month', 'month = {04}'],
    ['pages with one hyphen', 'pages = {737-738}'],
    ['shortened pages', 'pages = {737--8}'],
    ['an address for the DOI', 'doi = {https://doi.org/10.1038/171737A0}'],
    ['a title in other capitals and braces', 'title = {{Molecular} structure of Nucleic {A}cids}'],
    ['accents as commands', 'volume = {{171}}'],
  ];
  for (const [what, field] of same)
    it(`takes ${what} for the same, and neither adds nor offers it`, () => {
      const { missing, differing } = plan(`@article{k, ${field}}`);
      assert.deepEqual(differing, []);
      const name = field.split(' ')[0] ?? '';
      assert.ok(
        !missing.some(
          (change) => change.name === name || (change.name === 'journal' && name === 'journaltitle'),
        ),
      );
    });

  const other: readonly (readonly [field: string, after: string])[] = [
    ['author = {Watson, James D. and Franklin, Rosalind}', 'Watson, James D. and Crick, Francis'],
    ['author = {Watson, Zoe and Crick, Francis}', 'Watson, James D. and Crick, Francis'],
    ['journal = {Science}', 'Journal of Nature & Science'],
    ['pages = {737--748}', '737–738'],
    ['month = may', 'apr'],
    ['doi = {10.1038/171737a}', '10.1038/171737a0'],
    ['date = {1954-04-25}', '1953-04-25'],
  ];
  for (const [field, after] of other)
    it(`offers another value for ${field}`, () => {
      assert.deepEqual(plan(`@article{k, ${field}}`).differing.map((change) => change.after), [after]); // prettier-ignore
    });

  it('keeps to the way in which an entry gives its date', () => {
    assert.equal(namesOf(plan('@article{k, year = {1953}}', { dialect: 'biblatex' }).missing), 'author title journaltitle month volume number pages doi'); // prettier-ignore
    assert.doesNotMatch(namesOf(plan('@article{k, date = {1953-04}}').missing), /year|month/);
  });

  it('adds nothing that is inherited', () => {
    const text =
      '@article{k, crossref = {p}}\n@periodical{p, title = {Journal of Nature and Science}, year = {1953}}';
    const { missing, differing } = plan(text);
    assert.doesNotMatch(namesOf(missing), /journal|year/);
    assert.deepEqual(differing, []);
  });

  it('adds only what belongs to any work where the types differ', () => {
    assert.equal(namesOf(plan('@misc{k, note = {mine}}').missing), 'author title year month doi');
  });

  it('leaves notes and keywords alone', () => {
    const csl = { ...helix, note: 'theirs', keyword: 'theirs' };
    const { missing, differing } = plan('@article{k, note = {mine}, keywords = {mine}}', {}, csl);
    assert.doesNotMatch(namesOf([...missing, ...differing]), /note|keywords/);
  });

  it('tells where a DOI is that of another work', () => {
    assert.ok(!plan('@article{k, title = {On the Origin of Species}}').isSameTitle);
  });
});
