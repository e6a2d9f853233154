/** Reads BibTeX's lists of names. */
import type { CslName } from '../../record/record.ts';
import { decodeTeX } from './decodeTeX.ts';

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** All of it in one pair of braces: the name of a body, or one that is not to be divided. */
const braced = /^\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}$/;

/** biblatex's form of a name: `family=…, given=…`. */
const labelled = /^(family|given|prefix|suffix)(?:-i)?\s*=\s*(.*)$/i;

/** Splits at what `tokens`, a global pattern that also finds every brace, finds outside braces, into at most `limit` parts. */
function split(text: string, tokens: RegExp, limit = Infinity): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: token, index } of text.matchAll(tokens)) {
    if (token === '{') depth += 1;
    else if (token === '}') depth -= 1;
    else if (depth <= 0) {
      parts.push(text.slice(start, index));
      start = index + token.length;
      if (parts.length === limit) break;
    }
  }
  if (parts.length < limit) parts.push(text.slice(start));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** Returns the people and bodies, the first `limit` of them, that a field such as `author` names in TeX; "and others" is nobody. */
export function readNames(tex: string, limit = Infinity): readonly CslName[] {
  return split(tex.replace(/\s+/g, ' '), /[{}]| and(?= )/gi, limit)
    .filter((name) => name.toLowerCase() !== 'others')
    .map(readName);
}

function readName(tex: string): CslName {
  if (braced.test(tex)) return { literal: decodeTeX(tex) };
  const parts = split(tex, /[{},]/g);
  const label = labelled.exec(parts[0] ?? '');
  if (label !== null) return fromLabels(parts);
  const words = split(parts[0] ?? '', /[{} ~]/g);
  if (parts.length > 1) return toName(words, parts.at(-1), parts.length > 2 ? parts[1] : undefined);
  const [first = '', ...rest] = words;
  if (rest.length > 0 && cjk.test(tex)) return toName([first], rest.join(' '));
  // The family name begins with the first particle, or is the last word.
  const particle = words.findIndex((word, index) => index < words.length - 1 && isParticle(word));
  const familyStart = particle === -1 ? words.length - 1 : particle;
  return toName(words.slice(familyStart), words.slice(0, familyStart).join(' '));
}

function fromLabels(parts: readonly string[]): CslName {
  const values = new Map(
    parts.map((part) => {
      const [, label = '', value = ''] = labelled.exec(part) ?? [];
      return [label.toLowerCase(), value];
    }),
  );
  return toName(
    [values.get('prefix') ?? '', values.get('family') ?? ''],
    values.get('given'),
    values.get('suffix'),
  );
}

/** Tells whether a word is a particle: it begins in lower case, and braces do not hide its case. */
function isParticle(word: string): boolean {
  return !/^\{[^\\]/.test(word) && /^\P{L}*\p{Ll}/u.test(decodeTeX(word));
}

function toName(words: readonly string[], given = '', suffix = ''): CslName {
  const familyStart = Math.max(0, words.findIndex((word, index) => index === words.length - 1 || !isParticle(word))); // prettier-ignore
  const particle = decodeTeX(words.slice(0, familyStart).join(' '));
  return {
    family: decodeTeX(words.slice(familyStart).join(' ')),
    ...(given === '' ? {} : { given: decodeTeX(given) }),
    ...(particle === '' ? {} : { 'non-dropping-particle': particle }),
    ...(suffix === '' ? {} : { suffix: decodeTeX(suffix) }),
  };
}
