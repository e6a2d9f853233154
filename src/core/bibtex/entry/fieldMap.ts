/**
 * What citation-js knows: which entry type and which field a CSL type and its variables become. It is asked with
 * place-holders, once a type, so that no text of a record ever passes through it.
 */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import type { CslItem, CslType } from '../../record/record.ts';

export type Dialect = 'bibtex' | 'biblatex';

/** CSL variables that are text and keep their meaning in an entry; all others are settled one by one. */
export const textVariables = [
  'title', 'title-short', 'original-title', 'container-title', 'container-title-short', 'collection-title',
  'collection-number', 'volume', 'number-of-volumes', 'issue', 'number', 'number-of-pages', 'edition', 'version',
  'publisher', 'publisher-place', 'event-title', 'event-place', 'ISBN', 'ISSN', 'note', 'keyword', 'abstract',
] as const satisfies readonly (keyof CslItem)[]; // prettier-ignore

export type TextVariable = (typeof textVariables)[number];

/** Entry type and the field of each variable; a variable without a field is absent. */
export interface FieldMap {
  readonly type: string;
  readonly fields: ReadonlyMap<TextVariable, string>;
}

interface MappedEntry {
  readonly type: string;
  readonly properties: object;
}

function isMappedEntry(value: unknown): value is MappedEntry {
  return typeof value === 'object' && value !== null && 'type' in value && 'properties' in value;
}

const placeholder = '1';

/** The library answers an array of `{ type, label, properties }`, which its own types leave open. */
function ask(dialect: Dialect, type: CslType, variable: TextVariable): MappedEntry {
  const item = { id: placeholder, type, title: placeholder, [variable]: placeholder };
  const answer: unknown = plugins.output.format(dialect, [item], { format: 'object' });
  const entry: unknown = Array.isArray(answer) ? answer[0] : undefined;
  if (!isMappedEntry(entry)) throw new TypeError(`citation-js maps no ${type} to ${dialect}.`);
  return entry;
}

const known = new Map<string, FieldMap>();

/** Returns citation-js' mapping of a CSL type. One variable is asked at a time: together some hide others. */
export function fieldMapOf(dialect: Dialect, type: CslType): FieldMap {
  const name = `${dialect} ${type}`;
  const found = known.get(name);
  if (found !== undefined) return found;
  const fields = textVariables.flatMap((variable): (readonly [TextVariable, string])[] => {
    const { properties } = ask(dialect, type, variable);
    const field = Object.keys(properties).find((key) => (key === 'title') === (variable === 'title'));
    return field === undefined ? [] : [[variable, field]];
  });
  const map = { type: ask(dialect, type, 'title').type, fields: new Map(fields) };
  known.set(name, map);
  return map;
}
