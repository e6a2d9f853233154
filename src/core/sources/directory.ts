/** What people call by name and services by id: journals, funders, members, repositories. */
import { listAll, say, type Sentence } from '../sentence.ts';

/** An entry of a service's directory. */
export interface DirectoryEntry {
  /** What the service filters by; any of them means the entry. */
  readonly ids: readonly string[];
  /** As it is shown. */
  readonly name: string;
  /** Other names that mean it. */
  readonly aliases: readonly string[];
}

/** Returns a name without accents, capitals, punctuation and a leading article, for comparing. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/(?<=[a-z])\p{M}+|[.'’]/gu, '')
    .normalize('NFC')
    .replaceAll('&', ' and ')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '');
}

/** Returns the entries that bear exactly this name; by another name only where it is nobody's own. */
export function findByName(name: string, entries: readonly DirectoryEntry[]): readonly DirectoryEntry[] {
  const wanted = foldName(name);
  const own = entries.filter((entry) => foldName(entry.name) === wanted);
  return own.length > 0
    ? own
    : entries.filter(({ aliases }) => aliases.some((alias) => foldName(alias) === wanted));
}

/** Joins the names of at most three entries for a sentence. */
function listNames(entries: readonly DirectoryEntry[]): Sentence {
  const names = [...new Set(entries.map(({ name }) => name))];
  const list = listAll(names.slice(0, 3).map((name) => say`“${name}”`));
  return names.length > 3 ? say`${list} …` : list;
}

/** Says that a service has no entry of a name, and which come near. */
export function describeUnknown(
  service: string,
  kind: Sentence,
  name: string,
  near: readonly DirectoryEntry[],
): Sentence {
  return near.length === 0
    ? say`${service} has no ${kind} called “${name}”.`
    : say`${service} has no ${kind} called “${name}”, but ${listNames(near)}.`;
}

/** Says that a name means several entries, all of which are meant. */
export function describeSeveral(name: string, entries: readonly DirectoryEntry[]): Sentence {
  return say`“${name}” means ${listNames(entries)}.`;
}
