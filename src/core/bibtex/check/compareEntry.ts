/** Compares an entry with what a record says of the same work. */
import { foldTitle } from '../../record/foldTitle.ts';
import type { CslItem } from '../../record/record.ts';
import type { BibBlock, BibIndex } from '../text/bibIndex.ts';
import { decodeTeX } from '../text/decodeTeX.ts';
import { entryFields } from '../entry/entryFields.ts';
import { entryTypeOf } from '../entry/entryType.ts';
import { hasWholeDate, nameInEntry } from '../text/fieldNames.ts';
import type { FieldOptions } from '../entry/fieldText.ts';
import { readField, readInherited } from '../text/readField.ts';
import { isSameValue } from './sameValue.ts';

/** What one field of an entry can become. */
export interface FieldChange {
  /** Lower case, as the entry names it. */
  readonly name: string;
  /** As it stands behind the equals sign. */
  readonly value: string;
  /** The value as text. */
  readonly after: string;
  /** What the entry has, as text; undefined where it lacks the field. */
  readonly before: string | undefined;
}

/** What belongs to any kind of work; other fields are offered only where entry and record are of one kind. */
const generalFields = new Set('author yomi translator title date year month doi isbn issn eprint eprinttype eprintclass archiveprefix primaryclass url pmid pmcid crid langid'.split(' ')); // prettier-ignore

/** What people write in their own way, and what only helps styles. */
const personalFields = new Set('key note howpublished shorttitle urldate keywords abstract type'.split(' '));

/** Types that are one kind of work. */
const kinds: Readonly<Record<string, string>> = {
  conference: 'inproceedings', phdthesis: 'thesis', mastersthesis: 'thesis', techreport: 'report',
  electronic: 'online', www: 'online', inbook: 'incollection',
}; // prettier-ignore

const kindOf = (type: string): string => kinds[type] ?? type;
const isDate = (name: string): boolean => /^(?:date|year|month)$/.test(name);
const isVerbatim = (name: string): boolean => /^(?:doi|url|eprint)$/.test(name);

/** Returns the text of a value as it stands behind the equals sign. */
export function plainValue(name: string, value: string): string {
  return decodeTeX(value.replace(/^[{"](.*)[}"]$/s, '$1'), isVerbatim(name));
}

/** Returns all that a record says in the fields of an entry, each under the name that the entry has for it. */
export function compareEntry(
  index: BibIndex,
  entry: BibBlock,
  csl: CslItem,
  options: FieldOptions,
): readonly FieldChange[] {
  const { fields } = entryFields(csl, options);
  const wholeDate = hasWholeDate(entry);
  const dialect = wholeDate === undefined ? options.dialect : wholeDate ? 'biblatex' : 'bibtex';
  const dated = dialect === options.dialect ? fields : entryFields(csl, { ...options, dialect }).fields;
  const names = new Set(fields.map(([name]) => name));
  const at = fields.findIndex(([name]) => isDate(name));
  const wanted = fields
    .filter(([name]) => !isDate(name))
    .toSpliced(at, 0, ...dated.filter(([name]) => isDate(name)));
  return wanted.map(([field, value]) => {
    const own = nameInEntry(index, entry, field) ?? field;
    const name = names.has(own) ? field : own;
    const before = readField(index, entry, name, isVerbatim(name));
    return { name, value, after: plainValue(name, value), before };
  });
}

/** Fields of a record that an entry lacks, and those that it has and that say something else. */
export interface Completion {
  readonly missing: readonly FieldChange[];
  readonly differing: readonly FieldChange[];
  /** Whether entry and record have one title, so that its DOI is no mistake. */
  readonly isSameTitle: boolean;
}

/** Returns what completes an entry from a record; what people write in their own way is theirs. */
export function planCompletion(
  index: BibIndex,
  entry: BibBlock,
  csl: CslItem,
  options: FieldOptions,
): Completion {
  const isSameKind = kindOf(entryTypeOf(csl, options.dialect)) === kindOf(entry.type);
  const changes = compareEntry(index, entry, csl, options).filter(
    ({ name }) => !personalFields.has(name) && (isSameKind || generalFields.has(name)),
  );
  const title = foldTitle(readField(index, entry, 'title') ?? '');
  const known = foldTitle(csl.title);
  return {
    missing: changes.filter(({ name }) => nameInEntry(index, entry, name) === undefined),
    differing: changes.filter(({ name, after }) => {
      const tex = readInherited(index, entry, name);
      return tex !== undefined && !isSameValue(name, tex, after);
    }),
    isSameTitle: title === '' || known.includes(title) || title.includes(known),
  };
}
