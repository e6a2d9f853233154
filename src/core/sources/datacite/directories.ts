/** Repositories (DataCite's clients) and providers by name, `repository:Zenodo`: DataCite filters by their ids. */
import { say, type Sentence } from '../../sentence.ts';
import { describeSeveral, describeUnknown, findByName } from '../directory.ts';
import { asList, asObject, asText } from '../json.ts';
import type { SearchQuery } from '../query.ts';
import { escapeQuery } from './escapeQuery.ts';

/** Asks for a path; undefined where there is nothing. */
export type Ask = (path: string, keep: 'record' | 'search') => Promise<unknown>;

const directories = {
  repository: {
    kind: say`repository`,
    path: '/clients',
    parameter: 'client-id',
    idIn: /^[a-z]+\.[a-z\d-]+$/i,
  },
  // A provider's id looks like any word.
  provider: { kind: say`provider`, path: '/providers', parameter: 'provider-id', idIn: /(?!)/ },
} as const;

interface Meaning {
  readonly ids: readonly string[];
  readonly note?: Sentence;
}

async function findMeaning(field: keyof typeof directories, name: string, ask: Ask): Promise<Meaning> {
  const { kind, path, idIn } = directories[field];
  if (idIn.test(name)) return { ids: [name.toLowerCase()] };
  const list = asObject(await ask(`${path}?query=${encodeURIComponent(escapeQuery(name))}&page[size]=100`, 'record')); // prettier-ignore
  const entries = asList(list['data']).flatMap((item) => {
    const { id, attributes } = asObject(item);
    const { name: title, displayName, alternateName, symbol } = asObject(attributes);
    const [own, aliases] = [asText(title), [id, displayName, alternateName, symbol].map(asText)];
    const ids = asText(id);
    if (own === undefined || ids === undefined) return [];
    return [{ ids: [ids], name: own, aliases: aliases.filter((alias) => alias !== undefined) }];
  });
  const meant = findByName(name, entries);
  if (meant.length === 0) return { ids: [], note: describeUnknown('DataCite', kind, name, entries) };
  const ids = meant.flatMap((entry) => entry.ids);
  return meant.length > 1 ? { ids, note: describeSeveral(name, meant) } : { ids };
}

/** Returns a query's repositories and providers as parameters; `isEmpty` where one of the conditions names none that there is. */
export async function toNamedParameters(
  query: SearchQuery,
  ask: Ask,
): Promise<{
  readonly parameters: readonly string[];
  readonly notes: readonly Sentence[];
  readonly isEmpty: boolean;
}> {
  const conditions = await Promise.all(
    (['repository', 'provider'] as const).map(async (kind) => {
      const names = query[kind] ?? [];
      const meanings = await Promise.all(names.map((name) => findMeaning(kind, name, ask)));
      const ids = meanings.flatMap((meaning) => meaning.ids);
      return {
        parameters: ids.length === 0 ? [] : [`${directories[kind].parameter}=${ids.join(',')}`],
        notes: meanings.flatMap(({ note }) => note ?? []),
        isEmpty: names.length > 0 && ids.length === 0,
      };
    }),
  );
  return {
    parameters: conditions.flatMap(({ parameters }) => parameters),
    notes: conditions.flatMap(({ notes }) => notes),
    isEmpty: conditions.some(({ isEmpty }) => isEmpty),
  };
}
