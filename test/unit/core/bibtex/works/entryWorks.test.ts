import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { BibIndex } from '../../../../../src/core/bibtex/text/bibIndex.ts';
import { findSameWork } from '../../../../../src/core/bibtex/works/recognise.ts';
import { scanBib } from '../../../../../src/core/bibtex/text/scan.ts';
import type { TextEdit } from '../../../../../src/core/span.ts';
import { updateIndex } from '../../../../../src/core/bibtex/text/updateIndex.ts';
import type { CslItem } from '../../../../../src/core/record/record.ts';

/** Blocks that say the same of different works, depend on each other, and lack an end or a key. */
const blocks = [
  '@article{a, author = {Doe, J.}, title = {One}, year = 2001, doi = {10.5555/one}}',
  '@article{b, author = {Doe, J.}, title = {One}, year = 2001}',
  '@article{c, doi = {10.5555/ONE}, isbn = {978-3-16-148410-0}}',
  '@book{d, title = {Two}, editor = who, year = 2002, isbn = {9783161484100}}',
  '@inbook{e, crossref = {d}, title = {Three}}',
  '@inbook{f, crossref = {g}, title = {Three}, author = {Doe, J.}}',
  '@proceedings{g, year = 2003}',
  '@misc{h, xdata = {i}, doi = {10.5555/two}}',
  '@xdata{i, author = {Doe, J.}, title = {Four}, year = 2004}',
  '@string{who = {Roe, R.}}',
  '@string{who = {Doe, J.}}',
  '@comment{10.5555/three}',
  '@misc{j, title = {Open}, author = {Doe, J.}, year = 2005',
  '@misc{title = {No key}, doi = {10.5555/two}}',
];

const one = { type: 'article-journal', issued: { 'date-parts': [[2001]] } } as const;
const asked: readonly CslItem[] = [
  { id: '', title: '', type: 'article-journal', DOI: '10.5555/one' },
  { id: '', title: '', type: 'article-journal', DOI: '10.5555/two' },
  { id: '', title: '', type: 'book', ISBN: '9783161484100' },
  { ...one, id: '', title: 'One', author: [{ family: 'Doe', given: 'J.' }] },
  ...['Doe', 'Roe'].flatMap((family) =>
    ['Two', 'Three', 'Four', 'Open'].map((title, place) => ({
      id: '',
      title,
      type: 'chapter' as const,
      author: [{ family, given: family.slice(0, 1) }],
      issued: { 'date-parts': [[2002 + place]] },
    })),
  ),
];

function answersOf(index: BibIndex): readonly (number | undefined)[] {
  return asked.map((csl) => findSameWork(index, csl)?.number);
}

describe('works of entries', () => {
  const block = fc.constantFrom(...blocks);
  const text = fc.array(block, { maxLength: 12 }).map((parts) => parts.join('\n\n'));
  const fraction = fc.double({ min: 0, max: 1, noNaN: true });
  const newText = fc.oneof(block, block.map((inner) => `\n${inner}\n`), fc.constantFrom('', '', 'x', '2', '}', '\n@misc{z,')); // prettier-ignore
  const edits = fc.array(fc.tuple(fraction, fc.nat(80), newText, fc.boolean()), {
    minLength: 1,
    maxLength: 6,
  });

  it('are recognised after edits as if the text were read anew', () => {
    fc.assert(
      fc.property(text, edits, (before, steps) => {
        let edited = before;
        let index = scanBib(before);
        answersOf(index);
        for (const [place, length, inserted, isAsked] of steps) {
          const start = Math.floor(place * edited.length);
          const edit: TextEdit = { start, end: Math.min(edited.length, start + length), newText: inserted };
          edited = edited.slice(0, start) + inserted + edited.slice(edit.end);
          index = updateIndex(index, edited, [edit]);
          if (isAsked) assert.deepEqual(answersOf(index), answersOf(scanBib(edited)));
        }
        assert.deepEqual(answersOf(index), answersOf(scanBib(edited)));
      }),
      { numRuns: 500 },
    );
  }).timeout(30_000);

  it('are still those of a text that was edited since', () => {
    const before = scanBib(blocks.join('\n'));
    const answers = answersOf(before);
    const edited = before.text.replace('10.5555/one', '10.5555/xne');
    const start = before.text.indexOf('one');
    answersOf(updateIndex(before, edited, [{ start, end: start + 1, newText: 'x' }]));
    assert.deepEqual(answersOf(before), answers);
  });

  it('are read again for the entries that an edit touches, and no others', () => {
    const entry = (number: number): string => `@misc{k${number}, doi = {10.5555/${number}}}\n`;
    const before = Array.from({ length: 50 }, (_, number) => entry(number)).join('');
    const index = scanBib(before);
    const find = (of: BibIndex, id: number): string | undefined =>
      findSameWork(of, { id: '', type: 'article', title: '', DOI: `10.5555/${id}` })?.key;
    assert.equal(find(index, 7), 'k7');
    // A text that is wrong everywhere but in the edited entry shows what is read.
    const start = before.indexOf('20}');
    const edited = `${before.slice(0, start)}9${before.slice(start)}`.replaceAll(
      /10\.5555(?!\/920)/g,
      '00.0000',
    );
    const updated = updateIndex(index, edited, [{ start, end: start, newText: '9' }]);
    assert.deepEqual(
      [7, 920, 20, 49].map((id) => find(updated, id)),
      ['k7', 'k20', undefined, 'k49'],
    );
  });
});
