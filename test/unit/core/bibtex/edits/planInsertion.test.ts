import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { EntryPosition } from '../../../../../src/core/bibtex/edits/findPlaces.ts';
import { planInsertion } from '../../../../../src/core/bibtex/edits/planInsertion.ts';
import { scanBib } from '../../../../../src/core/bibtex/text/scan.ts';
import { applyEdits } from '../../../../../src/core/span.ts';
import { bibText } from '../../../../support/bibText.ts';

/** Adds entries of one line, so that a test shows the places alone. */
function insert(text: string, keys: readonly string[] = ['new'], position: EntryPosition = 'end'): string {
  const entries = keys.map((key) => ({ key, format: () => `@n{${key}}` }));
  const edits = planInsertion(scanBib(text), entries, position);
  assert.ok(edits.every(({ start, end }) => start === end));
  return applyEdits(text, edits);
}

describe('planInsertion', () => {
  describe('at the end', () => {
    const cases: readonly (readonly [title: string, before: string, after: string])[] = [
      ['of an empty file, with a line end', '', '@n{new}\n'],
      ['of a file of blank lines', '\n\n', '@n{new}\n\n'],
      ['of a file with a byte order mark alone', '\ufeff', '\ufeff@n{new}\n'],
      ['of a file', '@a{x}\n', '@a{x}\n\n@n{new}\n'],
      ['of a file without a last line end, which stays without', '@a{x}', '@a{x}\n\n@n{new}'],
      ['before the blank lines at the end', '@a{x}\n\n\n', '@a{x}\n\n@n{new}\n\n\n'],
      ['with the blank lines of the neighbours: none', '@a{x, t = 1}\n@a{y, t = 1}\n@a{z, t = 1}\n', '@a{x, t = 1}\n@a{y, t = 1}\n@a{z, t = 1}\n@n{new}\n'],
      ['with the blank lines of the neighbours: two', '@a{x, t = 1}\n\n\n@a{y, t = 1}\n', '@a{x, t = 1}\n\n\n@a{y, t = 1}\n\n\n@n{new}\n'],
      ['with CR LF', '@a{x}\r\n\r\n@a{y}\r\n', '@a{x}\r\n\r\n@a{y}\r\n\r\n@n{new}\r\n'],
      ['behind text and comments', '% Mine\n', '% Mine\n\n@n{new}\n'],
      ['behind a comment that ends the file', '@a{x} % a', '@a{x} % a\n\n@n{new}'],
      ['behind strings and preambles', '@string{a = "b"}\n', '@string{a = "b"}\n\n@n{new}\n'],
      ["before JabRef's metadata", '@a{x}\n\n@Comment{jabref-meta: a;}\n\n@Comment{jabref-meta: b;}\n', '@a{x}\n\n@n{new}\n\n@Comment{jabref-meta: a;}\n\n@Comment{jabref-meta: b;}\n'],
      ["before JabRef's metadata in a file with nothing else", '@Comment{jabref-meta: a;}\n', '@n{new}\n\n@Comment{jabref-meta: a;}\n'],
      ["before BibDesk's groups", '@a{x}\n\n@comment{BibDesk Static Groups{\n}}', '@a{x}\n\n@n{new}\n\n@comment{BibDesk Static Groups{\n}}'],
      ['behind a comment of the person', '@a{x}\n\n@comment{@a{y}}\n', '@a{x}\n\n@comment{@a{y}}\n\n@n{new}\n'],
      ["before Emacs' settings", '@a{x}\n\n% Local Variables:\n% mode: bibtex\n% End:\n', '@a{x}\n\n@n{new}\n\n% Local Variables:\n% mode: bibtex\n% End:\n'],
      ["before Emacs' settings in a comment", '@a{x}\n@comment{Local Variables:\nmode: bibtex\nEnd: }\n', '@a{x}\n\n@n{new}\n\n@comment{Local Variables:\nmode: bibtex\nEnd: }\n'],
      ["before Vim's", '@a{x}\n% vim: set ts=2:\n', '@a{x}\n\n@n{new}\n\n% vim: set ts=2:\n'],
      ['of blocks in one line', '@a{x}@Comment{jabref-meta: a;}', '@a{x}\n\n@n{new}\n\n@Comment{jabref-meta: a;}'],
      ['before an entry that is being typed', '@a{x}\n\n@a{y, t = {A}\n', '@a{x}\n\n@n{new}\n\n@a{y, t = {A}\n'],
      ['before a value that is never closed', '@a{x}\n\n@a{y, t = {A\n', '@a{x}\n\n@n{new}\n\n@a{y, t = {A\n'],
      ['before a comment that is never closed', '@a{x}\n@comment{ y', '@a{x}\n\n@n{new}\n\n@comment{ y'],
      ['before a value that swallows all that follows it', '@a{x}\n\n@a{y, t = {A {\n\n@a{z}\n', '@a{x}\n\n@n{new}\n\n@a{y, t = {A {\n\n@a{z}\n'],
      ['behind an entry whose last brace is missing', '@a{x, t = {A}\n\n@a{y}\n', '@a{x, t = {A}\n\n@a{y}\n\n@n{new}\n'],
      ['behind a value that takes the brace of its entry', '@a{x, t = {A\n}\n\n@a{y}\n', '@a{x, t = {A\n}\n\n@a{y}\n\n@n{new}\n'],
      ['before an open entry that would take the first words behind it', '@a{x}\n@a{y, t = {A},\n\n@Comment{jabref-meta: a;}\n', '@a{x}\n\n@n{new}\n\n@a{y, t = {A},\n\n@Comment{jabref-meta: a;}\n'],
      ['before quotes that a brace keeps open', '@a{x}\n\n@a{y, t = "A {b", u = 1\n}\n\n@a{z}\n', '@a{x}\n\n@n{new}\n\n@a{y, t = "A {b", u = 1\n}\n\n@a{z}\n'],
      ['before an entry that is open for BibTeX, which knows no such comments', '@a{x}\n\n% @a{y,\n', '@a{x}\n\n@n{new}\n\n% @a{y,\n'],
      ['behind a comment in which BibTeX finds an entry', '@a{x}\n\n@comment{see @a{y, t}}\n', '@a{x}\n\n@comment{see @a{y, t}}\n\n@n{new}\n'],
      ['before the line of an @ that waits for its type', '@a{x}\n\nsee @\n', '@a{x}\n\n@n{new}\n\nsee @\n'],
      ['before the line of an @ for which biber expects a brace', '@a{x}\n\nme@home.org\n', '@a{x}\n\n@n{new}\n\nme@home.org\n'],
      ['before an entry whose open quote biber reads on', '@a{x}\n\n@a{y, t = "A\n}\n\n@a{z}\n', '@a{x}\n\n@n{new}\n\n@a{y, t = "A\n}\n\n@a{z}\n'],
      ['before an open entry that biber goes on to read field by field', '@a{x}\n\n@a{y, t = {A},\n\n@a{z}\n\n@a{u}\n', '@a{x}\n\n@n{new}\n\n@a{y, t = {A},\n\n@a{z}\n\n@a{u}\n'],
      ['before a comment without braces, for which biber expects some', '@a{x}\n\n@comment no more\n', '@a{x}\n\n@n{new}\n\n@comment no more\n'],
      ['of a file whose only entry is never closed', '@a{y, t = {A\n', '@n{new}\n\n@a{y, t = {A\n'],
    ]; // prettier-ignore
    for (const [title, before, after] of cases) {
      it(title, () => {
        assert.equal(insert(before), after);
      });
    }

    it('puts several entries behind each other', () => {
      assert.equal(insert('@a{x}\n', ['b', 'a']), '@a{x}\n\n@n{b}\n\n@n{a}\n');
    });
  });

  describe('in the order of the keys', () => {
    const cases: readonly (readonly [title: string, before: string, after: string, keys?: readonly string[]])[] = [
      ['between two', '@a{a}\n\n@a{Z}\n', '@a{a}\n\n@n{new}\n\n@a{Z}\n'],
      ['behind all', '@a{A}\n\n@a{b}\n', '@a{A}\n\n@a{b}\n\n@n{new}\n'],
      ['behind all and before what is no entry', '@a{A}\n\n@a{b}\n\n% end\n', '@a{A}\n\n@a{b}\n\n@n{new}\n\n% end\n'],
      ['before all', '% Mine\n\n@a{o}\n\n@a{p}\n', '% Mine\n\n@n{new}\n\n@a{o}\n\n@a{p}\n'],
      ['before the only one', '@a{z}\n', '@n{new}\n\n@a{z}\n'],
      ['behind what is noted in the line of the entry before', '@a{a} % A\n@a{z}\n', '@a{a} % A\n\n@n{new}\n\n@a{z}\n'],
      ['before what is noted above the entry behind', '@a{a}\n\n% Z\n@a{z}\n', '@a{a}\n\n@n{new}\n\n% Z\n@a{z}\n'],
      ['of capitals first', '@a{A}\n\n@a{Z}\n\n@a{a}\n\n@a{z}\n', '@a{A}\n\n@a{Z}\n\n@a{a}\n\n@n{new}\n\n@a{z}\n'],
      ['of numbers', '@a{k9}\n\n@a{k11}\n', '@a{k9}\n\n@n{k10}\n\n@a{k11}\n', ['k10']],
      ['several at once', '@a{b}\n\n@a{d}\n', '@n{a}\n\n@a{b}\n\n@n{c1}\n\n@n{c2}\n\n@a{d}\n\n@n{e}\n', ['e', 'c2', 'a', 'c1']],
      ['not where the file has none', '@a{z}\n\n@a{a}\n', '@a{z}\n\n@a{a}\n\n@n{new}\n'],
      ['not in what a broken entry swallows', '@a{a, t = {A {\n\n@a{z}\n', '@n{new}\n\n@a{a, t = {A {\n\n@a{z}\n'],
      ['not behind an open entry', '@a{a, t = 1,\n\n@a{z}\n', '@n{new}\n\n@a{a, t = 1,\n\n@a{z}\n'],
      ['in an empty file', '', '@n{new}\n'],
    ]; // prettier-ignore
    for (const [title, before, after, keys] of cases) {
      it(title, () => {
        assert.equal(insert(before, keys, 'sorted'), after);
      });
    }
  });

  it('adds an entry that is read whole to any text, and changes how none of the closed ones is read', () => {
    const isSound = ({ closed, kind }: { readonly closed: boolean; readonly kind: string }): boolean =>
      closed && kind === 'entry';
    fc.assert(
      fc.property(bibText(), fc.constantFrom<EntryPosition>('end', 'sorted'), (text, position) => {
        const read = (source: string): readonly string[] =>
          [...scanBib(source).blocks()].filter(isSound).map(({ start, end }) => source.slice(start, end));
        const after = read(insert(text, ['new-entry'], position));
        assert.equal(after.filter((entry) => entry === '@n{new-entry}').length, 1);
        assert.deepEqual(after.filter((entry) => entry !== '@n{new-entry}'), read(text)); // prettier-ignore
      }),
      { numRuns: 3000 },
    );
  });
});
