/** Journals, funders and members by name: Crossref filters by their ids, which nobody knows by heart. */
import { isCancelled } from '../../errors.ts';
import { say, type Sentence } from '../../sentence.ts';
import { describeSeveral, describeUnknown, findByName, foldName, type DirectoryEntry } from '../directory.ts';
import { asList, asObject, asText, asTexts } from '../json.ts';
import type { SearchQuery } from '../query.ts';

/** Asks for a path; undefined where there is nothing. */
export type Ask = (path: string, keep: 'record' | 'search' | 'none') => Promise<unknown>;

interface Directory {
  readonly kind: Sentence;
  readonly path: string;
  /** Reads what is an id already, and needs no question. */
  readonly idIn: RegExp;
  readonly filter: string;
  /** The field query that looks for the words of a name. */
  readonly words: string;
  readonly read: (item: Readonly<Record<string, unknown>>) => DirectoryEntry;
}

const legalForm = /\s(?:ag|bv|co|corp|gmbh|inc|kg|limited|llc|ltd|nv|plc|sa|srl)$/;

/** A body's name without its legal form, its acronym in parentheses, and the acronym alone. */
function shortNames(name: string): readonly string[] {
  const [, whole = name, acronym] = /^(.*?)\s*\(([^()]+)\)$/.exec(name) ?? [];
  const withoutForm = foldName(whole).replace(legalForm, '');
  return [whole, withoutForm, ...(acronym === undefined || /\s/.test(acronym) ? [] : [acronym])];
}

/** A member's further names are also those of publishers it took over, which are not the whole of it. */
function ownNames(primary: string, names: readonly string[]): readonly string[] {
  const [first] = foldName(primary).split(' ');
  return names.map((name) => name.replace(/\s*\(.*\)$/, '')).filter((name) => foldName(name).split(' ')[0] === first);
} // prettier-ignore

const directories = {
  journal: {
    kind: say`journal`,
    path: '/journals',
    idIn: /^(\d{4}-\d{3}[\dXx])$/,
    filter: 'issn',
    words: 'container-title',
    read: ({ title, ISSN }) => ({ ids: asTexts(ISSN), name: asText(title) ?? '', aliases: [] }),
  },
  funder: {
    kind: say`funder`,
    path: '/funders',
    idIn: /^(?:https?:\/\/(?:dx\.)?doi\.org\/)?(?:10\.13039\/)?(\d{9,})$/,
    filter: 'funder',
    words: 'funder-name',
    read: ({ id, name, 'alt-names': other }) => ({
      ids: asTexts(id),
      name: asText(name) ?? '',
      aliases: asTexts(other),
    }),
  },
  member: {
    kind: say`member`,
    path: '/members',
    idIn: /^(\d{1,6})$/,
    filter: 'member',
    words: 'publisher-name',
    read({ id, 'primary-name': primary, names }) {
      const name = asText(primary) ?? '';
      return { ids: asTexts(id), name, aliases: [...shortNames(name), ...ownNames(name, asTexts(names))] };
    },
  },
} as const satisfies Readonly<Record<string, Directory>>;

/** Enough to hold the one that bears the name itself among those that only contain it. */
const rows = 100;

interface Meaning {
  /** Undefined where nothing bears the name. */
  readonly ids?: readonly string[];
  readonly note?: Sentence;
}

const withWords = (note: Sentence): Meaning => ({ note: say`${note} Its words are searched for.` });

async function findMeaning(directory: Directory, name: string, ask: Ask): Promise<Meaning> {
  const id = directory.idIn.exec(name)?.[1];
  if (id !== undefined) return { ids: [id.toUpperCase()] };
  const list = asObject(await ask(`${directory.path}?query=${encodeURIComponent(name)}&rows=${String(rows)}`, 'record')); // prettier-ignore
  const entries = asList(list['items'])
    .map((item) => directory.read(asObject(item)))
    .filter((entry) => entry.name !== '' && entry.ids.length > 0);
  const meant = findByName(name, entries);
  if (meant.length === 0) return withWords(describeUnknown('Crossref', directory.kind, name, entries));
  const ids = meant.flatMap((entry) => entry.ids);
  return meant.length > 1 ? { ids, note: describeSeveral(name, meant) } : { ids };
}

/** Works can be found while the directories cannot be asked. */
async function findMeaningIfPossible(directory: Directory, name: string, ask: Ask): Promise<Meaning> {
  try {
    return await findMeaning(directory, name, ask);
  } catch (error) {
    if (isCancelled(error)) throw error;
    return withWords(say`Crossref cannot look up the ${directory.kind} “${name}” now.`);
  }
}

/** The conditions by name in Crossref's terms. */
export interface NamedConditions {
  readonly filters: readonly string[];
  readonly fieldQueries: readonly (readonly [field: string, words: string])[];
  /** What a person should know of the names. */
  readonly notes: readonly Sentence[];
}

async function toCondition(field: keyof typeof directories, query: SearchQuery, ask: Ask): Promise<NamedConditions> {
  const names = query[field] ?? [];
  const directory = directories[field];
  const words = names.length === 0 ? [] : [[directory.words, names.join(' ')] as const];
  // ISSNs beside a journal's would be alternatives to it.
  if (field === 'journal' && query.issn !== undefined) return { filters: [], fieldQueries: words, notes: [] };
  const meanings = await Promise.all(names.map((name) => findMeaningIfPossible(directory, name, ask)));
  const notes = meanings.flatMap(({ note }) => note ?? []);
  const ids = meanings.flatMap((meaning) => (meaning.ids === undefined ? [] : [meaning.ids]));
  // Names and words cannot be alternatives to each other.
  if (ids.length < names.length) return { filters: [], fieldQueries: words, notes };
  return { filters: [...new Set(ids.flat())].map((id) => `${directory.filter}:${id}`), fieldQueries: [], notes };
} // prettier-ignore

/** Returns the query's journals, funders and members as filters by id; the words of a name that nothing bears. */
export async function toNamedConditions(query: SearchQuery, ask: Ask): Promise<NamedConditions> {
  const found = await Promise.all((['journal', 'funder', 'member'] as const).map((field) => toCondition(field, query, ask))); // prettier-ignore
  return {
    filters: found.flatMap(({ filters }) => filters),
    fieldQueries: found.flatMap(({ fieldQueries }) => fieldQueries),
    notes: found.flatMap(({ notes }) => notes),
  };
}
