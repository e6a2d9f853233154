import { strict as assert } from 'node:assert';
import { entryTypeOf } from '../../../../../src/core/bibtex/entry/entryType.ts';
import type { CslItem } from '../../../../../src/core/record/record.ts';

const author = [{ family: 'Turing', given: 'Alan' }];
const editor = [{ family: 'Lovelace', given: 'Ada' }];

const cases: readonly (readonly [
  Partial<CslItem> & Pick<CslItem, 'type'>,
  bibtex: string,
  biblatex: string,
])[] = [
  [{ type: 'article-journal' }, 'article', 'article'],
  [{ type: 'article-newspaper' }, 'article', 'article'],
  [{ type: 'article' }, 'misc', 'online'],
  [{ type: 'book', author }, 'book', 'book'],
  [{ type: 'book', editor }, 'book', 'collection'],
  [{ type: 'book', author, editor }, 'book', 'book'],
  [{ type: 'book', editor, custom: { kind: 'edited-book' } }, 'book', 'collection'],
  [{ type: 'book', author, custom: { kind: 'edited-book' } }, 'book', 'book'],
  [{ type: 'book', author, custom: { kind: 'monograph' } }, 'book', 'book'],
  [{ type: 'book', custom: { kind: 'reference-book' } }, 'book', 'reference'],
  [{ type: 'book', custom: { kind: 'book-set' } }, 'book', 'mvbook'],
  [{ type: 'book', custom: { kind: 'book-series' } }, 'book', 'mvbook'],
  [{ type: 'book', editor, custom: { kind: 'proceedings' } }, 'proceedings', 'proceedings'],
  [{ type: 'book', custom: { kind: 'proceedings-series' } }, 'proceedings', 'mvproceedings'],
  [{ type: 'book', author, custom: { kind: 'proceedings' } }, 'book', 'book'],
  [{ type: 'book', author, editor, custom: { kind: 'proceedings' } }, 'proceedings', 'proceedings'],
  [{ type: 'book', author, custom: { kind: 'proceedings-series' } }, 'book', 'mvbook'],
  [{ type: 'periodical', author }, 'misc', 'misc'],
  [{ type: 'chapter', author }, 'incollection', 'inbook'],
  [{ type: 'chapter', author, editor }, 'incollection', 'incollection'],
  [{ type: 'chapter', author, editor: author }, 'incollection', 'inbook'],
  [{ type: 'entry-encyclopedia', custom: { kind: 'reference-entry' } }, 'incollection', 'inreference'],
  [{ type: 'entry-dictionary' }, 'incollection', 'inreference'],
  [{ type: 'paper-conference' }, 'inproceedings', 'inproceedings'],
  [{ type: 'thesis' }, 'phdthesis', 'thesis'],
  [{ type: 'thesis', genre: 'Doctor of Philosophy (PhD)' }, 'phdthesis', 'thesis'],
  [{ type: 'thesis', genre: '博士(理学)' }, 'phdthesis', 'thesis'],
  [{ type: 'thesis', genre: "Master's thesis" }, 'mastersthesis', 'thesis'],
  [{ type: 'thesis', genre: 'Diplomarbeit' }, 'mastersthesis', 'thesis'],
  [{ type: 'thesis', custom: { kind: 'master thesis' } }, 'mastersthesis', 'thesis'],
  [{ type: 'thesis', genre: '修士' }, 'mastersthesis', 'thesis'],
  [{ type: 'report' }, 'techreport', 'report'],
  [{ type: 'dataset' }, 'misc', 'dataset'],
  [{ type: 'software' }, 'misc', 'software'],
  [{ type: 'webpage' }, 'misc', 'online'],
  [{ type: 'post-weblog' }, 'misc', 'online'],
  [{ type: 'review', 'container-title': 'Journal' }, 'article', 'article'],
  [{ type: 'review' }, 'misc', 'misc'],
  [{ type: 'review', 'container-title': 'Journal', custom: { kind: 'peer-review' } }, 'misc', 'misc'],
  [{ type: 'speech' }, 'misc', 'unpublished'],
  [{ type: 'standard' }, 'misc', 'misc'],
  [{ type: 'patent' }, 'misc', 'patent'],
  [{ type: 'periodical' }, 'misc', 'periodical'],
  [{ type: 'document', custom: { kind: 'component' } }, 'misc', 'misc'],
  [{ type: 'graphic' }, 'misc', 'image'],
  [{ type: 'motion_picture' }, 'misc', 'video'],
  [{ type: 'song' }, 'misc', 'audio'],
  [{ type: 'legal_case' }, 'misc', 'misc'],
  [{ type: 'manuscript' }, 'misc', 'unpublished'],
  [{ type: 'manuscript', note: 'Private collection' }, 'unpublished', 'unpublished'],
  [{ type: 'pamphlet' }, 'booklet', 'booklet'],
];

describe('entryTypeOf', () => {
  for (const [csl, bibtex, biblatex] of cases) {
    it(`makes ${JSON.stringify(csl)} a @${bibtex} in BibTeX and a @${biblatex} in BibLaTeX`, () => {
      const item = { id: 'x', title: 'X', ...csl };
      assert.equal(entryTypeOf(item, 'bibtex'), bibtex);
      assert.equal(entryTypeOf(item, 'biblatex'), biblatex);
    });
  }
});
