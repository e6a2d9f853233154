import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { BibIndex } from '../../../../../src/core/bibtex/text/bibIndex.ts';
import { scanBib } from '../../../../../src/core/bibtex/text/scan.ts';
import type { TextEdit } from '../../../../../src/core/span.ts';
import { updateIndex } from '../../../../../src/core/bibtex/text/updateIndex.ts';
import { bibText } from '../../../../support/bibText.ts';

function replace(text: string, { start, end, newText }: TextEdit): string {
  return text.slice(0, start) + newText + text.slice(end);
}

/** Edits one after another, each given by fractions of the text it meets. */
function editsOf(text: string, recipe: readonly (readonly [number, number, string])[]) {
  const edits: TextEdit[] = [];
  let edited = text;
  for (const [at, share, newText] of recipe) {
    const start = Math.floor(at * edited.length);
    const end = Math.min(edited.length, start + Math.floor(share * 12));
    edits.push({ start, end, newText });
    edited = replace(edited, { start, end, newText });
  }
  return { edits, edited };
}

function assertSame(index: BibIndex, text: string): void {
  const scanned = scanBib(text);
  assert.equal(index.text, text);
  assert.deepEqual([...index.blocks()], [...scanned.blocks()]);
  assert.deepEqual([index.blockTable, index.fieldTable], [scanned.blockTable, scanned.fieldTable]);
}

describe('updateIndex', () => {
  const fraction = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
  const recipe = fc.array(fc.tuple(fraction, fraction, bibText({ maxLength: 4 })), {
    minLength: 1,
    maxLength: 3,
  });

  it('equals a scan of the new text after any edits of any text', () => {
    fc.assert(
      fc.property(bibText(), recipe, (text, steps) => {
        const { edits, edited } = editsOf(text, steps);
        assertSame(updateIndex(scanBib(text), edited, edits), edited);
      }),
      { numRuns: 3000 },
    );
  });

  it('equals a scan while an entry is typed character by character into the middle of a file', () => {
    const entry = '@book{new,\n  title = "A {B} c",\n  note = {d},\n}\n';
    let text = '@article{a, title = {x}}\n\n@article{b, title = {y}}\n';
    let index = scanBib(text);
    for (const [position, newText] of entry.split(/(?:)/).entries()) {
      const edit = { start: 26 + position, end: 26 + position, newText };
      text = replace(text, edit);
      index = updateIndex(index, text, [edit]);
      assertSame(index, text);
    }
  });

  it('follows changes as VS Code reports them: of one text, from its end to its start', () => {
    const text = '@a{x, t = {1}}\n@a{y, t = {2}}\n@a{z, t = {3}}\n';
    const edits = ['z', 'x'].map((key) => ({ start: text.indexOf(key), end: text.indexOf(key) + 1, newText: `long${key}` })); // prettier-ignore
    const edited = text.replace('x', 'longx').replace('z', 'longz');
    assertSame(updateIndex(scanBib(text), edited, edits), edited);
  });

  it('reads no block that the edit leaves alone', () => {
    const text = Array.from({ length: 100 }, (_, n) => `@a{k${n}, t = {x}}\n`).join('');
    const start = text.indexOf('k50');
    // A text that is wrong everywhere but around the edit shows what is read.
    const edited = `${'?'.repeat(start - 20)}${text.slice(start - 20, start)}K${text.slice(start + 1, start + 40)}`;
    const index = updateIndex(scanBib(text), edited.padEnd(text.length, '?'), [{ start, end: start + 1, newText: 'K' }]); // prettier-ignore
    assert.equal(index.blockCount, 100);
    assert.equal(index.block(50).key, 'K50');
    assert.deepEqual(index.block(99).fields[0]?.valueSpan, scanBib(text).block(99).fields[0]?.valueSpan);
  });
});
