/** The genres of Rakuten Kobo, a tree whose root is 101. */
import { asList, asObject, asText } from '../json.ts';
import type { SearchQuery } from '../query.ts';
import type { SourceContext } from '../source.ts';
import { askRakuten } from './ask.ts';
import { toParameters } from './parameters.ts';

export const rootGenre = '101';

export interface KoboGenre {
  readonly id: string;
  readonly name: string;
  /** Books of a search that are in it; absent where none was counted. */
  readonly count?: number;
}

/** Reads a list of genres, each bare or wrapped as `{"child": …}`. */
function readGenres(value: unknown): readonly KoboGenre[] {
  return asList(value).flatMap((each): readonly KoboGenre[] => {
    const outer = asObject(each);
    const genre = 'child' in outer ? asObject(outer['child']) : outer;
    const id = asText(genre['koboGenreId']);
    const name = asText(genre['koboGenreName']);
    if (id === undefined || name === undefined) return [];
    const count = asText(genre['itemCount']);
    return [{ id, name, ...(count === undefined ? {} : { count: Number(count) }) }];
  });
}

/** Lists the genres below one; with a query, how many of the books that it finds are in each. */
export async function listGenres(
  genreId: string,
  query: SearchQuery,
  context: SourceContext,
): Promise<readonly KoboGenre[]> {
  const { parameters } = toParameters(query);
  if (Object.keys(parameters).length === 0) {
    const answer = await askRakuten('Kobo/GenreSearch/20131010', { koboGenreId: genreId }, context);
    return readGenres(answer?.['children']);
  }
  const counting = { ...parameters, koboGenreId: genreId, hits: '1', genreInformationFlag: '1' };
  const answer = await askRakuten('Kobo/EbookSearch/20170426', counting, context);
  const [information] = asList(answer?.['GenreInformation']).map(asObject);
  return readGenres(information?.['children']);
}

function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '');
}

/**
 * Finds the number of a genre that is named by it, or by the names that lead to it from the top, `PC・システム開発/プログラミング`;
 * of each name its beginning is enough. Undefined where there is no such genre.
 */
export async function findGenreId(named: string, context: SourceContext): Promise<string | undefined> {
  if (/^\d+$/.test(named)) return named;
  let found: string | undefined = rootGenre;
  for (const name of named.split(/[/／]/u).map(fold)) {
    const genres = await listGenres(found, { words: '' }, context);
    const exact = genres.find((genre) => fold(genre.name) === name);
    found = (exact ?? genres.find((genre) => fold(genre.name).startsWith(name)))?.id;
    if (found === undefined) return undefined;
  }
  return found;
}
