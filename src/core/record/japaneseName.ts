/**
 * Japanese names as catalogues write them: `姓, 名` (NACSIS-CAT, repositories), `姓 名` (JaLC, KAKEN), `FAMILY Given`
 * in Latin script, or undivided. What cannot be decided stays whole: a wrong division is worse than none.
 */
import { isBodyName } from './bodyName.ts';
import { cleanText, toPerson } from './names.ts';
import type { CslName } from './record.ts';

const sign = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々〆ヶー]`;
const japanese = new RegExp(sign, 'u');

/** Family and given name, each of at most five signs; longer ones are bodies more often than people. */
const divided = new RegExp(`^(${sign}{1,5}) (${sign}{1,5})$`, 'u');
/** Foreign names in katakana stand in either order. */
const katakanaOnly = /^[\p{Script=Katakana}ー ]+$/u;

/** `KANAZAWA Itaru` and `Itaru KANAZAWA`: capitals mark the family name, they do not spell it. */
const capitals = String.raw`(\p{Lu}[\p{Lu}'’-]+)`;
const given = String.raw`(\p{Lu}[\p{Ll}.][\p{L}.'’-]*(?: [\p{L}.'’-]+)*)`;
const capitalsFirst = new RegExp(`^${capitals} ${given}$`, 'u');
const capitalsLast = new RegExp(`^${given} ${capitals}$`, 'u');

const withComma = /^([^,，]+)[,，]\s*([^,，]+?)(?:,\s*((?:Jr|Sr)\.?|I{2,3}|IV))?$/u;

function capitalise(name: string): string {
  return name.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}

/** Drops what catalogues add to tell namesakes apart: `堀内, 孝彦 (プログラマー)`, `夏目, 漱石, 1867-1916`. */
function dropQualifier(name: string): string {
  return name
    .replace(/(?<=\S)\s*[(（][^()（）]*[)）]$/u, '')
    .replace(/[,，]?\s*\d{3,4}\??\s*-\s*(?:\d{3,4}\??)?\.?$/u, '');
}

/** Tells whether a text is written in Japanese (or Chinese) signs, at least in part. */
export function hasJapanese(text: string): boolean {
  return japanese.test(text);
}

/**
 * Returns the name that `value` writes; undefined where it is empty. Two Latin words without a comma are divided
 * only where `latin` says that they stand `family-first`, or where capitals say which is which; not even then
 * where a comma would stand if it were a person's name (`comma-only`).
 */
export function readJapaneseName(value: unknown, latin?: 'family-first' | 'comma-only'): CslName | undefined {
  const whole = cleanText(value);
  if (whole === undefined) return undefined;
  const name = dropQualifier(whole);
  if (isBodyName(name)) return { literal: whole };
  const parts = withComma.exec(name);
  if (parts !== null) return toPerson({ family: parts[1], given: parts[2], suffix: parts[3] });
  const spaced = katakanaOnly.test(name) ? null : divided.exec(name);
  if (spaced !== null) return toPerson({ family: spaced[1], given: spaced[2] });
  if (latin !== 'comma-only') {
    const first = capitalsFirst.exec(name);
    if (first !== null) return toPerson({ family: capitalise(first[1] ?? ''), given: first[2] });
    const last = capitalsLast.exec(name);
    if (last !== null) return toPerson({ family: capitalise(last[2] ?? ''), given: last[1] });
  }
  const words = name.split(' ');
  if (latin === 'family-first' && words.length === 2) return toPerson({ family: words[0], given: words[1] });
  return { literal: hasJapanese(name) ? name : whole };
}
