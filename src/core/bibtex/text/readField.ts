/** Reads the fields of an entry as text: parts joined, macros filled in, inherited ones found. */
import { findField } from './bibIndex.ts';
import type { BibBlock, BibField, BibIndex } from './bibIndex.ts';
import type { Span } from '../../span.ts';
import { code, skipGap, skipName, skipNested, skipQuotes } from './characters.ts';
import { decodeTeX } from './decodeTeX.ts';
import { perIndex } from './perIndex.ts';

const monthNames =
  'January February March April May June July August September October November December'.split(' ');

/** Macros can double each other; no value that people write is longer. */
const maxLength = 1_000_000;

/** Entries that a person makes inherit from no more than that, one after another or at once. */
const maxParents = 16;

/** Fields that are the entry's own even if its parent has them. */
const ownFields = new Set(
  'title subtitle titleaddon shorttitle sorttitle doi eprint url urldate isbn pmid pmcid crid abstract ids crossref xref xdata related entryset label shorthand'.split(
    ' ',
  ),
);

/** Fields that an entry takes from its parent's field of another name. */
const parentNames: Readonly<Record<string, string>> = {
  booktitle: 'title',
  journaltitle: 'title',
  journal: 'title',
};

/** The TeX of every macro, by its name in lower case; each knows those before it, as in BibTeX. */
const macrosOf = perIndex((index) => {
  const macros = new Map(monthNames.map((name) => [name.slice(0, 3).toLowerCase(), name]));
  for (let number = 0; number < index.blockCount; number += 1) {
    if (index.kind(number) !== 'string') continue;
    for (const { name, valueSpan } of index.block(number).fields)
      macros.set(name, joinParts(index.text, valueSpan, macros));
  }
  return macros;
});

const entriesByKey = perIndex((index) => {
  const numbers = new Map<string, number>();
  for (const { kind, key, number } of index.blocks()) {
    const name = key.toLowerCase();
    if (kind === 'entry' && !numbers.has(name)) numbers.set(name, number);
  }
  return numbers;
});

/** Returns the first entry of this key, letter case ignored; undefined where there is none. */
export function findEntry(index: BibIndex, key: string): BibBlock | undefined {
  const number = entriesByKey(index).get(key.toLowerCase());
  return number === undefined ? undefined : index.block(number);
}

/** Returns the TeX of a value: its parts joined without their delimiters, macros and months filled in. */
export function readValue(index: BibIndex, span: Span): string {
  return joinParts(index.text, span, macrosOf(index));
}

function joinParts(text: string, { start, end }: Span, macros: ReadonlyMap<string, string>): string {
  let value = '';
  let at = skipGap(text, start);
  while (at < end && value.length < maxLength) {
    const unit = text.charCodeAt(at);
    const isDelimited = unit === code.openBrace || unit === code.quote;
    const skip = unit === code.quote ? skipQuotes : skipNested;
    const partEnd = isDelimited ? skip(text, at, end) : skipName(text, at);
    const part = text.slice(at, partEnd);
    value += isDelimited ? part.slice(1, -1) : (macros.get(part.toLowerCase()) ?? part);
    // A `#` stands before every part but the first.
    at = skipGap(text, skipGap(text, partEnd) + 1);
  }
  return value;
}

/**
 * Returns a field of an entry, or what it inherits by `xdata` or `crossref`, as plain text; undefined where it has
 * none. `verbatim` is for identifiers and addresses.
 */
export function readField(
  index: BibIndex,
  entry: BibBlock,
  name: string,
  verbatim = false,
): string | undefined {
  const tex = readInherited(index, entry, name);
  return tex === undefined ? undefined : decodeTeX(tex, verbatim);
}

/** Returns the TeX of a field of an entry, or of the one it inherits; undefined where it has none. */
export function readInherited(index: BibIndex, entry: BibBlock, name: string): string | undefined {
  const span = findValue(index, entry, name);
  return span === undefined ? undefined : readValue(index, span);
}

/** `seen` are the entries looked at already, so that entries that inherit from each other end. */
function findValue(index: BibIndex, entry: BibBlock, name: string, seen?: Set<number>): Span | undefined {
  const own = findField(entry, name);
  if (own !== undefined) return own.valueSpan;
  if (!entry.fields.some(isParentField)) return undefined;
  const visited = seen ?? new Set<number>();
  if (visited.has(entry.number) || visited.size === maxParents) return undefined;
  visited.add(entry.number);
  for (const parent of parentsOf(index, entry, 'xdata')) {
    const span = findValue(index, parent, name, visited);
    if (span !== undefined) return span;
  }
  if (ownFields.has(name)) return undefined;
  for (const parent of parentsOf(index, entry, 'crossref')) {
    const span =
      findValue(index, parent, parentNames[name] ?? name, visited) ?? findField(parent, name)?.valueSpan;
    if (span !== undefined) return span;
  }
  return undefined;
}

function isParentField({ name }: BibField): boolean {
  return name === 'xdata' || name === 'crossref';
}

/** Returns the keys of the entries that an entry inherits from. */
export function parentKeysOf(index: BibIndex, entry: BibBlock): readonly string[] {
  return entry.fields.filter(isParentField).flatMap((field) => keysIn(index, field));
}

function parentsOf(index: BibIndex, entry: BibBlock, name: 'xdata' | 'crossref'): readonly BibBlock[] {
  const field = findField(entry, name);
  if (field === undefined) return [];
  return keysIn(index, field)
    .map((key) => findEntry(index, key))
    .filter((parent) => parent !== undefined);
}

function keysIn(index: BibIndex, { valueSpan }: BibField): readonly string[] {
  return readValue(index, valueSpan)
    .split(',', maxParents)
    .map((key) => key.trim());
}
