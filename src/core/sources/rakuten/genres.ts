/** The genres of Rakuten Kobo, a tree whose root is 101. */
import { LookupError } from '../../errors.ts';
import { asList, asObject, asText } from '../json.ts';
import type { SourceContext } from '../source.ts';
import { askRakuten } from './ask.ts';

export const rootGenre = '101';

export interface KoboGenre {
  readonly id: string;
  readonly name: string;
  /** 1 for the root. */
  readonly level: number;
}

export interface KoboGenreNode {
  readonly genre: KoboGenre;
  readonly children: readonly KoboGenre[];
  /** From the root down. */
  readonly parents: readonly KoboGenre[];
}

function readGenre(value: unknown): KoboGenre | undefined {
  const genre = asObject(value);
  const id = asText(genre['koboGenreId']);
  const name = asText(genre['koboGenreName']);
  return id === undefined || name === undefined
    ? undefined
    : { id, name, level: Number(genre['genreLevel']) };
}

/** Reads a list of genres, each bare or wrapped as `{"child": …}`. */
function readGenres(value: unknown, wrapper: 'child' | 'parent'): readonly KoboGenre[] {
  return asList(value)
    .map(asObject)
    .map((genre) => readGenre(wrapper in genre ? genre[wrapper] : genre))
    .filter((genre) => genre !== undefined);
}

/** Finds a genre with those above and below it. */
export async function findGenre(genreId: string, context: SourceContext): Promise<KoboGenreNode> {
  const answer = await askRakuten(
    'Kobo/GenreSearch/20131010',
    { koboGenreId: genreId, genrePath: '1' },
    context,
  );
  const genre = readGenre(answer?.['current']);
  if (genre === undefined) {
    throw new LookupError('unexpected-reply', 'Rakuten Kobo sent no genre.', { source: 'rakutenKobo' });
  }
  const parents = readGenres(answer?.['parents'], 'parent').toSorted((a, b) => a.level - b.level);
  return { genre, children: readGenres(answer?.['children'], 'child'), parents };
}

/** A genre with the number of its books among the hits of a search. */
export interface GenreCount {
  readonly genre: KoboGenre;
  readonly count: number;
}

/** Reads the counts that a search gives on request. */
export function readGenreCounts(value: unknown): readonly GenreCount[] {
  const [information] = asList(value).map(asObject);
  return readGenres(information?.['children'], 'child').map((genre, index) => {
    const child = asObject(asList(information?.['children'])[index]);
    return { genre, count: Number(asObject('child' in child ? child['child'] : child)['itemCount']) };
  });
}
