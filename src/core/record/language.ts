/** Codes that are well-formed and say nothing: `aa` is what forms preselect, the rest stand for "unknown". */
const meaningless = new Set(['aa', 'und', 'mul', 'zxx', 'xx', 'mis']);

const inEnglish = new Intl.DisplayNames('en', { type: 'language' });
const englishNames: ReadonlyMap<string, string> = new Map(
  [
    'en',
    'de',
    'fr',
    'es',
    'it',
    'pt',
    'nl',
    'ja',
    'zh',
    'ko',
    'ru',
    'pl',
    'sv',
    'da',
    'nb',
    'fi',
    'cs',
    'el',
    'tr',
    'ar',
    'hu',
  ].map((code) => [(inEnglish.of(code) ?? code).toLowerCase(), code]),
);

/** Returns the language as BCP 47 wants it (`eng` and `English` as `en`, `en-us` as `en-US`); undefined for what is none. */
export function toLanguage(value: string | undefined): string | undefined {
  const text = value?.trim().replaceAll('_', '-').toLowerCase() ?? '';
  const named = englishNames.get(text);
  if (named !== undefined) return named;
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/.test(text) || meaningless.has(text)) return undefined;
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    // Well-formed parts may be repeated or in the wrong order.
    return undefined;
  }
}
