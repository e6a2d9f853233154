import { toHepburn } from './hepburn.ts';
import type { CslItem, CslName } from './record.ts';
import { significantWords } from './titleWords.ts';
import { toAscii } from './toAscii.ts';

/** Letters whose sound the letters themselves tell. */
const readable =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]+$/u;
const maxBodyWords = 3;

/** A name in capitals is typed so, not spelt so. */
function uncapitalise(name: string): string {
  return /^[A-Z]{4,}$/.test(name) ? name.charAt(0) + name.slice(1).toLowerCase() : name;
}

/**
 * Writes a name as keys have it: the family name with the particle that belongs to it (`vanGogh`, but `Humboldt` of
 * "von Humboldt"), a body's first telling words; undefined where its signs do not tell how it sounds.
 */
function toKeyName(name: CslName): string | undefined {
  const { family, literal = '', given = '' } = name;
  const text = family === undefined ? literal || given : `${name['non-dropping-particle'] ?? ''}${family}`;
  const ascii = !readable.test(text)
    ? toHepburn(text)
    : family === undefined
      ? significantWords(text).slice(0, maxBodyWords).join('')
      : uncapitalise(toAscii(text));
  return ascii === '' ? undefined : ascii;
}

/**
 * Returns the names of a work's authors, else of its editors, in ASCII: as they are in Latin, Greek or Cyrillic script,
 * else romanised by the source, else by their reading. `undefined` stands for a name that nothing tells how to read.
 */
export function namesInAscii({
  author = [],
  editor = [],
  custom = {},
}: CslItem): readonly (string | undefined)[] {
  const names = author.length === 0 ? editor : author;
  return names.map((name, index) => {
    const [romanised, reading] =
      author.length === 0 ? [] : [custom.authorRomanised?.[index], custom.authorReadings?.[index]];
    return [name, romanised, reading]
      .map((form) => (form ? toKeyName(form) : undefined))
      .find((form) => form !== undefined);
  });
}
