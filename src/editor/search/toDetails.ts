import type { CitationRecord } from '../../core/record/record.ts';
import type { Details } from '../../webview/protocol.ts';
import { addressOf } from '../addressOf.ts';
import { toBibTeX } from '../toBibTeX.ts';

/** Shown elsewhere, or not meant for a reader. */
const hidden = new Set(['id', 'abstract', 'custom', 'source']);
const maxLength = 4000;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function describeDate(parts: unknown): string {
  return Array.isArray(parts)
    ? parts
        .map((date) =>
          Array.isArray(date) ? date.map((part) => String(part).padStart(2, '0')).join('-') : '',
        )
        .join('/')
    : '';
}

/** A field's value in words: text, names one after the other, dates as ISO 8601 writes them. */
function describeValue(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(describeValue).join('; ');
  if (!isObject(value)) return '';
  if ('date-parts' in value) return describeDate(value['date-parts']);
  const { family, given, suffix, literal, raw } = value;
  return [literal ?? raw ?? family, given, suffix].filter((part) => typeof part === 'string').join(', ');
}

/** Returns all that is known of a work; `loading` while its own source is being asked. */
export function toDetails(
  id: string,
  record: CitationRecord,
  nameOf: (source: string) => string,
  loading: boolean,
): Details {
  const { csl, provenance } = record;
  return {
    id,
    abstract: csl.abstract?.slice(0, maxLength * 5) ?? '',
    fields: Object.entries(csl)
      .filter(([name]) => !hidden.has(name))
      .map(([name, value]) => ({
        name,
        value: describeValue(value).slice(0, maxLength),
        source: nameOf(provenance[name] ?? record.sources[0] ?? ''),
      }))
      .filter(({ value }) => value !== ''),
    bibtex: toBibTeX([record]).trimEnd(),
    reference: '',
    opens: addressOf(record) !== undefined,
    loading,
  };
}
