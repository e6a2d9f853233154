/**
 * OpenAIRE's authors. `fullName` is right in capitals and particles but sometimes reversed; `name` and `surname` are
 * right in order but lose particles and capitals, are often missing, and mostly decomposed (NFD).
 */
import { isBodyName } from '../../record/bodyName.ts';
import { hasJapanese, readJapaneseName } from '../../record/japaneseName.ts';
import { cleanText, toLiteral, toPerson } from '../../record/names.ts';
import type { CslName } from '../../record/record.ts';
import { asList, asObject } from '../json.ts';

function read(value: unknown): string {
  return cleanText(value)?.normalize('NFC') ?? '';
}

function same(a: string, b: string): boolean {
  return a.localeCompare(b, 'en', { sensitivity: 'base' }) === 0;
}

/** Moves small words that end the given name to the family name: `M. van der` `Velde`. */
function toPersonWithParticle(given: string, family: string): CslName | undefined {
  const words = given.split(' ');
  const start = words.findLastIndex((word) => !/^\p{Ll}[\p{Ll}'’]*$/u.test(word)) + 1;
  return toPerson({
    given: words.slice(0, start).join(' '),
    family: [...words.slice(start), family].join(' '),
  });
}

/** `Peřina Jr.` and `Martin Luther, Jr.`, the suffix apart. */
function splitSuffix(name: string): readonly [name: string, suffix: string | undefined] {
  const match = /^(.*?\S),?\s+((?:Jr|Sr)\.?|I{2,3}|IV)$/iu.exec(name);
  return [match?.[1] ?? name, match?.[2]];
}

/** `Family, Given`, or reversed where the surname stands after the comma. */
function splitFullName(fullName: string, comma: number, surname: string): CslName | undefined {
  const before = fullName.slice(0, comma).trim();
  const after = fullName.slice(comma + 1).trim();
  if (surname === '' && isBodyName(fullName)) return toLiteral(fullName);
  if (surname !== '' && !same(before, surname) && same(after, surname)) {
    return toPerson({ family: after, given: before });
  }
  const [family, familySuffix] = splitSuffix(before);
  const [given, givenSuffix] = splitSuffix(after);
  return toPerson({ family, given, suffix: familySuffix ?? givenSuffix });
}

function readAuthor(author: Readonly<Record<string, unknown>>): CslName | undefined {
  const fullName = read(author['fullName']);
  const surname = read(author['surname']);
  const name = read(author['name']);
  const comma = fullName.indexOf(',');
  if (comma > 0) return splitFullName(fullName, comma, surname);
  if (hasJapanese(fullName)) return readJapaneseName(fullName);
  if (surname !== '' && name !== '') {
    const stem = fullName.slice(0, -surname.length).trim();
    const ending = fullName.slice(-surname.length);
    return stem !== '' && same(ending, surname)
      ? toPersonWithParticle(stem, ending)
      : toPerson({ family: surname, given: name });
  }
  const space = fullName.lastIndexOf(' ');
  if (space < 0 || isBodyName(fullName)) return toLiteral(fullName);
  return toPersonWithParticle(fullName.slice(0, space), fullName.slice(space + 1));
}

/** Returns the authors in the order of their rank. */
export function readAuthors(value: unknown): readonly CslName[] {
  const rank = (author: Readonly<Record<string, unknown>>): number =>
    typeof author['rank'] === 'number' ? author['rank'] : Infinity;
  return asList(value)
    .map(asObject)
    .toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)))
    .map(readAuthor)
    .filter((name) => name !== undefined);
}
