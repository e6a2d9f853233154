/** The language in which a LaTeX document writes its references: its main one, unless BibLaTeX is told another. */
import { toLanguage } from '../../record/language.ts';
import { languageOfTexName } from './texLanguages.ts';

const options = '\\[(?<options>[^\\[\\]]*)\\]\\s*';

const polyglossia = new RegExp(`\\\\set(?:main|default)language\\s*(?:${options})?\\{(?<name>[^{}]*)\\}`);

const biblatex = new RegExp(`\\\\(?:usepackage|RequirePackage)\\s*${options}\\{biblatex\\}`);

const babelPackage = new RegExp(
  `\\\\(?:usepackage|RequirePackage)\\s*${options}\\{[^{}]*(?<!\\w)babel(?!\\w)`,
  'g',
);

const babelOptions = /\\PassOptionsToPackage\s*\{(?<options>[^{}]*)\}\s*\{babel\}/g;

const babelProvide = new RegExp(`\\\\babelprovide\\s*${options}\\{(?<name>[^{}]*)\\}`, 'g');

const classOptions = new RegExp(`\\\\(?:documentclass|LoadClass)\\s*${options}\\{`, 'g');

function load(command: string, names: string): RegExp {
  return new RegExp(`\\\\${command}\\s*(?:${options})?\\{[^{}]*(?<![\\w-])(?:${names})(?![\\w-])`);
}

/** Classes and packages that are made for one language, and set it without babel. */
const typesetIn: readonly (readonly [language: string, used: RegExp])[] = [
  // Those of pTeX (jsarticle, utbook), of LuaTeX (ltjsarticle), of several engines, and of societies.
  ['ja', load('documentclass', '(?:u|lt)?[jt]s?(?:article|book|report)|ltjs\\w+|jlreq|bxjs\\w+|jspf|ipsj\\w*|ieicej')],
  ['ja', load('usepackage', 'luatexja(?:-\\w+)?|zxjatype|bxcjkjatype|pxjahyper')],
  ['zh', load('documentclass', 'ctex\\w*')],
  ['zh', load('usepackage', 'ctex|xeCJK')],
  ['ko', load('documentclass', 'oblivoir')],
  ['ko', load('usepackage', 'kotex|xetexko|luatexko')],
]; // prettier-ignore

/** What polyglossia means by a name, alone or with the value of `variant` or `script`, where babel means another. */
const polyglossiaNames: Readonly<Record<string, string>> = {
  'english british': 'en-GB', 'english uk': 'en-GB', 'english american': 'en-US', 'english us': 'en-US',
  'english australian': 'en-AU', 'english newzealand': 'en-NZ', 'german swiss': 'de-CH', 'german austrian': 'de-AT',
  'french swiss': 'fr-CH', 'french canadian': 'fr-CA', 'french acadian': 'fr-CA', 'portuguese brazilian': 'pt-BR',
  'spanish mexican': 'es-MX', 'norwegian nynorsk': 'nn', 'chinese traditional': 'zh-Hant', serbian: 'sr-Cyrl',
  'serbian latin': 'sr-Latn',
}; // prettier-ignore

function languageOf(name: string): string | undefined {
  return languageOfTexName(name) ?? toLanguage(name);
}

function readBiblatex(shown: string): string | undefined {
  const given = biblatex.exec(shown)?.groups?.['options'] ?? '';
  return languageOfTexName(/(?<!\w)language\s*=\s*\{?([\w-]+)/.exec(given)?.[1] ?? '');
}

function readPolyglossia(shown: string): string | undefined {
  const { name, options: given = '' } = polyglossia.exec(shown)?.groups ?? {};
  if (name === undefined) return undefined;
  const variant = /\b(?:variant|script)\s*=\s*([a-z]+)/i.exec(given)?.[1] ?? '';
  const said = `${name.trim()} ${variant}`.toLowerCase().trim();
  return (Object.hasOwn(polyglossiaNames, said) ? polyglossiaNames[said] : undefined) ?? languageOf(name);
}

/** Returns the option of a list that says what is main, else the last one that is a language. */
function readList(list: string): string | undefined {
  // A modifier follows the name behind a dot.
  const names = list.split(',').map((option) => option.trim().replace(/\..*/, ''));
  const main = names.find((name) => /^main\s*=/.test(name));
  if (main !== undefined) return languageOf(main.slice(main.indexOf('=') + 1));
  return names.map(languageOfTexName).findLast((language) => language !== undefined);
}

function readLists(shown: string, pattern: RegExp): string | undefined {
  for (const { groups } of shown.matchAll(pattern)) {
    const language = readList(groups?.['options'] ?? '');
    if (language !== undefined) return language;
  }
  return undefined;
}

function readProvided(shown: string): string | undefined {
  for (const { groups: { options: given = '', name = '' } = {} } of shown.matchAll(babelProvide))
    if (/(?:^|,)\s*main\s*(?:,|=|$)/.test(given)) return languageOf(name);
  return undefined;
}

/**
 * Returns the language as BCP 47 writes it, as BibLaTeX, polyglossia or babel are told it, else the class; undefined
 * where nobody is. `shown` is the text of the document and of what it takes in, without comments.
 */
export function readLatexLanguage(shown: string): string | undefined {
  return (
    readBiblatex(shown) ??
    readPolyglossia(shown) ??
    readProvided(shown) ??
    readLists(shown, babelPackage) ??
    readLists(shown, babelOptions) ??
    readLists(shown, classOptions) ??
    typesetIn.find(([, used]) => used.test(shown))?.[0]
  );
}
