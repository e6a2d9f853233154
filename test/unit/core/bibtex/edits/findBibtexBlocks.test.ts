import { strict as assert } from 'node:assert';
import { findBibtexBlocks } from '../../../../../src/core/bibtex/edits/findBibtexBlocks.ts';
import { createPlaceFinder } from '../../../../../src/core/bibtex/edits/findSafePlace.ts';
import { scanBib } from '../../../../../src/core/bibtex/text/scan.ts';

describe('findBibtexBlocks', () => {
  /** Texts, with what BibTeX reads as blocks: `…` where the text ends within. */
  const cases: readonly (readonly [text: string, blocks: readonly string[]])[] = [
    ['@a{k, t = {A {b} c}, u = "d {"} e" # 1 # jan,} x', ['@a{k, t = {A {b} c}, u = "d {"} e" # 1 # jan,}']],
    ['@a(k(1)b, t = {)}) x', ['@a(k(1)b, t = {)})']],
    ['@string{a = "b"} @preamble{"c" # a} x', ['@string{a = "b"}', '@preamble{"c" # a}']],
    ['% @a{k} x', ['@a{k}']],
    ['@comment{@a{k}} x', ['@comment', '@a{k}']],
    ['me@home.org, @a{k} x', ['@home.org', '@a{k}']],
    ['@ @a{k}', ['@ @a{k}']],
    ['@a{k, t = "A} @b{l}', ['@a{k, t = "A', '@b{l}']],
    ['@a{k, t = {A} u = 1} @b{l}', ['@a{k, t = {A} ', '@b{l}']],
    ['@a{k,\n@b{l}', ['@a{k,\n@b']],
    ['@a{k, t = "A {b", u = 1}\n@b{l}', ['@a{k, t = "A {b", u = 1}\n@b{l}…']],
    ['@a{k, t = 1a} @b{l}', ['@a{k, t = 1', '@b{l}']],
    ['@', ['@…']],
  ];
  for (const [text, blocks] of cases) {
    it(`reads ${JSON.stringify(text)}`, () => {
      const found = findBibtexBlocks(text);
      assert.deepEqual(
        found.map(({ start, end }) => text.slice(start, end) + (end === Infinity ? '…' : '')),
        blocks,
      );
    });
  }

  it('is left in few steps, however many blocks are open', function () {
    // Not about seconds: a search that starts anew at each of these would not end within the hour.
    this.timeout(60_000);
    for (const piece of [
      '@',
      '@ \n',
      '@a{x,\n',
      '@a{x,t="{',
      '\n@comment{',
      '@comment \n',
      '@a(',
      'a@b\n',
      '% @a{x,\n',
    ]) {
      const text = piece.repeat(200_000 / piece.length);
      assert.equal(createPlaceFinder(scanBib(text))(0), 0);
      assert.ok(createPlaceFinder(scanBib(text))(text.length) <= text.length);
    }
  });
});
