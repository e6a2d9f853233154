/** In which of the locales that there are a reference is written. */

/** What is written where nothing fits. */
const english = 'en-US';

/** No tag that means something is longer. */
const longestTag = 100;

/** Returns a language with the script that it is written in; undefined for what is no language. */
function parse(language: string): Intl.Locale | undefined {
  if (language.length > longestTag) return undefined;
  try {
    // Norwegian is Bokmål unless it says that it is Nynorsk.
    return new Intl.Locale(language.trim().replaceAll('_', '-').replace(/^no\b/i, 'nb'));
  } catch {
    return undefined;
  }
}

/**
 * Returns the locale for a language as BCP 47 writes it, out of those named: that of its region, else, as CSL has it,
 * that of the language's main region, always in its script; English where there is none.
 */
export function toReferenceLocale(language: string | undefined, names: readonly string[]): string {
  const asked = parse(language ?? '');
  if (asked === undefined) return english;
  const { script } = asked.maximize();
  const fitting = names.filter((name) => {
    const known = new Intl.Locale(name).maximize();
    return known.language === asked.language && known.script === script;
  });
  const mainRegion = asked.language === 'en' ? 'US' : asked.language.toUpperCase();
  const inRegion = (region: string | undefined): string | undefined =>
    fitting.find((name) => region !== undefined && name.endsWith(`-${region}`));
  return inRegion(asked.region) ?? inRegion(mainRegion) ?? fitting[0] ?? english;
}
