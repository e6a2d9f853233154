/** The fields that hold a CSL variable's text. */
import type { CslItem } from '../../record/record.ts';
import type { TextVariable } from './fieldMap.ts';
import { fieldsOf } from './fieldsOf.ts';
import { nameOfWorkWriter, plainWriter, titleWriter, type FieldOptions } from './fieldText.ts';
import { textOf } from './textOf.ts';

/** Field names and their values as TeX text, without the outer braces. */
export type FieldTexts = Readonly<Record<string, string | undefined>>;

/** Titles that styles may set in lower case. */
const caseSensitive: ReadonlySet<TextVariable> = new Set(['title', 'title-short', 'original-title']);
/** Titles of what contains the work: styles leave their capitals, apart from a book's. */
const containers: ReadonlySet<TextVariable> = new Set([
  'container-title',
  'container-title-short',
  'collection-title',
]);
/** Fields that biber reads as lists, in either dialect: "and" divides their items. */
const lists = /^(?:address|institution|location|organization|publisher|school)$/;

const ordinals = [
  'First',
  'Second',
  'Third',
  'Fourth',
  'Fifth',
  'Sixth',
  'Seventh',
  'Eighth',
  'Ninth',
  'Tenth',
];

/** BibTeX's styles print an ordinal and "edition", BibLaTeX's make both out of a number. */
function editionText(edition: string, { dialect }: FieldOptions): string {
  const text = edition.replace(/\s*\b(?:edition|edn?\.?|ed\.)$/i, '');
  const number = Number(/^(\d+)(?:st|nd|rd|th)?\.?$/i.exec(text)?.[1]);
  if (!Number.isInteger(number)) return text;
  return dialect === 'biblatex' ? String(number) : (ordinals[number - 1] ?? `${number}th`);
}

/** Tells whether a value says nothing: an original title that repeats the title, a number that cannot be one. */
function isIdle(csl: CslItem, variable: TextVariable, value: string): boolean {
  if (variable === 'ISBN' || variable === 'ISSN') return !/^[\dXx][\dXx\s,;\u2010-\u2015-]*$/.test(value);
  return variable === 'original-title' && value === textOf(csl, 'title');
}

/** Returns the texts of the entry's fields, each from the first variable that has it. */
export function textFields(csl: CslItem, entryType: string, options: FieldOptions): FieldTexts {
  const { dialect } = options;
  const [plain, title, nameOfWork] = [plainWriter(options), titleWriter(options), nameOfWorkWriter(options)];
  const write = (variable: TextVariable, field: string, value: string): string => {
    if (variable === 'title') return title(value, csl.custom?.titleFormulas);
    if (caseSensitive.has(variable) || field === 'booktitle') return title(value);
    if (containers.has(variable)) return nameOfWork(value);
    const text = plain(variable === 'edition' ? editionText(value, options) : value);
    return lists.test(field) && / and /i.test(text) ? `{${text}}` : text;
  };
  const texts: Record<string, string> = {};
  for (const [variable, field] of fieldsOf(csl.type, entryType, dialect)) {
    const value = textOf(csl, variable);
    if (value === undefined || isIdle(csl, variable, value)) continue;
    texts[field] ??= write(variable, field, value);
  }
  return dialect === 'bibtex' ? separateNumbers(texts, entryType) : texts;
}

/** BibTeX's styles take a book's volume or its number in a series, never both, and no number without a series. */
function separateNumbers(texts: FieldTexts, entryType: string): FieldTexts {
  const { number, volume, series, ...rest } = texts;
  const isBook = /^(?:book|incollection|inproceedings|proceedings)$/.test(entryType);
  if (!isBook || number === undefined || (series !== undefined && volume === undefined)) return texts;
  return series === undefined
    ? { ...rest, volume: volume ?? number }
    : { ...rest, volume, series: `${series}, ${number}` };
}
