/** Every name that the manifest and the code share; a test compares this file with package.json. */

export const commands = {
  search: 'citationLookup.search',
  lookup: 'citationLookup.lookup',
  insertCitation: 'citationLookup.insertCitation',
  copyBibTeX: 'citationLookup.copyBibTeX',
  selectBibliography: 'citationLookup.selectBibliography',
  clearCache: 'citationLookup.clearCache',
  showLog: 'citationLookup.showLog',
} as const;

/** Arguments of the commands that take some; all optional, an identifier in any form a person types. */
export interface IdentifierArgument {
  readonly identifier?: string;
  /** Where that identifier stands; the citation replaces it. */
  readonly at?: {
    readonly uri: string;
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}

export const configurationSection = 'citationLookup';

/** Types and defaults of the settings under `citationLookup.`. */
export const settingDefaults = {
  sources: ['crossref', 'datacite', 'openaire', 'cinii', 'rakutenKobo'] as readonly string[],
  contactEmail: '',
  endpoints: {} as Readonly<Record<string, string>>,
  bibliography: '' as string | readonly string[],
  'bibtex.dialect': 'auto' as 'auto' | 'bibtex' | 'biblatex',
  'bibtex.keyFormat': '{author}{year}{word}',
  'bibtex.encoding': 'unicode' as 'unicode' | 'latex',
  'bibtex.excludeFields': ['abstract', 'keyword'] as readonly string[],
  'bibtex.protectCase': 'smart' as 'none' | 'smart' | 'all',
  'bibtex.position': 'end' as 'end' | 'sorted',
  japaneseNameOrder: 'comma' as 'comma' | 'space',
  'latex.citeCommand': 'auto',
  'hover.enabled': true,
  'codeLens.enabled': true,
  'cache.maxAgeDays': 30,
} as const;

export type Settings = typeof settingDefaults;
