/**
 * A thousand works of each service that nobody wrote, for whoever asks for "flood": what a list does when everything
 * is in it. Their DOIs stand under the prefixes that Crossref (10.5555) and DataCite (10.5072) keep for this.
 */
import { decode, type Call } from '../exchange.ts';
import type { Work } from '../work.ts';
import type { Ebook } from './ebooks.ts';
import type { JapaneseWork } from './japanese.ts';

/** Works of each service. */
export const floodLength = 1000;

const demonstrators = ['Carberry, Josiah', 'Miller, Elizabeth', 'Starr, Joan', 'Zarzavilla, Josias'];
const subjects = ['tides', 'rivers', 'dikes', 'rain', 'sluices', 'springs', 'wells'];

const numbers = (from: number): readonly number[] =>
  Array.from({ length: floodLength }, (_, place) => from + place);
const pick = <T>(values: readonly [T, ...T[]], n: number): T => values[n % values.length] ?? values[0];
const titleOf = (n: number, of: string): string =>
  `Demonstration ${n} of a flood: what ${of} makes of ${subjects[n % subjects.length] ?? ''} and <i>their</i> floods`;
const yearOf = (n: number): number => 1950 + (n % 75);
const authorsOf = (n: number): readonly string[] =>
  demonstrators.slice(0, 1 + (n % demonstrators.length)).map((name) => `${name} ${n}`);

const registeredByCrossref = (n: number): Work => ({
  doi: `10.5555/flood.${n}`,
  agency: 'Crossref',
  type: pick(['journal-article', 'book-chapter', 'proceedings-article'], n),
  title: titleOf(n, 'Crossref'),
  authors: authorsOf(n),
  container: `Journal of Floods ${n % 40}`,
  volume: String(n % 30),
  page: `${n}-${n + 9}`,
  print: String(yearOf(n)),
  publisher: 'Test accounts',
  citedBy: (n * 7) % 997,
});

const registeredByDataCite = (n: number): Work => ({
  doi: `10.5072/flood-${n}`,
  agency: 'DataCite',
  type: pick(['Dataset', 'Software', 'Text'], n),
  title: titleOf(n, 'DataCite'),
  authors: authorsOf(n),
  online: `${yearOf(n)}-06-30`,
  publisher: 'DataCite',
  client: 'datacite.test',
});

const catalogued = (n: number): JapaneseWork => ({
  kind: 'Article',
  origin: 'IRDB',
  title: `洪水 flood の実演 ${n}`,
  creators: ['実演, 花子', '洪水, 太郎'],
  journal: `洪水学報 ${n % 20}`,
  volume: String(n % 50),
  pages: [String(n), String(n + 5)],
  date: String(yearOf(n)),
  publisher: '実演出版',
  language: 'ja',
});

const sold = (n: number): Ebook => ({
  itemNumber: String(9_990_000_000_000 + n),
  title: `実演 flood ${n}`,
  titleKana: `ジツエンフラッド${n}`,
  subTitle: '',
  seriesName: '',
  author: '実演花子',
  authorKana: 'ジツエンハナコ',
  publisherName: `実演書房 ${n % 10}`,
  language: 'JA',
  salesDate: `${yearOf(n)}年07月03日`,
  genre: '101912005001',
  price: n,
  page: `flood${n}`,
  image: `0000/${n}`,
});

/** What each service has for whoever asks for a flood. OpenAIRE knows the last hundred of Crossref's, and its own. */
export const createFlood = (): {
  readonly crossref: readonly Work[];
  readonly datacite: readonly Work[];
  readonly openaire: readonly Work[];
  readonly japaneseWorks: readonly JapaneseWork[];
  readonly ebooks: readonly Ebook[];
} => ({
  crossref: numbers(0).map(registeredByCrossref),
  datacite: numbers(0).map(registeredByDataCite),
  openaire: numbers(floodLength - 100).map(registeredByCrossref),
  japaneseWorks: numbers(0).map(catalogued),
  ebooks: numbers(0).map(sold),
});

/** Tells whether a request asks for words among which is "flood", or for a work of one. */
export function asksForFlood({ path, query }: Pick<Call, 'path' | 'query'>): boolean {
  return [decode(path) ?? path, ...query.values()].some((text) => /\bflood\b/i.test(text));
}
