import type { CslDate } from '../../record/record.ts';

interface DatePoint {
  readonly year: number;
  /** 1 to 12, or a season: 21 (spring) to 24 (winter). */
  readonly month?: number;
  readonly day?: number;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const seasons = ['Spring', 'Summer', 'Autumn', 'Winter'];

/** `2020`, `2020-03`, `2020/3/5`, `2020年3月5日`, with or without a time of day. */
const dateText = /^(-?\d{1,4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?)?月?年?(?:[T ]\d.*)?$/;

/** CSL counts the seasons 1 to 4, older data 13 to 16 or 21 to 24 in the place of the month. */
function toSeason(season: unknown): number | undefined {
  const named = seasons.findIndex(
    (name) => name.toLowerCase() === String(season).toLowerCase().replace('fall', 'autumn'),
  );
  const number = named < 0 ? Number(season) : named + 1;
  const index = number > 20 ? number - 20 : number > 12 ? number - 12 : number;
  return Number.isInteger(index) && index >= 1 && index <= 4 ? index + 20 : undefined;
}

function isDay(year: number, month: number, day: number): boolean {
  return (
    Number.isInteger(day) &&
    day >= 1 &&
    day <= new Date(Date.UTC(2000 + (((year % 400) + 400) % 400), month, 0)).getUTCDate()
  );
}

/** Keeps year, month and day as far as each is possible. Numbers may come as text. */
function toPoint(parts: readonly unknown[], season?: unknown): DatePoint | undefined {
  const [year = NaN, month = NaN, day = NaN] = parts.map((part) =>
    part === null || part === '' ? NaN : Number(part),
  );
  if (!Number.isInteger(year) || Math.abs(year) > 9999) return undefined;
  if (Number.isInteger(month) && month >= 1 && month <= 12) {
    return isDay(year, month, day) ? { year, month, day } : { year, month };
  }
  const seasonal = toSeason(season) ?? (month > 12 ? toSeason(month) : undefined);
  return seasonal === undefined ? { year } : { year, month: seasonal };
}

interface ReadDate {
  readonly from: DatePoint;
  /** End of a range; null where it is open. */
  readonly to?: DatePoint | null;
  readonly circa: boolean;
}

function readDate(date: CslDate): ReadDate | undefined {
  const circa = Boolean(date.circa);
  const [first = [], second] = date['date-parts'] ?? [];
  const text = dateText.exec((date.raw ?? date.literal ?? '').trim());
  const from =
    toPoint(first, date.season) ?? (text === null ? undefined : toPoint(text.slice(1), date.season));
  if (from === undefined || second === undefined) return from && { from, circa };
  return { from, to: toPoint(second) ?? null, circa };
}

/** Words that stand in the place of a date, such as `in press`. */
function wordsOf(date: CslDate): string {
  return (date.literal ?? date.raw ?? '').trim();
}

function toEdtf({ year, month, day }: DatePoint): string {
  const digits = String(Math.abs(year)).padStart(4, '0');
  const rest = [month, day].filter((part) => part !== undefined).map((part) => String(part).padStart(2, '0'));
  return [`${year < 0 ? '-' : ''}${digits}`, ...rest].join('-');
}

/**
 * Returns BibLaTeX's `date`: `2020-03-05`, `2020-01/2021-02`, `-0350`, `1850~`, `2020-21` (spring); undefined where no
 * year is known.
 */
export function formatBiblatexDate(date: CslDate): string | undefined {
  const read = readDate(date);
  if (read === undefined) return /(?<!\d)\d{4}(?!\d)/.exec(wordsOf(date))?.[0];
  const [from, to] = [read.from, read.to].map((point) =>
    point ? `${toEdtf(point)}${read.circa ? '~' : ''}` : '',
  );
  return read.to === undefined ? from : `${from ?? ''}/${to ?? ''}`;
}

function toYear({ year }: DatePoint): string {
  return year < 0 ? `${-year} BC` : String(year);
}

/**
 * Returns BibTeX's `year` as text, and its `month` as a macro or a season's name. A range within a year keeps its first
 * month; words in the place of a date are the year.
 */
export function formatBibtexDate(date: CslDate): { readonly year?: string; readonly month?: string } {
  const read = readDate(date);
  if (read === undefined) return wordsOf(date) === '' ? {} : { year: wordsOf(date) };
  const { from, to, circa } = read;
  const isOneYear = to === undefined || to?.year === from.year;
  const years = isOneYear ? toYear(from) : `${toYear(from)}--${to === null ? '' : toYear(to)}`;
  const year = circa ? `c. ${years}` : years;
  const month = from.month === undefined ? undefined : (months[from.month - 1] ?? seasons[from.month - 21]);
  return month === undefined || !isOneYear ? { year } : { year, month };
}
