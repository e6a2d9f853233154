/** The syntax that people search with: free words, "phrases" and `field:value` conditions, in any order. */
import { cslTypes } from '../record/record.ts';
import { readDoi } from './numbers.ts';
import { sources } from './index.ts';
import { codeFields, textFields, type SearchQuery, type SearchSort } from './query.ts';

/**
 * What people and services call the types, a blank written as a hyphen; every other type goes by its CSL name. A type's
 * first name here is the one written back.
 */
const typeNames: Readonly<Record<string, string>> = {
  preprint: 'article',
  article: 'article-journal',
  journal: 'article-journal',
  magazine: 'article-magazine',
  newspaper: 'article-newspaper',
  conference: 'paper-conference',
  paper: 'paper-conference',
  proceedings: 'paper-conference',
  dissertation: 'thesis',
  data: 'dataset',
  code: 'software',
  film: 'motion_picture',
  'journal-article': 'article-journal',
  'data-paper': 'article-journal',
  'conference-paper': 'paper-conference',
  'proceedings-article': 'paper-conference',
  'posted-content': 'article',
  monograph: 'book',
  'edited-book': 'book',
  'reference-book': 'book',
  'book-chapter': 'chapter',
  'book-part': 'chapter',
  'book-section': 'chapter',
  'reference-entry': 'entry-encyclopedia',
  'peer-review': 'review',
  database: 'dataset',
  'computational-notebook': 'software',
  'blog-post': 'post-weblog',
  poster: 'speech',
  presentation: 'speech',
  journals: 'periodical',
};

const sorts: readonly SearchSort[] = ['relevance', 'newest', 'oldest', 'cited'];

/** Kinds of notices by the words of Crossref, which a person may write with a blank or a hyphen. */
const updateKinds = new Set([
  'addendum', 'clarification', 'correction', 'corrigendum', 'erratum', 'expression_of_concern', 'new_edition',
  'new_version', 'partial_retraction', 'removal', 'retraction', 'withdrawal',
]); // prettier-ignore

/** Other spellings of a condition's name. */
const aliases: Readonly<Record<string, string>> = { licence: 'license' };

const listFields = [...codeFields, 'source'] as const;

type ListField = (typeof textFields)[number] | (typeof listFields)[number];
type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Draft = Mutable<Omit<SearchQuery, ListField | 'own'>> &
  Partial<Record<ListField, string[]>> & { own?: Record<string, Record<string, string>> };

/** A piece between spaces: a free word, a phrase, or a condition. */
interface Token {
  /** As typed, quotes included. */
  readonly raw: string;
  /** Lower-case word before the colon; undefined for free words. */
  readonly field?: string;
  readonly value: string;
  readonly quoted: boolean;
}

// A quote closes at its partner or at the end of the text, since a query is searched while it is typed.
const quoted = String.raw`["“”]([^"“”]*)(?:["“”]|$)`;
const field = String.raw`([A-Za-z]{1,20}(?:\.[A-Za-z\d.-]{1,60})?)[:：]`;
// What must not occur: `-word` or `-"two words"`. A hyphen before anything but a letter is none.
const without = String.raw`-(?:${quoted}|(\p{L}\S*))`;
// An unquoted value does not begin with a quote; elsewhere in a word a quote is a character like any other.
const bare = String.raw`[^\s"“”]\S*`;
const tokenPattern = new RegExp(
  `${without}|(?:${field})?${quoted}|${field}(${bare})?(?=\\s|$)|${bare}`,
  'gu',
);

function toTokens(text: string): readonly Token[] {
  return [...text.matchAll(tokenPattern)].map((match) => {
    const [raw, unwantedPhrase, unwanted, quotedField, phrase, bareField, value] = match;
    const excluded = unwantedPhrase ?? unwanted;
    if (excluded !== undefined) return { raw, field: 'without', value: excluded.trim(), quoted: false };
    const typed = (quotedField ?? bareField)?.toLowerCase();
    const name = typed === undefined ? undefined : (aliases[typed] ?? typed);
    return {
      raw,
      value: (phrase ?? value ?? (bareField === undefined ? raw : '')).trim(),
      quoted: phrase !== undefined,
      ...(name === undefined ? {} : { field: name }),
    };
  });
}

/** Years as `2020`, `2019-2023`, `2019-` or `-2023`; undefined for anything else. */
function toYears(value: string): SearchQuery['year'] {
  const match = /^(\d{4})?(-|\.\.)?(\d{4})?$/.exec(value.normalize('NFKC').replace(/[–—~〜]/u, '-'));
  if (match === null) return undefined;
  const [, first, dash, last] = match;
  if (first === undefined && last === undefined) return undefined;
  if (dash === undefined) return last === undefined ? { from: Number(first), to: Number(first) } : undefined;
  return {
    ...(first === undefined ? {} : { from: Number(first) }),
    ...(last === undefined ? {} : { to: Number(last) }),
  };
}

/** A day, month or year in ISO 8601; undefined for what is none. */
function toDay(value: string): string | undefined {
  if (!/^\d{4}(?:-\d{2}){0,2}$/.test(value)) return undefined;
  const whole = `${value}${'-01-01'.slice(value.length - 4)}`;
  const time = Date.parse(whole);
  // A day that its month does not have would be read as one of the next.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(whole) ? value : undefined;
}

/** Days as `2020-03-01`, `2020-03..2020-05`, `2020-03..` or `..2020-05`; undefined for anything else. */
function toDates(value: string): SearchQuery['date'] {
  const [first = '', last = first, ...more] = value.normalize('NFKC').split(/\.\.|\//);
  if (more.length > 0 || (first === '' && last === '')) return undefined;
  const [from, to] = [toDay(first), toDay(last)];
  if ((first !== '' && from === undefined) || (last !== '' && to === undefined)) return undefined;
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** A kind of notice, the DOI that notices are about, or `yes`; undefined for anything else. */
function toUpdate(value: string): string | undefined {
  const lower = value.toLowerCase();
  if (lower === 'yes' || lower === 'true') return 'yes';
  const kind = lower === 'concern' ? 'expression_of_concern' : lower.replaceAll(/[\s-]/g, '_');
  return updateKinds.has(kind) ? kind : readDoi(value);
}

/** The CSL type that goes by a name; undefined for an unknown one. */
function toType(name: string): string | undefined {
  const lower = name.toLowerCase();
  return typeNames[lower.replaceAll(' ', '-')] ?? cslTypes.find((type) => type === lower);
}

/** The values of a list condition in normal form; undefined where one of them is none. */
function toCodes(name: ListField, value: string): readonly string[] | undefined {
  const values = value
    .split(/[,，、]/u)
    .map((each) => each.trim())
    .filter((each) => each !== '');
  if (name === 'source') return values;
  if (name === 'orcid')
    return values.map((each) => each.replace(/^https?:\/\/orcid\.org\//i, '').toUpperCase());
  if (name === 'lang') {
    const codes = values.map((each) => each.toLowerCase());
    return codes.every((code) => /^[a-z]{2,3}$/.test(code)) ? codes : undefined;
  }
  if (name === 'prefix')
    return values.every((each) => /^10\.\d{4,9}(?:\.\d+)*$/.test(each)) ? values : undefined;
  if (name !== 'type' && name !== 'updates') return values.map((each) => each.toUpperCase());
  const known = values.map(name === 'type' ? toType : toUpdate);
  return known.every((each) => each !== undefined) ? known : undefined;
}

function isOneOf<T extends string>(value: string, allowed: readonly T[]): value is T {
  return (allowed as readonly string[]).includes(value);
}

/** Adds a parameter of one service, `cinii.degree`; false where no service has it. */
function addOwn(query: Draft, name: string, value: string): boolean {
  const [id = ''] = name.split('.', 1);
  const parameter = name.slice(id.length + 1);
  const source = sources.find((each) => each.id.toLowerCase() === id);
  const own = source?.search?.parameters?.find((each) => each.toLowerCase() === parameter);
  if (source === undefined || own === undefined) return false;
  if (value !== '') ((query.own ??= {})[source.id] ??= {})[own] = value;
  return true;
}

/** Adds the condition of `token`; false where it is none, so that it stays a free word. */
function addCondition(query: Draft, { field: name = '', value }: Token): boolean {
  if (isOneOf(name, textFields)) {
    if (value !== '') (query[name] ??= []).push(value);
    return true;
  }
  if (isOneOf(name, listFields)) {
    const codes = toCodes(name, value);
    for (const code of codes ?? []) (query[name] ??= []).push(code);
    return codes !== undefined;
  }
  const lower = value.toLowerCase();
  if (name === 'year') {
    const years = toYears(value);
    if (years !== undefined) query.year = years;
    return years !== undefined || value === '';
  }
  if (name === 'date') {
    const dates = toDates(value);
    if (dates !== undefined) query.date = dates;
    return dates !== undefined || value === '';
  }
  if (name === 'open' || name === 'abstract') {
    if (['yes', 'true'].includes(lower)) query[name] = true;
    return ['yes', 'true', 'no', 'false', ''].includes(lower);
  }
  if (name === 'sort') {
    if (isOneOf(lower, sorts)) query.sort = lower;
    return isOneOf(lower, sorts) || value === '';
  }
  return addOwn(query, name, value);
}

/**
 * Reads a query as typed. Never fails: a condition of an unknown name or value stays a free word, a known one
 * without a value is left out, an open quote ends with the text.
 */
export function parseQuery(text: string): SearchQuery {
  const query: Draft = { words: '' };
  const words: string[] = [];
  for (const token of toTokens(text)) {
    if (token.field === undefined) {
      if (token.value !== '') words.push(token.quoted ? `"${token.value}"` : token.value);
    } else if (!addCondition(query, token)) {
      words.push(token.quoted ? `${token.field}:"${token.value}"` : token.raw);
    }
  }
  return { ...query, words: words.join(' ') };
}

function formatValue(value: string): string {
  return /\s/.test(value) ? `"${value}"` : value;
}

function formatYears({ from, to }: NonNullable<SearchQuery['year']>): string {
  if (from === to) return String(from ?? '');
  return `${from ?? ''}-${to ?? ''}`;
}

function formatDates({ from = '', to = '' }: NonNullable<SearchQuery['date']>): string {
  return from === to ? from : `${from}..${to}`;
}

/** Writes a query so that `parseQuery` reads the same query again. */
export function formatQuery(query: SearchQuery): string {
  const parts = query.words === '' ? [] : [query.words];
  for (const name of textFields) {
    for (const value of query[name] ?? []) parts.push(`${name}:${formatValue(value)}`);
  }
  for (const name of listFields) {
    const values = query[name] ?? [];
    const written = name === 'type' ? values.map(typeName) : values;
    if (written.length > 0) parts.push(`${name}:${written.map(formatValue).join(',')}`);
  }
  if (query.year !== undefined) parts.push(`year:${formatYears(query.year)}`);
  if (query.date !== undefined) parts.push(`date:${formatDates(query.date)}`);
  if (query.open === true) parts.push('open:yes');
  if (query.abstract === true) parts.push('abstract:yes');
  if (query.sort !== undefined) parts.push(`sort:${query.sort}`);
  for (const [source, own] of Object.entries(query.own ?? {})) {
    for (const [name, value] of Object.entries(own)) parts.push(`${source}.${name}:${formatValue(value)}`);
  }
  return parts.join(' ');
}

function typeName(type: string): string {
  return Object.keys(typeNames).find((name) => typeNames[name] === type) ?? type;
}
