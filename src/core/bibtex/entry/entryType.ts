import type { CslItem, CslType } from '../../record/record.ts';
import { degreeOf } from './genre.ts';
import { fieldMapOf, type Dialect } from './fieldMap.ts';
import { textOf } from './textOf.ts';

/** Entry types of a CSL type or a source's kind, where citation-js' own are coarser or wrong. */
interface EntryTypes {
  readonly bibtex: string;
  readonly biblatex: string;
}

const both = (type: string): EntryTypes => ({ bibtex: type, biblatex: type });

/** By the kind a source gives; it comes before the CSL type. */
const byKind: ReadonlyMap<string, EntryTypes> = new Map([
  ['proceedings', both('proceedings')],
  ['proceedings-series', { bibtex: 'proceedings', biblatex: 'mvproceedings' }],
  ['edited-book', { bibtex: 'book', biblatex: 'collection' }],
  ['reference-book', { bibtex: 'book', biblatex: 'reference' }],
  ['book-set', { bibtex: 'book', biblatex: 'mvbook' }],
  ['book-series', { bibtex: 'book', biblatex: 'mvbook' }],
  ['reference-entry', { bibtex: 'incollection', biblatex: 'inreference' }],
  ['peer-review', both('misc')],
  ['component', both('misc')],
]);

const byType: ReadonlyMap<CslType, EntryTypes> = new Map([
  ['article', { bibtex: 'misc', biblatex: 'online' }],
  ['chapter', { bibtex: 'incollection', biblatex: 'inbook' }],
  ['classic', both('book')],
  ['entry', { bibtex: 'incollection', biblatex: 'inreference' }],
  ['entry-dictionary', { bibtex: 'incollection', biblatex: 'inreference' }],
  ['entry-encyclopedia', { bibtex: 'incollection', biblatex: 'inreference' }],
  ['figure', { bibtex: 'misc', biblatex: 'image' }],
  ['graphic', { bibtex: 'misc', biblatex: 'image' }],
  ['interview', both('misc')],
  ['motion_picture', { bibtex: 'misc', biblatex: 'video' }],
  ['pamphlet', both('booklet')],
  ['song', { bibtex: 'misc', biblatex: 'audio' }],
  ['speech', { bibtex: 'misc', biblatex: 'unpublished' }],
  ['standard', both('misc')],
]);

/**
 * Entry types of biblatex' data model for which its own styles have no driver, and complain of it. Pictures, films and
 * recordings keep theirs, which the styles of APA, Chicago and MLA know; biblatex' own print them as `misc`.
 */
const driverless = /^(?:artwork|jurisdiction|legal|legislation|letter|movie|music|performance|standard)$/;

/** Entry types of which styles print the editors alone, and what prints authors instead. */
const editorsOnly: ReadonlyMap<string, string> = new Map([
  ['proceedings', 'book'],
  ['mvproceedings', 'mvbook'],
  ['periodical', 'misc'],
]);

/** Keeps the authors in sight of a work that has no editors. */
function authored(type: string, { author = [], editor = [] }: CslItem): string {
  return author.length > 0 && editor.length === 0 ? (editorsOnly.get(type) ?? type) : type;
}

/** Entry types that name no book without an author, and what an edited book is. */
function edited(type: string, csl: CslItem): string {
  const hasAuthor = (csl.author?.length ?? 0) > 0;
  const hasEditor = (csl.editor?.length ?? 0) > 0;
  if (type === 'book' && hasEditor && !hasAuthor) return 'collection';
  if (type === 'collection' && hasAuthor) return 'book';
  return type;
}

/** Tells whether a chapter stands in a book that others edited. */
function isInCollection({ author = [], editor = [] }: CslItem): boolean {
  return editor.length > 0 && JSON.stringify(author) !== JSON.stringify(editor);
}

/** Returns the entry type of a work, as its style wants it: `mastersthesis` in BibTeX, `thesis` in BibLaTeX. */
export function entryTypeOf(csl: CslItem, dialect: Dialect): string {
  const { type } = csl;
  if (type === 'review' || type === 'review-book') {
    const isArticle = textOf(csl, 'container-title') !== undefined && csl.custom?.kind !== 'peer-review';
    return isArticle ? 'article' : 'misc';
  }
  if (dialect === 'bibtex' && type === 'thesis') {
    return /^(?:ma|ba)thesis$/.test(degreeOf(csl) ?? '') ? 'mastersthesis' : 'phdthesis';
  }
  // BibTeX's `unpublished` must have a note that says where the work is.
  if (dialect === 'bibtex' && type === 'manuscript' && textOf(csl, 'note') === undefined) return 'misc';
  if (dialect === 'biblatex' && type === 'chapter' && isInCollection(csl)) return 'incollection';
  const known = byKind.get(csl.custom?.kind ?? '') ?? byType.get(type);
  const entryType = (known?.[dialect] ?? fieldMapOf(dialect, type).type).replace(driverless, 'misc');
  return dialect === 'biblatex' ? edited(authored(entryType, csl), csl) : authored(entryType, csl);
}
