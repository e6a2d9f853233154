/** The language that a document says it is written in. */
import { toLanguage } from '../record/language.ts';
import { familyOf } from './languages.ts';
import type { Family } from './languages.ts';

/** What no document says farther down. */
const headLength = 20_000;

/** Names of babel and polyglossia that are not the language's own in English. */
const texNames: Readonly<Record<string, string>> = {
  american: 'en', usenglish: 'en', british: 'en', ukenglish: 'en', australian: 'en', canadian: 'en',
  ngerman: 'de', austrian: 'de', naustrian: 'de', nswissgerman: 'de', swissgerman: 'de',
  francais: 'fr', frenchb: 'fr', acadian: 'fr', canadien: 'fr', brazilian: 'pt', brazil: 'pt', portuges: 'pt',
}; // prettier-ignore

/** Where each family names its language; the first group holds it. */
const declarations: Readonly<Record<Family, readonly RegExp[]>> = {
  latex: [
    /\\set(?:main|default)language(?:\[[^\]]*\])?\{([^}]*)\}/,
    /\\usepackage\[[^\]]*\bmain ?= ?(\w+)[^\]]*\]\{babel\}/,
    // The last one of the list is the document's.
    /\\usepackage\[(?:[^\]]*,)?\s*(\w+)\s*,?\s*\]\{babel\}/,
  ],
  markdown: [/^---\r?\n(?:(?!---|\.\.\.).*\n)*?lang(?:uage)?:[ \t]*["']?([\w-]+)/],
  typst: [/#set\s+text\((?:[^()]*,)?\s*lang:\s*"([^"]*)"/],
  restructuredtext: [],
  asciidoc: [/^:lang:[ \t]*([\w-]+)/m],
  org: [/^#\+language:[ \t]*([\w-]+)/im],
};

/** Returns the language as BCP 47 writes it; undefined where the document does not say. */
export function documentLanguage(text: string, languageId: string): string | undefined {
  const family = familyOf(languageId);
  if (family === undefined) return undefined;
  const start = text.slice(0, headLength);
  const head = family === 'latex' ? start.replace(/(?<!\\)%.*/g, '') : start;
  for (const pattern of declarations[family]) {
    const name = pattern.exec(head)?.[1]?.trim().toLowerCase();
    if (name !== undefined) return Object.hasOwn(texNames, name) ? texNames[name] : toLanguage(name);
  }
  return undefined;
}
