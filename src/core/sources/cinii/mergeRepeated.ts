/** CiNii often has one work two or three times, as its providers gave it: a hit of each work is enough. */
import type { CiniiWork } from './work.ts';

function fold(text: string | undefined): string {
  return (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function yearOf({ date = '' }: CiniiWork): string {
  return /\d{4}/.exec(date)?.[0] ?? '';
}

/** What one work has in common in all its hits: an identifier, or else title and year. */
function keysOf(work: CiniiWork): readonly string[] {
  const title = fold(work.titles[0]?.text);
  return [
    ...(work.doi === undefined ? [] : [`doi ${work.doi}`]),
    ...(work.naid === undefined ? [] : [`naid ${work.naid}`]),
    ...(title === '' || yearOf(work) === '' ? [] : [`title ${title} ${yearOf(work)}`]),
  ];
}

/** Tells whether two hits of the same title say what no single work can: another DOI, journal, volume or page. */
function contradict(a: CiniiWork, b: CiniiWork): boolean {
  const facts = (work: CiniiWork): readonly string[] => [
    work.kind,
    work.doi ?? '',
    work.naid ?? '',
    work.ncid ?? '',
    fold(work.containers?.[0]?.text),
    fold(work.volume),
    fold(work.firstPage),
  ];
  const others = facts(b);
  return facts(a).some((fact, index) => fact !== '' && others[index] !== '' && fact !== others[index]);
}

/** The hit to show: with a DOI before one without, then the one that names more people. */
function isBetter(a: CiniiWork, b: CiniiWork): boolean {
  if ((a.doi === undefined) !== (b.doi === undefined)) return a.doi !== undefined;
  return a.creators.length > b.creators.length;
}

/** Returns `better` with the identifiers and facts that only `other` has. */
export function mergeWorks(better: CiniiWork, other: CiniiWork): CiniiWork {
  const isFilled = (value: unknown): boolean =>
    Array.isArray(value) ? value.length > 0 : value !== undefined;
  const own = Object.fromEntries(Object.entries(better).filter(([, value]) => isFilled(value)));
  return {
    ...other,
    ...better,
    ...Object.fromEntries(Object.entries(other).filter(([name]) => !(name in own))),
  };
}

/** Returns each work once, in the order of its first hit. */
export function mergeRepeated(works: readonly CiniiWork[]): readonly CiniiWork[] {
  const merged: CiniiWork[] = [];
  const places = new Map<string, number>();
  for (const work of works) {
    const at = keysOf(work)
      .map((key) => places.get(key))
      .find((place) => place !== undefined && !contradict(merged[place] ?? work, work));
    const earlier = at === undefined ? undefined : merged[at];
    const place = at ?? merged.length;
    merged[place] =
      earlier === undefined
        ? work
        : isBetter(work, earlier)
          ? mergeWorks(work, earlier)
          : mergeWorks(earlier, work);
    for (const key of keysOf(work)) if (!places.has(key)) places.set(key, place);
  }
  return merged;
}
