/** Which fields of the bodies reach the record: measured by their values, not by reading the mapper. */
import { isObject } from '../../src/core/sources/json.ts';
import type { Body, Recorded, Service } from './read.ts';
import { leftOut } from './leftOut.ts';
import { fold } from './losses.ts';

/** A field as the service names it, `author[].family`. */
export interface Field {
  readonly name: string;
  /** Works that have it. */
  readonly works: number;
  /** Works in whose record one of its values stands. */
  readonly arrived: number;
  /** Why it is left out on purpose. */
  readonly reason: string | undefined;
}

/** A nesting deeper than this is one field. */
const maxDepth = 3;

function leaves(value: unknown, name: string, depth: number): readonly (readonly [name: string, text: string])[] {
  if (Array.isArray(value)) return value.flatMap((each) => leaves(each, name.endsWith('[]') ? name : `${name}[]`, depth));
  if (isObject(value)) {
    return Object.entries(value).flatMap(([key, each]) =>
      leaves(each, depth >= maxDepth ? name : name === '' ? key : `${name}.${key}`, depth + 1),
    );
  }
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return fold(text) === '' ? [] : [[name, text]];
} // prettier-ignore

function wordsOf(text: string): readonly string[] {
  return text.split(/[\s,;.:/()-]+/u).map(fold).filter((word) => word !== '');
} // prettier-ignore

/** What a record says: whole values, and the words of all of them. */
interface Said {
  readonly values: readonly string[];
  readonly known: ReadonlySet<string>;
}

function readSaid(record: unknown): Said {
  const texts = leaves(record, '', -9).map(([, text]) => text);
  return { values: texts.map(fold), known: new Set([...texts.map(fold), ...texts.flatMap(wordsOf)]) };
}

/** Short values would be found anywhere by chance: they must be a whole value or word of the record. */
function arrives(text: string, { values, known }: Said): boolean {
  const folded = fold(text);
  // Dates and months are written with zeros, and as numbers.
  const words = wordsOf(text).map((word) => word.replace(/^0+(?=\d)/, ''));
  const isMade = words.length > 1 && words.every((word) => known.has(word));
  return known.has(folded) || isMade || (folded.length > 3 && values.some((value) => value.includes(folded)));
}

function fieldsOf(body: Body): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>();
  for (const [name, text] of leaves(body, '', 0))
    fields.set(name, [...(fields.get(name) ?? []), text].slice(0, 50));
  return fields;
}

/** Measures every field of a service's works. */
export function measureFields(service: Service, works: readonly Recorded[]): readonly Field[] {
  const counts = new Map<string, { works: number; arrived: number }>();
  for (const { body, record } of works) {
    const said = readSaid(record);
    for (const [name, texts] of fieldsOf(body)) {
      const count = counts.get(name) ?? { works: 0, arrived: 0 };
      count.works += 1;
      if (texts.some((text) => arrives(text, said))) count.arrived += 1;
      counts.set(name, count);
    }
  }
  return [...counts]
    .map(([name, count]) => ({
      name,
      ...count,
      reason: leftOut[service].find(([names]) => names.test(name))?.[1],
    }))
    .toSorted((a, b) => b.works - a.works);
}
