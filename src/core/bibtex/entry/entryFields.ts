/** The fields of an entry: what each part of a record becomes in either dialect, in the order they are written. */
import { toLanguage } from '../../record/language.ts';
import type { CslItem } from '../../record/record.ts';
import { entryTypeOf } from './entryType.ts';
import { nameOfWorkWriter, plainWriter, type FieldOptions } from './fieldText.ts';
import { findEprint } from './findEprint.ts';
import { formatBiblatexDate, formatBibtexDate } from './formatDate.ts';
import { formatNames, formatReadings, nameInProse } from './formatNames.ts';
import { formatPages } from './formatPages.ts';
import { degreeNote, typeField } from './genre.ts';
import { toLangid } from './languages.ts';
import { textFields, type FieldTexts } from './textFields.ts';
import { textOf } from './textOf.ts';
import { toAddress, toVerbatim } from './verbatim.ts';

/** An entry without its key: values as they stand behind the equals sign, in braces or a bare macro (`mar`). */
export interface EntryFields {
  readonly type: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

const order = [
  'author', 'yomi', 'key', 'title', 'shorttitle', 'origtitle', 'journal', 'journaltitle', 'shortjournal', 'booktitle',
  'editor', 'translator', 'eventtitle', 'eventdate', 'venue', 'date', 'year', 'month', 'type', 'edition', 'series',
  'volume', 'volumes', 'number', 'issue', 'pages', 'eid', 'pagetotal', 'version', 'howpublished', 'publisher',
  'institution', 'school', 'organization', 'address', 'location', 'pubstate', 'isbn', 'issn', 'doi', 'eprint',
  'eprinttype', 'eprintclass', 'archiveprefix', 'primaryclass', 'url', 'urldate', 'pmid', 'pmcid', 'crid', 'langid',
  'note', 'keywords', 'abstract',
]; // prettier-ignore

/** Writes text in which `--` is a dash. */
function writeRange(text: string, write: (plain: string) => string): string {
  return text.split('--').map(write).join('--');
}

/** What every part of the entry is made from. `write` turns plain text into TeX text. */
interface Entry {
  readonly csl: CslItem;
  readonly type: string;
  readonly options: FieldOptions;
  readonly write: (plain: string) => string;
}

function nameFields({ csl, type, options, write }: Entry): FieldTexts {
  const style = { order: options.japaneseNameOrder, encode: write };
  const { custom = {} } = csl;
  const [authors, editors] = [csl.author ?? [], csl.editor ?? []];
  const author = formatNames(authors, style, custom.authorsIncomplete);
  const editor = formatNames(editors, style);
  const title = nameOfWorkWriter(options)(textOf(csl, 'title-short') ?? textOf(csl, 'title') ?? '');
  // BibTeX's styles sort and label a work that names nobody by its `key`, and complain where it has none. natbib looks
  // for brackets in labels.
  const isNameless =
    author === undefined && title !== '' && !(editor !== undefined && /^(?:book|proceedings)$/.test(type));
  return {
    author,
    yomi: formatReadings(authors, custom.authorReadings ?? [], style),
    key: isNameless && options.dialect === 'bibtex' ? `{${title}}` : undefined,
    editor,
    translator: formatNames(csl.translator ?? [], style),
  };
}

/** BibTeX's styles take a book's authors or its editors, never both: its editors are then said in the note. */
function editorsNote({ csl, type, options, write }: Entry, names: FieldTexts): string | undefined {
  const takesBoth = options.dialect === 'biblatex' || type !== 'book';
  if (takesBoth || names['author'] === undefined || names['editor'] === undefined) return undefined;
  const editors = (csl.editor ?? []).map(nameInProse);
  const isJapanese = textOf(csl, 'language') === 'ja';
  return write(
    isJapanese ? `${editors.join('・')} 編` : `Edited by ${new Intl.ListFormat('en').format(editors)}`,
  );
}

/** Returns BibLaTeX's word for a work that is yet to appear; undefined where the text says nothing of the kind. */
function toPublicationState(text: string): string | undefined {
  const state = text.toLowerCase().replace(/[\s-]/g, '');
  return /^(?:inpreparation|submitted|forthcoming|inpress|prepublished)$/.test(state) ? state : undefined;
}

function dateFields({ csl, type, options, write }: Entry): FieldTexts {
  const { year, month } = formatBibtexDate(csl.issued ?? {});
  if (options.dialect === 'bibtex') return { year: year && writeRange(year, write), month };
  const date = formatBiblatexDate(csl.issued ?? {});
  const words = date === undefined ? (year ?? '') : '';
  const pubstate = toPublicationState(words) ?? toPublicationState(textOf(csl, 'status') ?? '');
  const hasEvent = /^(?:in)?proceedings$|^unpublished$/.test(type);
  return {
    date,
    // Other words are no date to biber, which prints them all the same.
    year: toPublicationState(words) === undefined ? write(words) : undefined,
    pubstate,
    eventdate: hasEvent ? formatBiblatexDate(csl['event-date'] ?? {}) : undefined,
  };
}

/** An article number is BibLaTeX's `eid`; BibTeX's styles print it in the place of the pages. */
function pageFields({ csl, type, options, write }: Entry): FieldTexts {
  const range = formatPages(textOf(csl, 'page') ?? '');
  const eid = type === 'article' || type.startsWith('in') ? textOf(csl, 'number') : undefined;
  const isSame = range === eid;
  const texts =
    options.dialect === 'bibtex'
      ? { pages: range ?? eid, eid: range === undefined || isSame ? undefined : eid }
      : { pages: isSame ? undefined : range, eid };
  return { pages: texts.pages && writeRange(texts.pages, write), eid: texts.eid && write(texts.eid) };
}

function identifierFields({ csl, options, write }: Entry): FieldTexts {
  const isBibtex = options.dialect === 'bibtex';
  const eprint = findEprint(csl);
  const doi = textOf(csl, 'DOI');
  const url = doi === undefined ? textOf(csl, 'URL') : undefined;
  const [pmid, pmcid, crid] = [textOf(csl, 'PMID'), textOf(csl, 'PMCID'), csl.custom?.crid];
  return {
    doi: doi && toVerbatim(doi),
    eprint: eprint && toVerbatim(eprint.id),
    [isBibtex ? 'archiveprefix' : 'eprinttype']: eprint && write(eprint.server),
    [isBibtex ? 'primaryclass' : 'eprintclass']: eprint?.primaryClass && write(eprint.primaryClass),
    url: url && toAddress(url),
    urldate: url && formatBiblatexDate(csl.accessed ?? {}),
    pmid: pmid && write(pmid),
    pmcid: pmcid && write(pmcid),
    crid: doi === undefined ? crid && write(crid) : undefined,
  };
}

/** Who has the work, where no field of its own says so. */
function hostFields({ csl, type, options }: Entry): FieldTexts {
  const write = nameOfWorkWriter(options);
  const eprint = findEprint(csl);
  const server = csl.type === 'article' ? (eprint?.server ?? csl.custom?.eprintType) : undefined;
  const [container, publisher] = [textOf(csl, 'container-title'), textOf(csl, 'publisher')];
  if (options.dialect === 'biblatex') {
    if (!/^(?:online|misc|audio|image|video)$/.test(type)) return {};
    const host = server ?? publisher ?? container;
    const inside = type !== 'online' && host !== container ? container : undefined;
    return {
      organization: host === undefined || eprint !== undefined ? undefined : write(host),
      ...(inside !== undefined && {
        howpublished: write([inside, textOf(csl, 'number')].filter(Boolean).join(', ')),
      }),
    };
  }
  if (!/^(?:misc|booklet|unpublished)$/.test(type)) return {};
  const label = [textOf(csl, 'genre'), textOf(csl, 'number')].filter(Boolean).join(' ');
  const places = [label, container, textOf(csl, 'event-title'), textOf(csl, 'event-place'), publisher];
  return { howpublished: write(server ?? [...new Set(places.filter(Boolean))].join(', ')) };
}

function remarkFields({ csl, type, options, write }: Entry, ...notes: FieldTexts[string][]): FieldTexts {
  const isBibtex = options.dialect === 'bibtex';
  const language = textOf(csl, 'language') ?? '';
  const langid = toLangid(toLanguage(language) ?? language);
  const kind = typeField(csl, type, options.dialect);
  const remark = degreeNote(csl) ?? (isBibtex ? textOf(csl, 'status') : undefined);
  return {
    type: kind && write(kind),
    // BibTeX's styles ask nothing about languages, but for those that set Japanese entries by rules of their own.
    langid: isBibtex && langid !== 'japanese' ? undefined : langid,
    note: notes.filter(Boolean).join('; ') || (remark && write(remark)),
  };
}

/** Styles define the months; seasons are words. */
function isMonthMacro(name: string, text: string): boolean {
  return name === 'month' && /^[a-z]{3}$/.test(text);
}

/** Returns an entry's type and its fields, without those that are excluded or would be empty. */
export function entryFields(csl: CslItem, options: FieldOptions): EntryFields {
  const type = entryTypeOf(csl, options.dialect);
  const entry: Entry = { csl, type, options, write: plainWriter(options) };
  const texts = textFields(csl, type, options);
  const names = nameFields(entry);
  const editors = editorsNote(entry, names);
  const all: FieldTexts = {
    ...texts,
    ...hostFields(entry),
    ...remarkFields(entry, editors, texts['note']),
    ...names,
    ...(editors !== undefined && { editor: undefined }),
    ...dateFields(entry),
    ...pageFields(entry),
    ...identifierFields(entry),
  };
  const excluded = new Set(options.excludeFields.map((name) => name.toLowerCase()));
  if (excluded.has('keyword')) excluded.add('keywords');
  const fields = order.flatMap((name): (readonly [string, string])[] => {
    const text = all[name];
    if (text === undefined || text === '' || excluded.has(name)) return [];
    return [[name, isMonthMacro(name, text) ? text : `{${text}}`]];
  });
  return { type, fields };
}
