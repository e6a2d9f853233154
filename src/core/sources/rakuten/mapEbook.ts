/**
 * Maps an ebook of Rakuten Kobo to a record. What is left out on purpose stands in `leftOut.ts`, and every ISBN is: the
 * item number has 13 digits but is none, even where its check digit fits.
 */
import { compact } from '../../record/compact.ts';
import { fromDateText } from '../../record/dates.ts';
import { toLanguage } from '../../record/language.ts';
import { toPlainText, toTitle } from '../../record/markup.ts';
import type { CitationRecord, CslDate, CslName } from '../../record/record.ts';
import { toRecord } from '../../record/toRecord.ts';
import { asObject, asText } from '../json.ts';
import { readPeople, type KoboPerson } from './readPeople.ts';

/** The credit that Rakuten demands beside its data. */
export const credit = 'Supported by Rakuten Developers';

/** `2025年04月23日`, `2025年04月`, `2025年`; 上旬, 中旬, 下旬 and 頃 leave the day open, 以降 the end. */
const salesDate = /^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日|[上中下]旬)?)?(頃|以降)?$/u;

function readDate(text: string): CslDate | undefined {
  const [, year, month, day, vague] = salesDate.exec(text.normalize('NFKC').replaceAll(/\s/gu, '')) ?? [];
  if (year === undefined) return undefined;
  const parts = vague === undefined ? [year, month, day] : [year, month];
  return fromDateText(parts.filter((part) => part !== undefined).join('-'));
}

function readTitle(title: string, subtitle: string): string {
  const [main, sub] = [toTitle(title), toTitle(subtitle)];
  return sub === '' || main.includes(sub) ? main : `${main}: ${sub}`;
}

/** `Ditch Lane Diaries, #1` is a series and the book's number in it. */
function readSeries(series: string | undefined): { title: string | undefined; number: string | undefined } {
  const [, title = series, number] = /^(.*\S)\s*,\s*#(\d+)$/.exec(series ?? '') ?? [];
  return { title: toTitle(title ?? '') || undefined, number };
}

/** The shop's addresses in http lead to https; a stand-in on this machine has http only. */
function readAddress(value: unknown): string | undefined {
  const address = asText(value)?.replace(/^http:(?!\/\/127\.0\.0\.1[:/])/, 'https:');
  return address !== undefined && /^https?:\/\/[^\s<>"]+$/.test(address) ? address : undefined;
}

/** Says that this is a shop's ebook, that the date is the one of its sale, and who did what no other field holds. */
function writeNote(itemNumber: string, sold: string, others: readonly KoboPerson[]): string {
  const people = others.map(
    ({ name, word = '' }) => `${word}: ${name.literal ?? `${name.family ?? ''}${name.given ?? ''}`}`,
  );
  const since = sold === '' ? [] : [`${sold}発売`];
  return ['電子書籍', '楽天Kobo', `商品番号 ${itemNumber}`, ...since, ...people].join('，');
}

/** The same for an ebook in English. */
function writeEnglishNote(itemNumber: string, issued: CslDate | undefined): string {
  const day = issued?.['date-parts']?.[0]?.map((part) => String(part).padStart(2, '0')).join('-');
  return [
    'Ebook',
    'Rakuten Kobo',
    `item ${itemNumber}`,
    ...(day === undefined ? [] : [`on sale since ${day}`]),
  ].join(', ');
}

function namesOf(people: readonly KoboPerson[]): readonly CslName[] | undefined {
  return people.length === 0 ? undefined : people.map(({ name }) => name);
}

/** Returns the record of an ebook in either form of the answer; undefined without title or item number. */
export function mapEbook(value: unknown): CitationRecord | undefined {
  const outer = asObject(value);
  const book = 'Item' in outer ? asObject(outer['Item']) : outer;
  const title = readTitle(asText(book['title']) ?? '', asText(book['subTitle']) ?? '');
  const itemNumber = asText(book['itemNumber']);
  if (title === '' || itemNumber === undefined) return undefined;
  const people = readPeople(asText(book['author']) ?? '', asText(book['authorKana']) ?? '');
  const inRole = (role: KoboPerson['role']): readonly KoboPerson[] =>
    people.filter((person) => person.role === role);
  const authors = inRole('author');
  const readings = authors.map(({ reading }) => reading);
  const language = toLanguage(asText(book['language']));
  const sold = toPlainText(asText(book['salesDate']) ?? '');
  const issued = readDate(sold);
  const series = readSeries(asText(book['seriesName']));
  const publisher = toPlainText(asText(book['publisherName']) ?? '');
  const csl = compact({
    id: `rakutenKobo:${itemNumber}`,
    type: 'book' as const,
    title,
    author: namesOf(authors),
    editor: namesOf(inRole('editor')),
    translator: namesOf(inRole('translator')),
    issued,
    'collection-title': series.title,
    'collection-number': series.number,
    publisher: publisher === '' ? undefined : publisher,
    language,
    note:
      language === 'en' ? writeEnglishNote(itemNumber, issued) : writeNote(itemNumber, sold, inRole('other')),
    URL: readAddress(book['itemUrl']),
    custom: compact({
      kind: 'ebook',
      authorReadings: readings.some((reading) => reading !== null) ? readings : undefined,
    }),
  });
  const cover = readAddress(book['largeImageUrl']);
  return toRecord(csl, 'rakutenKobo', {
    links: compact({ landing: csl.URL, cover: cover?.includes('noimage') === true ? undefined : cover }),
    facts: { credit },
  });
}
