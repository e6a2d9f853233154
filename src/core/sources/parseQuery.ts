/** The syntax that people search with: free words, "phrases" and `field:value` conditions, in any order. */
import { cslTypes } from '../record/record.ts';
import type { SearchQuery, SearchSort } from './query.ts';

/** What people call the types; every other type goes by its CSL name. A type's first name here is the one written back. */
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
};

const sorts: readonly SearchSort[] = ['relevance', 'newest', 'oldest', 'cited'];

/** Conditions that hold texts as they stand. */
const textFields = ['author', 'title', 'journal', 'publisher', 'funder'] as const;
/** Conditions that hold lists of codes, `type:book,thesis`. */
const codeFields = ['issn', 'isbn', 'orcid', 'type', 'lang', 'source'] as const;

type ListField = (typeof textFields)[number] | (typeof codeFields)[number];
type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Draft = Mutable<Omit<SearchQuery, ListField>> & Partial<Record<ListField, string[]>>;

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
const field = String.raw`([A-Za-z]{1,20})[:：]`;
// An unquoted value does not begin with a quote; elsewhere in a word a quote is a character like any other.
const bare = String.raw`[^\s"“”]\S*`;
const tokenPattern = new RegExp(`(?:${field})?${quoted}|${field}(${bare})?(?=\\s|$)|${bare}`, 'g');

function toTokens(text: string): readonly Token[] {
  return [...text.matchAll(tokenPattern)].map(([raw, quotedField, phrase, bareField, value]) => {
    const name = (quotedField ?? bareField)?.toLowerCase();
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
  if (name !== 'type') return values.map((each) => each.toUpperCase());
  const types = values.map((each) => {
    const lower = each.toLowerCase();
    return typeNames[lower] ?? cslTypes.find((type) => type === lower);
  });
  return types.every((type) => type !== undefined) ? types : undefined;
}

function isOneOf<T extends string>(value: string, allowed: readonly T[]): value is T {
  return (allowed as readonly string[]).includes(value);
}

/** Adds the condition of `token`; false where it is none, so that it stays a free word. */
function addCondition(query: Draft, { field: name = '', value }: Token): boolean {
  if (isOneOf(name, textFields)) {
    if (value !== '') (query[name] ??= []).push(value);
    return true;
  }
  if (isOneOf(name, codeFields)) {
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
  if (name === 'open') {
    if (['yes', 'true'].includes(lower)) query.open = true;
    return ['yes', 'true', 'no', 'false', ''].includes(lower);
  }
  if (name === 'sort') {
    if (isOneOf(lower, sorts)) query.sort = lower;
    return isOneOf(lower, sorts) || value === '';
  }
  return false;
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

/** Writes a query so that `parseQuery` reads the same query again. */
export function formatQuery(query: SearchQuery): string {
  const parts = query.words === '' ? [] : [query.words];
  for (const name of textFields) {
    for (const value of query[name] ?? []) parts.push(`${name}:${formatValue(value)}`);
  }
  for (const name of codeFields) {
    const values = query[name] ?? [];
    const written = name === 'type' ? values.map(typeName) : values;
    if (written.length > 0) parts.push(`${name}:${written.map(formatValue).join(',')}`);
  }
  if (query.year !== undefined) parts.push(`year:${formatYears(query.year)}`);
  if (query.open === true) parts.push('open:yes');
  if (query.sort !== undefined) parts.push(`sort:${query.sort}`);
  return parts.join(' ');
}

function typeName(type: string): string {
  return Object.keys(typeNames).find((name) => typeNames[name] === type) ?? type;
}
