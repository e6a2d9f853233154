/** Maps what CiNii says of a work to a record. What is left out on purpose stands in `leftOut.ts`. */
import { doiUrl } from '../../identifiers/identifierUrl.ts';
import { compact } from '../../record/compact.ts';
import { fromDateText } from '../../record/dates.ts';
import { hasJapanese } from '../../record/japaneseName.ts';
import { toLanguage } from '../../record/language.ts';
import { findFormulas } from '../../record/formulas.ts';
import { toParagraphs, toPlainText, toTitle } from '../../record/markup.ts';
import type { CitationRecord, CslDate, CslItem, CslName, CslType } from '../../record/record.ts';
import { toRecord } from '../../record/toRecord.ts';
import { readIsbns, readIssns, splitVolume, toPages } from '../numbers.ts';
import type { Role } from '../roles.ts';
import { assignRoles } from './assignRoles.ts';
import { readPerson, type NamedPerson } from './readPeople.ts';
import { choose, isReading, type CiniiWork, type Text } from './work.ts';

export const credit = 'CiNii Research (NII)';

const kinds: Readonly<Record<string, CslType>> = {
  Article: 'article-journal',
  Book: 'book',
  Dissertation: 'thesis',
  Dataset: 'dataset',
  Product: 'dataset',
  Project: 'report',
};

/** JPCOAR's types where they say more than the kind; everything else is as its kind says. */
const resourceTypes: Readonly<Record<string, CslType>> = {
  'conference paper': 'paper-conference',
  'conference object': 'paper-conference',
  'conference proceedings': 'paper-conference',
  'conference presentation': 'speech',
  'conference poster': 'speech',
  'newspaper': 'article-newspaper',
  'periodical': 'periodical',
  'book part': 'chapter',
  'book': 'book',
  'thesis': 'thesis',
  'doctoral thesis': 'thesis',
  'master thesis': 'thesis',
  'bachelor thesis': 'thesis',
  'report': 'report',
  'research report': 'report',
  'technical report': 'report',
  'working paper': 'report',
  'software': 'software',
}; // prettier-ignore

/** `日本語 = English` is a title and its translation; CiNii marks a translated one by `〔英文〕` too. */
function readTitles(
  work: CiniiWork,
  language: string | undefined,
): { title: string; translated: string | undefined } {
  const clean = ({ text }: Text): string => toTitle(text).replace(/ ?〔[^〔〕]*〕$/u, '');
  const chosen = choose(work.titles, language);
  const whole = chosen === undefined ? '' : clean(chosen);
  const [title = whole, parallel] = work.kind === 'Book' ? whole.split(/(?<=\S)\s+=\s+/) : [whole];
  const inOtherScript = (work.alternatives ?? []).filter(
    ({ text }) => hasJapanese(text) !== hasJapanese(title),
  );
  const others = [...work.titles, ...inOtherScript]
    .filter((text) => text !== chosen && !isReading(text))
    .map(clean)
    .filter((other) => other !== '' && other !== whole);
  return { title, translated: parallel ?? others[0] };
}

/** Dates of catalogues: `2010.6`, `2003.4-`, `c1987`, `[1990]`; `19--` is none. */
function readDate(date: string | undefined): CslDate | undefined {
  const text =
    date
      ?.slice(0, 40)
      .normalize('NFKC')
      .replace(/^[c[(©\s]+/, '')
      .replace(/[\])?.,\-\s]+$/, '') ?? '';
  return fromDateText(text) ?? fromDateText(/(?<!\d)\d{4}(?!\d)/.exec(text)?.[0] ?? '');
}

interface Publisher {
  readonly name: string | undefined;
  readonly place: string | undefined;
}

/** The publisher, not who sells for it (`オーム社 (発売)`); a place or year may be written into the name. */
function readPublisher(work: CiniiWork, language: string | undefined): Publisher {
  const sellers = / ?[(（](?:発売|発売元|頒布)[)）]$/u;
  const named = work.publishers.map((publisher) => ({ ...publisher, text: toPlainText(publisher.text) }));
  const chosen =
    choose(
      named.filter(({ text }) => !sellers.test(text)),
      language,
    ) ?? named[0];
  const text = chosen?.text.replace(sellers, '').replace(/, \d{4}$/, '');
  const [, place, name = text] = /^([^:]{1,30}) : (.+)$/.exec(text ?? '') ?? [];
  return { name, place: work.place ?? place };
}

/** `大阪大学新世紀レクチャー, . 副叢書||ヨミ ; 1`: the title without its reading, and the number. */
function readSeries(series = ''): { title: string | undefined; number: string | undefined } {
  const text = toTitle(series)
    .replace(/\|\|[^;]*/u, ' ')
    .replaceAll(/,? \. /g, '. ');
  const [, title = text, number] =
    /^(.*\S) ?[,;] ?((?:v\.|vol\.|no\.|第)? ?\d+[A-Z]?[巻号]?)$/iu.exec(text) ?? [];
  return {
    title: title.trim() || undefined,
    number: number?.replace(/^(?:v|vol|no)\. ?/i, ''),
  };
}

/** The people by what they did; those without a CSL list of their own stand in a note, `監訳: 大向一輝`. */
function readCredits(work: CiniiWork, language: string | undefined) {
  const inBook = work.kind === 'Book';
  const people = work.creators
    .map((person) => readPerson(person, language, inBook))
    .filter((person) => person !== undefined);
  const { parts, incomplete } = assignRoles(people.map(({ written }) => written), work.statement, work.notes ?? []);
  const credited = parts.map((part, index) => ({ ...part, person: people[index] ?? undivided(part.name) }));
  const inRole = (role: Role): readonly NamedPerson[] =>
    credited.filter((part) => (part.role ?? 'author') === role).map(({ person }) => person);
  const others = credited.filter(({ role }) => role === 'other');
  const notes = [...new Set(others.map(({ word }) => word))].map((word) => {
    const names = others.filter((part) => part.word === word).map(({ person: { written } }) => hasJapanese(written) ? written.replaceAll(/[,，]\s*|\s+/gu, '') : written);
    return `${word ?? ''}: ${names.join(', ')}`;
  });
  return { inRole, note: notes.join('; ') || undefined, incomplete };
} // prettier-ignore

function undivided(name: string): NamedPerson {
  return { written: name, name: { literal: name }, reading: null, romanised: null };
}

function namesOf(people: readonly NamedPerson[]): readonly CslName[] | undefined {
  return people.length === 0 ? undefined : people.map(({ name }) => name);
}

/** A list as long as the authors'; none where nobody has that form, or nobody needs it. */
function formsOf(
  people: readonly NamedPerson[],
  form: 'reading' | 'romanised',
): readonly (CslName | null)[] | undefined {
  const forms = people.map((person) => person[form]);
  const isNeeded = people.some(({ written }) => hasJapanese(written));
  return isNeeded && forms.some((each) => each !== null) ? forms : undefined;
}

function readCsl(work: CiniiWork): CslItem {
  const language =
    toLanguage(work.language) ?? (work.titles.some((title) => title.language === 'ja') ? 'ja' : undefined);
  const { title, translated } = readTitles(work, language);
  const { inRole, note, incomplete } = readCredits(work, language);
  const contributors = (work.contributors ?? [])
    .map((person) => readPerson(person, language, false))
    .filter((person) => person !== undefined);
  const authors = inRole('author');
  const publisher = readPublisher(work, language);
  const series = readSeries(work.series);
  const typeIn = (table: Readonly<Record<string, CslType>>, name: string): CslType | undefined =>
    Object.hasOwn(table, name) ? table[name] : undefined;
  const type = typeIn(resourceTypes, work.resourceType ?? '') ?? typeIn(kinds, work.kind) ?? 'document';
  const container = choose(work.containers ?? [], language)?.text;
  const { volume, issue } = splitVolume(work.volume, work.issue);
  const custom = compact({
    kind: work.resourceType ?? work.kind.toLowerCase(),
    crid: work.crid,
    naid: work.naid,
    ncid: work.ncid,
    titleTranslated: translated,
    titleFormulas: findFormulas(work.titles.map(({ text }) => text), title), // prettier-ignore
    authorReadings: formsOf(authors, 'reading'),
    authorRomanised: formsOf(authors, 'romanised'),
    authorsIncomplete: incomplete ? true : undefined,
  });
  return compact({
    id: work.doi ?? `cinii:${work.crid ?? work.ncid ?? work.naid ?? title}`,
    type,
    title,
    author: namesOf(authors),
    editor: namesOf(inRole('editor')),
    translator: namesOf(inRole('translator')),
    contributor: namesOf(contributors),
    issued: readDate(work.date),
    'container-title': container === undefined ? undefined : toTitle(container) || undefined,
    'collection-title': series.title,
    'collection-number': series.number,
    volume,
    issue,
    page: toPages(work.firstPage, work.lastPage),
    number: work.dissertationNumber,
    'number-of-pages': /(\d+)\s*p(?:\b|$)/.exec(work.extent ?? '')?.[1],
    edition: work.edition,
    genre: work.degree === undefined ? undefined : toPlainText(work.degree).replaceAll(/ (?=[(（])/gu, ''),
    publisher: publisher.name,
    'publisher-place': publisher.place,
    language: language ?? (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(title) ? 'ja' : undefined),
    abstract: toParagraphs(work.abstract ?? '') || undefined,
    keyword: (work.subjects ?? []).map(toPlainText).join(', ') || undefined,
    note,
    DOI: work.doi,
    ISBN: readIsbns(work.isbns)[0],
    ISSN: readIssns(work.issns)[0],
    URL: addressOf(work),
    custom,
  });
}

/** The work's own address, never the one that was asked: that one holds the application id. */
function addressOf(work: CiniiWork): string | undefined {
  if (work.doi !== undefined) return doiUrl(work.doi);
  if (work.crid !== undefined) return `https://cir.nii.ac.jp/crid/${work.crid}`;
  if (work.ncid !== undefined) return `https://ci.nii.ac.jp/ncid/${encodeURIComponent(work.ncid)}`;
  return work.naid === undefined ? undefined : `https://ci.nii.ac.jp/naid/${encodeURIComponent(work.naid)}`;
}

/** Returns the record of a work as CiNii gives it; undefined where nothing of its title is left without markup. */
export function mapWork(work: CiniiWork): CitationRecord | undefined {
  const csl = readCsl(work);
  if (csl.title === '') return undefined;
  return toRecord(csl, 'cinii', { links: compact({ landing: csl.URL }), facts: { credit } });
}
