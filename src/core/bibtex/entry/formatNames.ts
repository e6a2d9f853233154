import type { CslName } from '../../record/record.ts';
import { cleanText } from './cleanText.ts';

/** How names in Chinese characters, kana and Hangul are written: `姓, 名` or `姓 名`. */
export type NameOrder = 'comma' | 'space';

export interface NameStyle {
  readonly order: NameOrder;
  /** Writes plain text as TeX text. */
  readonly encode: (plain: string) => string;
}

const eastAsian = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー・]+$/u;

/** What would be read as the border of a name or of its parts. (u)pBibTeX splits at 、 and ， too. */
const separator = /[,、，]|(?<=^| )and(?= |$)/i;

/** Small words in front are particles; behind a capital they are not, and BibTeX would take them for some. */
const frontParticles = /^(?:\p{Ll}[^ ]* )+/u;
const innerParticle = / \p{Ll}[^ ]* /u;

const restOfNames = /^(?:(?:and )?others|et\.? al\.?|ほか|他)$/i;

/** Cleans a part of a name; blanks of any kind would tie or space its words. */
function read(part: string | undefined): string {
  return part === undefined ? '' : cleanText(part.replace(/\s/g, ' '));
}

/** Joins a particle to what follows it, `d'` without a blank. */
function join(particle: string, name: string): string {
  return particle === '' || /['’]$/.test(particle) ? particle + name : `${particle} ${name}`;
}

function wholeText({ literal, ...name }: CslName): string {
  const family = [name['dropping-particle'], name['non-dropping-particle'], name.family]
    .map(read)
    .reduce(join);
  return [name.given, family, name.suffix].map(read).filter(Boolean).join(' ') || read(literal);
}

/** Returns a name as prose has it, in the order of its language. */
export function nameInProse(name: CslName): string {
  const [family, given] = [read(name.family), read(name.given)];
  return eastAsian.test(family + given) ? family + given : wholeText(name);
}

/** Signs that are commands without a letter of their own. */
const wordlessCommand = /\{(\\text(?:backslash|braceleft|braceright|asciicircum|asciitilde))\}/g;
const equals = /(?<!\\)=/g;

/** biber cuts initials out of commands in braces, and reads `given=` in a name as the beginning of that part. */
function forBiber(tex: string): string {
  return tex.replace(wordlessCommand, '$1{}').replace(equals, '{=}');
}

/**
 * Writes a name as `particle Family, Suffix, Given`, in braces where it is one piece: a body, or someone with one name.
 */
function formatName(name: CslName, style: NameStyle): string {
  const encode = (plain: string): string => forBiber(style.encode(plain));
  const whole = `{${encode(wholeText(name))}}`;
  const parts = formatParts(name, { ...style, encode });
  // biber counts the commas in braces too.
  return parts === undefined || (parts.match(/,/g)?.length ?? 0) > 2 ? whole : parts;
}

/** Writes a name in its parts; undefined where it has but one. */
function formatParts(name: CslName, { order, encode }: NameStyle): string | undefined {
  const [family, given, suffix] = [read(name.family), read(name.given), read(name.suffix)];
  if (family === '' || given === '') return undefined;
  const part = (text: string): string => (separator.test(text) ? `{${encode(text)}}` : encode(text));
  if (eastAsian.test(family + given) && suffix === '') {
    return `${part(family)}${order === 'comma' ? ', ' : ' '}${part(given)}`;
  }
  const front = frontParticles.exec(family)?.[0] ?? '';
  const last = family.slice(front.length);
  const particles = [name['dropping-particle'], name['non-dropping-particle'], front]
    .map(read)
    .filter(Boolean);
  const lastName = innerParticle.test(last) ? `{${encode(last)}}` : part(last);
  const parts = [
    [...particles.map(part), lastName].reduce(join),
    ...(suffix === '' ? [] : [part(suffix)]),
    part(given),
  ];
  return parts.join(', ');
}

/**
 * Returns names as BibTeX lists them; undefined where there are none. `and others` ends a list that `isIncomplete` or
 * says so itself.
 */
export function formatNames(
  names: readonly CslName[],
  style: NameStyle,
  isIncomplete = false,
): string | undefined {
  const texts = names.map((name) => ({ name, text: wholeText(name) })).filter(({ text }) => text !== '');
  const known = texts.filter(({ text }, index) => index === 0 || !restOfNames.test(text));
  if (known.length === 0) return undefined;
  const list = known.map(({ name }) => formatName(name, style));
  return [...list, ...(isIncomplete || known.length < texts.length ? ['others'] : [])].join(' and ');
}

function toHiragana(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/**
 * Returns the readings of `names` in the same form, kana as hiragana, names in Latin script as they are; undefined
 * unless every name has one: a list of unequal length is worse than none.
 */
export function formatReadings(
  names: readonly CslName[],
  readings: readonly (CslName | null)[],
  style: NameStyle,
): string | undefined {
  if (readings.length !== names.length || readings.every((reading) => reading === null)) return undefined;
  const complete = names.map((name, index) => {
    const reading = readings[index];
    if (reading) return mapName(reading, toHiragana);
    return /^[\p{Script=Latin}\p{Script=Common}\p{M}]*$/u.test(wholeText(name)) ? name : undefined;
  });
  return complete.every((reading) => reading !== undefined) ? formatNames(complete, style) : undefined;
}

function mapName({ family, given, literal }: CslName, map: (part: string) => string): CslName {
  return literal === undefined || family !== undefined
    ? { family: map(family ?? ''), given: map(given ?? '') }
    : { literal: map(literal) };
}
