/** The languages that references can be written in: those whose terms citation-js brings along, and Japanese. */

const byLanguage: Readonly<Record<string, string>> = {
  en: 'en-US', fr: 'fr-FR', de: 'de-DE', es: 'es-ES', nl: 'nl-NL', ja: 'ja-JP',
}; // prettier-ignore

/** Returns the locale for a language as BCP 47 writes it (`de`, `de-AT`); English for those without one. */
export function toReferenceLocale(language: string | undefined): string {
  const [primary = ''] = (language ?? '').toLowerCase().split(/[-_]/);
  return (Object.hasOwn(byLanguage, primary) ? byLanguage[primary] : undefined) ?? 'en-US';
}
