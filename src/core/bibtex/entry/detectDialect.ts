/** Tells from a .bib text which of the two dialects it is written in. */
import type { BibBlock, BibIndex } from '../text/bibIndex.ts';
import type { Dialect } from './fieldMap.ts';

/** What the text says itself: JabRef's metadata, and the line that names the program for TeX editors. */
const declarations: readonly (readonly [RegExp, Dialect])[] = [
  [/@comment\s*\{\s*jabref-meta:\s*databaseType:\s*biblatex\b/i, 'biblatex'],
  [/@comment\s*\{\s*jabref-meta:\s*databaseType:\s*bibtex\b/i, 'bibtex'],
  [/^[ \t]*%+[ \t]*!BIB[ \t]+(?:TS-)?program[ \t]*=[ \t]*biber\b/im, 'biblatex'],
  [/^[ \t]*%+[ \t]*!BIB[ \t]+(?:TS-)?program[ \t]*=[ \t]*(?:up?|p)?bibtex/im, 'bibtex'],
];

/** Names that only one dialect has. Where biblatex knows BibTeX's own name too, people who write biblatex use the new one. */
const biblatexFields = new Set('date journaltitle eprinttype eprintclass location subtitle booksubtitle maintitle eventtitle origdate pubstate entrysubtype xdata'.split(' ')); // prettier-ignore
const bibtexFields = new Set('journal archiveprefix primaryclass address school'.split(' '));
const biblatexTypes = new Set('online thesis report mvbook mvcollection mvproceedings mvreference collection reference inreference bookinbook suppbook suppcollection suppperiodical dataset software patent periodical artwork audio image video xdata set'.split(' ')); // prettier-ignore
const bibtexTypes = new Set('phdthesis mastersthesis techreport conference'.split(' '));

/** As many entries tell the dialect for sure. */
const maxEntries = 200;

/** Returns the dialect that most entries show; undefined where none shows any. */
export function detectDialect(index: BibIndex): Dialect | undefined {
  const declared = declarations.find(([pattern]) => pattern.test(index.text));
  if (declared !== undefined) return declared[1];
  let balance = 0;
  let seen = 0;
  for (const entry of index.entries()) {
    balance += Math.sign(countNames(entry, biblatexTypes, biblatexFields) - countNames(entry, bibtexTypes, bibtexFields)); // prettier-ignore
    if ((seen += 1) === maxEntries) break;
  }
  if (balance === 0) return undefined;
  return balance > 0 ? 'biblatex' : 'bibtex';
}

function countNames(
  { type, fields }: BibBlock,
  types: ReadonlySet<string>,
  names: ReadonlySet<string>,
): number {
  return fields.filter(({ name }) => names.has(name)).length + (types.has(type) ? 1 : 0);
}
