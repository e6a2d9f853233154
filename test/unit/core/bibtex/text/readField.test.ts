import { strict as assert } from 'node:assert';
import { findEntry, readField } from '../../../../../src/core/bibtex/text/readField.ts';
import { readNames } from '../../../../../src/core/bibtex/text/readNames.ts';
import { scanBib } from '../../../../../src/core/bibtex/text/scan.ts';

function read(bib: string, name: string, verbatim = false): string | undefined {
  const index = scanBib(bib);
  const entry = findEntry(index, 'K');
  assert.ok(entry);
  return readField(index, entry, name, verbatim);
}

describe('readField', () => {
  const cases: readonly (readonly [title: string, bib: string, name: string, value: string | undefined])[] = [
    ['braces and quotes', '@a{k, t = {A {B}}, n = "C"}', 't', 'A B'],
    ['parts', '@string{x = {B}}\n@a{k, t = "A" # X # {C} # 1}', 't', 'ABC1'],
    ['macros made of macros', '@string{x = "A"}\n@string{y = x # "B"}\n@a{k, t = y}', 't', 'AB'],
    ['months', '@a{k, month = 10 # "~" # jan}', 'month', '10 January'],
    ['unknown macros as their names', '@a{k, t = foo}', 't', 'foo'],
    ['nothing', '@a{k, n = {A}}', 't', undefined],
    ['an empty value', '@a{k, t = {}}', 't', ''],
    ['comments between parts', '@a{k, t = {A} % B\n # {C}}', 't', 'AC'],
    ['what a parent has', '@a{k, crossref = {p}}\n@b{p, year = 1999}', 'year', '1999'],
    ["a parent's title as the book's", '@a{k, crossref = {p}}\n@b{p, title = {T}}', 'booktitle', 'T'],
    ["a parent's own book title", '@a{k, crossref = {p}}\n@b{p, booktitle = {T}}', 'booktitle', 'T'],
    ["nothing that is a parent's own", '@a{k, crossref = {p}}\n@b{p, title = {T}, doi = {10.1/x}}', 'title', undefined],
    ['shared data', '@a{k, xdata = {x, y}}\n@xdata{x, year = 1}\n@xdata{y, doi = {10.1/x}}', 'doi', '10.1/x'],
    ["a parent's shared data", '@a{k, crossref = {p}}\n@b{p, xdata = {x}}\n@xdata{x, publisher = {P}}', 'publisher', 'P'],
    ['nothing from entries that inherit from each other', '@a{k, crossref = {p}}\n@b{p, crossref = {k}}', 'year', undefined],
  ]; // prettier-ignore
  for (const [title, bib, name, value] of cases) {
    it(`reads ${title}`, () => {
      assert.equal(read(bib, name), value);
    });
  }

  it('ends where thousands of entries inherit from each other', () => {
    const chain = Array.from({ length: 5000 }, (_, level) => `@a{k${level}, crossref = {k${level + 1}}}`);
    const many = `@a{k, crossref = {k0}, xdata = {${'k0,'.repeat(100_000)}}}`;
    assert.equal(read(`${many}\n${chain.join('\n')}\n@a{k5000, year = 1999}`, 'year'), undefined);
  });

  it('ends where macros double each other', () => {
    const macros = Array.from({ length: 40 }, (_, level) => `@string{m${level + 1} = m${level} # m${level}}`);
    const value = read(`@string{m0 = "ab"}\n${macros.join('\n')}\n@a{k, t = m40}`, 't');
    assert.ok(value !== undefined && value.length < 5_000_000);
  });
});

describe('readNames', () => {
  const cases: readonly (readonly [tex: string, ...names: readonly object[]])[] = [
    ['Donald E. Knuth', { family: 'Knuth', given: 'Donald E.' }],
    ['Knuth, Donald E. and Leslie  Lamport', { family: 'Knuth', given: 'Donald E.' }, { family: 'Lamport', given: 'Leslie' }],
    ['von der Leyen, Ursula', { family: 'Leyen', given: 'Ursula', 'non-dropping-particle': 'von der' }],
    ["Charles de la Vall{\\'e}e Poussin", { family: 'Vallée Poussin', given: 'Charles', 'non-dropping-particle': 'de la' }],
    ['King, Jr., Martin Luther', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
    ['{Simon and Schuster} and others', { literal: 'Simon and Schuster' }],
    ['{\\"U}nver, {\\"O}zg{\\"u}r', { family: 'Ünver', given: 'Özgür' }],
    ['Plato', { family: 'Plato' }],
    ['松井 正一 and 白井, 大地', { family: '松井', given: '正一' }, { family: '白井', given: '大地' }],
    ['family=Harman, given=Hans, prefix=van', { family: 'Harman', given: 'Hans', 'non-dropping-particle': 'van' }],
    ['Sandy Andersen', { family: 'Andersen', given: 'Sandy' }],
    [''],
  ]; // prettier-ignore
  for (const [tex, ...names] of cases) {
    it(`reads ${JSON.stringify(tex)}`, () => {
      assert.deepEqual(readNames(tex), names);
    });
  }

  it('reads no more names than asked for', () => {
    assert.deepEqual(readNames('A and B and C', 2), [{ family: 'A' }, { family: 'B' }]);
  });
});
