/** What every record promises, whatever it was made of: valid CSL-JSON 1.0.2 in the forms that the rest of the program relies on. */
import { strict as assert } from 'node:assert';
import { cslTypes, type CitationRecord } from '../../src/core/record/record.ts';

const dateFields = new Set(['issued', 'accessed', 'submitted', 'event-date']);
const nameFields = new Set(['author', 'editor', 'translator', 'chair', 'contributor']);
const nameParts = new Set([
  'family',
  'given',
  'suffix',
  'literal',
  'dropping-particle',
  'non-dropping-particle',
]);
const markedUp = new Set([
  'title',
  'container-title',
  'container-title-short',
  'collection-title',
  'original-title',
]);

/** Signs that no one sees and that break comparing, sorting, TeX or files; line ends stand in abstracts only. */
const unseen = /[\p{Cc}\p{Cs}\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

function assertBalanced(text: string): void {
  const open: (string | undefined)[] = [];
  for (const [, closing, name] of text.matchAll(/<(\/?)(i|b|sub|sup)>/g)) {
    if (closing === '') open.push(name);
    else assert.equal(open.pop(), name, text);
  }
  assert.deepEqual(open, [], text);
}

function assertText(field: string, value: unknown): void {
  assert.equal(typeof value, 'string', field);
  const text = String(value);
  assert.ok(field === 'title' || text !== '', `${field} is empty`);
  assert.equal(text, text.trim(), field);
  assert.doesNotMatch(field === 'abstract' ? text.replaceAll('\n', '') : text, unseen, field);
  if (markedUp.has(field)) assertBalanced(text);
}

function assertName(name: object): void {
  for (const [part, text] of Object.entries(name)) {
    assert.ok(nameParts.has(part), part);
    assertText(part, text);
  }
  assert.ok('family' in name || 'literal' in name, JSON.stringify(name));
}

function assertDate(parts: readonly number[]): void {
  const [year, month = 1, day = 1] = parts;
  assert.ok(parts.length <= 3 && parts.every(Number.isInteger), String(parts));
  assert.ok(year !== undefined && year !== 0 && Math.abs(year) <= 9999, String(parts));
  assert.ok(month >= 1 && month <= 12 && day >= 1, String(parts));
  assert.ok(day <= new Date(Date.UTC(2000, month, 0)).getUTCDate(), String(parts));
}

/** Fails where a record is not what records promise. */
export function assertSound({ csl, links }: CitationRecord): void {
  assert.ok(cslTypes.includes(csl.type), csl.type);
  assert.equal(typeof csl.title, 'string');
  for (const link of Object.values(links)) assert.match(String(link), /^https?:\/\//);
  for (const [field, value] of Object.entries(csl)) {
    if (field === 'custom' || field === 'id') continue;
    if (nameFields.has(field)) {
      assert.ok(Array.isArray(value) && value.length > 0, field);
      for (const name of value as readonly object[]) assertName(name);
    } else if (dateFields.has(field)) {
      const parts = (value as { 'date-parts'?: readonly (readonly number[])[] })['date-parts'] ?? [];
      assert.ok(parts.length === 1 || parts.length === 2, field);
      parts.forEach(assertDate);
    } else assertText(field, value);
  }
  if (csl.DOI !== undefined) assert.match(csl.DOI, /^10\.[^\p{Lu}]+$/u);
  if (csl.ISBN !== undefined) assert.match(csl.ISBN, /^(?:\d{9}[\dX]|\d{13})$/);
  if (csl.ISSN !== undefined) assert.match(csl.ISSN, /^\d{4}-\d{3}[\dX]$/);
  if (csl.URL !== undefined) assert.match(csl.URL, /^https?:\/\/\S+$/);
}
