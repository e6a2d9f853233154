import { strict as assert } from 'node:assert';
import { describeKeyProblem, keyAt, renameKey } from '../../../../../src/core/bibtex/edits/renameKey.ts';
import { scanBib } from '../../../../../src/core/bibtex/text/scan.ts';
import { applyEdits } from '../../../../../src/core/span.ts';

describe('renameKey', () => {
  it('changes the key and what refers to it, and nothing else', () => {
    const text = [
      '@book{Old, title = {Old}, ids = {older, old}}',
      '@inbook{a, crossref = {OLD}, xref = "old", note = {old}}',
      '@xdata{b, xdata = {x, old ,oldest}, related={old}}',
      '% @book{old,}',
    ].join('\n');
    const expected = [
      '@book{new, title = {Old}, ids = {older, new}}',
      '@inbook{a, crossref = {new}, xref = "new", note = {old}}',
      '@xdata{b, xdata = {x, new ,oldest}, related={new}}',
      '% @book{old,}',
    ].join('\n');
    assert.equal(applyEdits(text, renameKey(scanBib(text), 'old', 'new')), expected);
  });

  it('replaces a macro that stands for the key, and not one of its name', () => {
    const text =
      '@string{m = "old", old = "other"}\n@book{old}\n@inbook{a, crossref = m}\n@inbook{b, crossref = old}';
    const expected = text.replace('{old}', '{new}').replace('= m}', '= {new}}');
    assert.equal(applyEdits(text, renameKey(scanBib(text), 'old', 'new')), expected);
  });

  it('puts a key that stood as a number into braces', () => {
    const text = '@book{12}\n@inbook{a, crossref = 12}';
    assert.equal(
      applyEdits(text, renameKey(scanBib(text), '12', 'k12')),
      '@book{k12}\n@inbook{a, crossref = {k12}}',
    );
  });
});

describe('keyAt', () => {
  const text = '@book{one, title = {one}}\n@inbook{two, crossref = {one}, ids = {zwei, deux}, note = {one}}';
  const cases: readonly (readonly [where: string, offset: number, key: string | undefined])[] = [
    ['before a key', text.indexOf('one'), 'one'],
    ['behind a key', text.indexOf('one,') + 3, 'one'],
    ['in a title', text.indexOf('{one}') + 2, undefined],
    ['in a reference', text.indexOf('crossref') + 13, 'one'],
    ['in a list', text.indexOf('deux') + 1, 'deux'],
    ['in a note', text.indexOf('note') + 9, undefined],
    ['in a type', 2, undefined],
  ];
  for (const [where, offset, key] of cases)
    it(`finds ${key ?? 'none'} ${where}`, () => {
      const found = keyAt(scanBib(text), offset);
      assert.equal(found?.key, key);
      if (found !== undefined) assert.equal(text.slice(found.start, found.end), key);
    });
});

describe('describeKeyProblem', () => {
  const index = scanBib('@book{One}\n@book{two, ids = {zwei}}\n@article{three, broken');
  for (const [key, problem] of [
    ['four', undefined],
    ['ONE', undefined],
    ['Two', /has an entry/],
    ['zwei', /has an entry/],
    ['three', /has an entry/],
    ['a b', /cannot/],
    ['a,b', /cannot/],
    ['a}', /cannot/],
    ['', /cannot/],
  ] as const)
    it(`says of ${JSON.stringify(key)} for "one" ${problem?.source ?? 'nothing'}`, () => {
      const said = describeKeyProblem(index, 'One', key)?.english;
      if (problem === undefined) assert.equal(said, undefined);
      else assert.match(said ?? '', problem);
    });

  it('says that several entries have the key', () => {
    assert.match(
      describeKeyProblem(scanBib('@book{one}\n@book{One}'), 'one', 'two')?.english ?? '',
      /2 entries/,
    );
  });
});
