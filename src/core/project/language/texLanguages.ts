/** The names that babel and polyglossia have for languages, by BCP 47. */
const namesByLanguage: Readonly<Record<string, string>> = {
  af: 'afrikaans', ar: 'arabic', ast: 'asturian', az: 'azerbaijani', be: 'belarusian belarussian', bg: 'bulgarian',
  bn: 'bengali', br: 'breton', bs: 'bosnian', ca: 'catalan', cs: 'czech', cy: 'welsh', da: 'danish',
  de: 'german germanb ngerman', 'de-AT': 'austrian naustrian german-austria german-at',
  'de-CH': 'swissgerman nswissgerman german-switzerland german-ch', dsb: 'lowersorbian lsorbian',
  el: 'greek polutonikogreek polytonicgreek monotonicgreek', en: 'english', 'en-AU': 'australian english-australia',
  'en-CA': 'canadian english-canada', 'en-GB': 'british ukenglish english-unitedkingdom english-gb',
  'en-NZ': 'newzealand english-newzealand', 'en-US': 'american usenglish english-unitedstates english-us',
  eo: 'esperanto', es: 'spanish', 'es-MX': 'mexican spanishmx spanish-mexico spanish-mx', et: 'estonian', eu: 'basque',
  fa: 'persian farsi', fi: 'finnish', fr: 'french francais frenchb', 'fr-CA': 'acadian canadien french-canada french-ca',
  'fr-CH': 'swissfrench french-switzerland french-ch', fur: 'friulan friulian', ga: 'irish', gd: 'scottish scottishgaelic',
  gl: 'galician', grc: 'ancientgreek', he: 'hebrew', hi: 'hindi', hr: 'croatian', hsb: 'uppersorbian usorbian',
  hu: 'hungarian magyar', hy: 'armenian', ia: 'interlingua', id: 'indonesian bahasa bahasai indon', is: 'icelandic',
  it: 'italian', ja: 'japanese', ka: 'georgian', kk: 'kazakh', km: 'khmer', kmr: 'kurmanji', kn: 'kannada', ko: 'korean',
  la: 'latin classicallatin medievallatin ecclesiasticlatin', lo: 'lao', lt: 'lithuanian', lv: 'latvian lettish',
  mk: 'macedonian', ml: 'malayalam', mn: 'mongolian', mr: 'marathi', ms: 'malay melayu meyalu bahasam', nb: 'norwegian norsk bokmal',
  nl: 'dutch', nn: 'nynorsk norwegiannynorsk', oc: 'occitan', pa: 'punjabi', pl: 'polish', pms: 'piedmontese',
  pt: 'portuguese portuges', 'pt-BR': 'brazilian brazil portuguese-brazil portuguese-br', rm: 'romansh', ro: 'romanian',
  ru: 'russian', sa: 'sanskrit', se: 'samin', sk: 'slovak', sl: 'slovene slovenian', sq: 'albanian', 'sr-Cyrl': 'serbianc serbian-cyrillic',
  'sr-Latn': 'serbian serbian-latin', sv: 'swedish', ta: 'tamil', te: 'telugu', th: 'thai', tk: 'turkmen', tr: 'turkish',
  ug: 'uyghur', uk: 'ukrainian', ur: 'urdu', vi: 'vietnamese', zh: 'chinese chinese-hans chinese-simplified',
  'zh-Hant': 'chinese-hant chinese-traditional',
}; // prettier-ignore

const languages: ReadonlyMap<string, string> = new Map(
  Object.entries(namesByLanguage).flatMap(([language, names]) =>
    names.split(' ').map((name) => [name, language] as const),
  ),
);

/** Returns the language that babel or polyglossia calls so, as BCP 47 writes it; undefined where they call none so. */
export function languageOfTexName(name: string): string | undefined {
  return languages.get(name.trim().toLowerCase());
}
