/** Names that babel and biblatex give to languages, by ISO 639 code and where they differ by region. */
const babelNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    af: 'afrikaans', ar: 'arabic', be: 'belarusian', bg: 'bulgarian', bn: 'bengali', br: 'breton', bs: 'bosnian',
    ca: 'catalan', cs: 'czech', cy: 'welsh', da: 'danish', de: 'ngerman', 'de-at': 'naustrian', 'de-ch': 'nswissgerman',
    el: 'greek', en: 'english', 'en-au': 'australian', 'en-ca': 'canadian', 'en-gb': 'british', 'en-nz': 'newzealand',
    'en-us': 'american', eo: 'esperanto', es: 'spanish', et: 'estonian', eu: 'basque', fa: 'persian', fi: 'finnish',
    fr: 'french', 'fr-ca': 'canadien', ga: 'irish', gd: 'scottish', gl: 'galician', grc: 'ancientgreek', he: 'hebrew',
    hi: 'hindi', hr: 'croatian', hu: 'hungarian', hy: 'armenian', ia: 'interlingua', id: 'indonesian', is: 'icelandic',
    it: 'italian', ja: 'japanese', ka: 'georgian', kmr: 'kurmanji', ko: 'korean', la: 'latin', lt: 'lithuanian',
    lv: 'latvian', mk: 'macedonian', mn: 'mongolian', mr: 'marathi', ms: 'malay', nb: 'norwegian', nl: 'dutch',
    nn: 'nynorsk', no: 'norwegian', oc: 'occitan', pl: 'polish', pt: 'portuguese', 'pt-br': 'brazilian',
    rm: 'romansh', ro: 'romanian', ru: 'russian', se: 'samin', sk: 'slovak', sl: 'slovene', sq: 'albanian',
    sr: 'serbian', 'sr-cyrl': 'serbianc', sv: 'swedish', ta: 'tamil', te: 'telugu', th: 'thai', tr: 'turkish',
    tk: 'turkmen', uk: 'ukrainian', ur: 'urdu', vi: 'vietnamese', zh: 'chinese',
  }),
); // prettier-ignore

/** Returns babel's name of a BCP 47 language, its region if babel has one for it; undefined for what babel does not know. */
export function toLangid(language: string): string | undefined {
  const code = language.trim().toLowerCase().replaceAll('_', '-');
  return babelNames.get(code) ?? babelNames.get(code.split('-')[0] ?? '');
}
