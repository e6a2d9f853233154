import { strict as assert } from 'node:assert';
import { detectLayout } from '../../../../../src/core/bibtex/edits/detectLayout.ts';
import { formatEntry } from '../../../../../src/core/bibtex/entry/formatEntry.ts';
import { defaultLayout } from '../../../../../src/core/bibtex/entry/layout.ts';
import { scanBib } from '../../../../../src/core/bibtex/text/scan.ts';
import { fieldOptions } from '../../../../support/fieldOptions.ts';

/** Entries in the styles of programs and people, all of the same work. */
const styles: Readonly<Record<string, readonly string[]>> = {
  'this extension': ['@book{k,', '  author = {A, B},', '  title = {C},', '  year = {1999},', '  publisher = {D},', '}'],
  Zotero: ['@book{k,', '\tauthor = {A, B},', '\ttitle = {C},', '\tyear = {1999},', '\tpublisher = {D},', '}'],
  'JabRef of old': ['@Book{k,', '  Author                   = {A, B},', '  Title                    = {C},', '  Year                     = {1999},', '  Publisher                = {D}', '}'],
  JabRef: ['@Book{k,', '  author    = {A, B},', '  title     = {C},', '  year      = {1999},', '  publisher = {D},', '}'],
  'the ACM': ['@book{k,', 'author = {A, B},', 'title = {C},', 'year = {1999},', 'publisher = {D}', '}'],
  'Google Scholar': ['@book{k,', '  author={A, B},', '  title={C},', '  year={1999},', '  publisher={D}', '}'],
  Emacs: ['@Book{k,', '  author =       {A, B},', '  title =        {C},', '  year =         {1999},', '  publisher =    {D}', '}'],
  "NASA's ADS": ['@BOOK{k,', '       author = {A, B},', '        title = {C},', '         year = {1999},', '    publisher = {D}', '}'],
  'commas in front': ['@book{k', '  , author    = {A, B}', '  , title     = {C}', '  , year      = {1999}', '  , publisher = {D}', '  }'],
  'one line': ['@book{k, author={A, B}, title={C}, year={1999}, publisher={D}}'],
  'an entry within another text': ['  @book{k,', '    author = {A, B},', '    title = {C},', '    year = {1999},', '    publisher = {D}', '  }'],
  'one line without blanks': ['@book{k,author="A, B",title="C",year="1999",publisher="D",}'],
  'a first line with a field': ['@book{k, author    = {A, B},', '         title     = {C},', '         year      = {1999},', '         publisher = {D}}'],
  'capitals and quotes': ['@BOOK{k,', '    AUTHOR = "A, B",', '    TITLE = "C",', '    YEAR = "1999",', '    PUBLISHER = "D"}'],
}; // prettier-ignore

const csl = {
  id: 'k',
  type: 'book',
  title: 'C',
  author: [{ family: 'A', given: 'B' }],
  publisher: 'D',
  issued: { 'date-parts': [[1999]] },
} as const;

function layoutAt(text: string, at = text.length) {
  return detectLayout(scanBib(text), at);
}

describe('detectLayout', () => {
  for (const [program, lines] of Object.entries(styles)) {
    it(`makes entries look like those of ${program}`, () => {
      const entry = lines.join('\n');
      const written = formatEntry(csl, 'k', {
        ...fieldOptions,
        protectCase: 'none',
        layout: layoutAt(`${entry}\n\n${entry}\n`).entry,
      });
      assert.equal(written, entry);
    });
  }

  it('takes the default where there is nothing to follow', () => {
    for (const text of ['', '% nothing\n', '@string{a = "b"}\n', '@book{k}\n', '@book{k, title = "A"']) {
      assert.deepEqual(layoutAt(text), { entry: defaultLayout, blankLines: 1 });
    }
  });

  it('follows the neighbours, not the whole file, and not the one that differs from all others', () => {
    const tabs = '@a{k,\n\tt = {A}\n}\n'.repeat(20);
    const blanks = '@a{k,\n    t = {A}\n}\n'.repeat(20);
    assert.equal(layoutAt(tabs + blanks).entry.separator, ',\n    ');
    assert.equal(layoutAt(tabs + blanks, tabs.length).entry.separator, ',\n\t');
    assert.equal(layoutAt(`${tabs}@a{k,\n t = {A}\n}\n`).entry.separator, ',\n\t');
  });

  it('follows the nearer one of two that differ', () => {
    const aligned = '@a{k,\n  author = {A},\n  year   = 1\n}\n';
    const ragged = '@a{k,\n  author = {A},\n  year = 1\n}\n';
    assert.equal(layoutAt(ragged + aligned).entry.align, 'longest');
    assert.equal(layoutAt(aligned + ragged).entry.align, 'none');
  });

  it('learns no letter case from names of several words', () => {
    assert.equal(
      layoutAt('@a{k, TITLE = {A}, TITLE+an = {B}, title+an:x = {C}}').entry.fieldNameCase,
      'upper',
    );
  });

  it('follows no broken entry', () => {
    assert.equal(layoutAt('@a{k,\n\tt = {A}\n}\n@a{k,\n t {A}\n}\n').entry.separator, ',\n\t');
  });

  it('counts blank lines between entries', () => {
    const entry = '@a{k, t = {A}}';
    for (const blankLines of [0, 1, 3]) {
      const text = `${entry}${'\r\n'.repeat(blankLines + 1)}`.repeat(3);
      assert.equal(layoutAt(text).blankLines, blankLines);
    }
  });

  it('keeps the line ends of the place in a file of both', () => {
    const text = '@a{k,\r\n t = {A}\r\n}\r\n@a{k,\n t = {A}\n}\n';
    assert.equal(layoutAt(text, 22).entry.lineEnd, '\r\n');
    assert.equal(layoutAt(text).entry.lineEnd, '\n');
    assert.equal(layoutAt(text.replaceAll('\n', '')).entry.lineEnd, '\r');
  });
});
