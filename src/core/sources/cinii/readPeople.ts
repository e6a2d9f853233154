/** People of a CiNii record as CSL names: in the language of the text, with readings and Latin forms beside them. */
import { hasJapanese, readJapaneseName } from '../../record/japaneseName.ts';
import type { CslName } from '../../record/record.ts';
import { choose, isReading, type Person } from './work.ts';

/** One person in every form the record has. */
export interface NamedPerson {
  /** As the record writes it. */
  readonly written: string;
  readonly name: CslName;
  readonly reading: CslName | null;
  readonly romanised: CslName | null;
}

/** Readings stand family first, `タマガワ, リュウジ` or `カナザワ イタル`. */
function divideReading(reading: string): CslName {
  const [family, given, ...rest] = reading.trim().split(/\s*[,，]\s*|\s+/u);
  return family === undefined || given === undefined || rest.length > 0
    ? { literal: reading.trim() }
    : { family, given };
}

/**
 * Returns a person in the forms of their record; undefined where no name is written. In a book's list a person's
 * name has a comma, and what has none is a body's.
 */
export function readPerson(
  { names }: Person,
  language: string | undefined,
  inBook: boolean,
): NamedPerson | undefined {
  const written = choose(names, language);
  if (written === undefined) return undefined;
  const japanese = names
    .map((name) => readJapaneseName(name.text))
    .find((name) => hasJapanese(name?.family ?? ''));
  // A provider that writes the Japanese name family first does so in Latin letters too.
  const order = inBook ? 'comma-only' : japanese === undefined ? undefined : 'family-first';
  const name = readJapaneseName(written.text, order);
  if (name === undefined) return undefined;
  const reading = names.find(isReading);
  const latin = names.find(({ text }) => !hasJapanese(text));
  return {
    written: written.text,
    name,
    reading: reading === undefined ? null : divideReading(reading.text),
    romanised: latin === undefined ? null : (readJapaneseName(latin.text, order) ?? null),
  };
}
