/** Every name that the manifest and the code share; a test compares this file with package.json. */

export const commands = {
  search: 'citationLookup.search',
  openSearchPanel: 'citationLookup.openSearchPanel',
  lookup: 'citationLookup.lookup',
  insertCitation: 'citationLookup.insertCitation',
  convertDocument: 'citationLookup.convertDocument',
  checkBibliography: 'citationLookup.checkBibliography',
  completeBibliography: 'citationLookup.completeBibliography',
  completeEntry: 'citationLookup.completeEntry',
  updateField: 'citationLookup.updateField',
  mergeEntries: 'citationLookup.mergeEntries',
  copyBibTeX: 'citationLookup.copyBibTeX',
  copyFormatted: 'citationLookup.copyFormatted',
  selectBibliography: 'citationLookup.selectBibliography',
  setCredentials: 'citationLookup.setCredentials',
  clearCredentials: 'citationLookup.clearCredentials',
  clearCache: 'citationLookup.clearCache',
  showLog: 'citationLookup.showLog',
} as const;

export const views = { searchPanel: 'citationLookup.searchPanel' } as const;

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

/** The settings under `citationLookup.`, as the manifest declares them. */
export interface Settings {
  readonly sources: readonly string[];
  readonly contactEmail: string;
  /** Base addresses by endpoint id. */
  readonly endpoints: Readonly<Record<string, string>>;
  readonly bibliography: string | readonly string[];
  readonly 'bibtex.dialect': 'auto' | 'bibtex' | 'biblatex';
  readonly 'bibtex.keyFormat': string;
  readonly 'bibtex.encoding': 'unicode' | 'latex';
  readonly 'bibtex.excludeFields': readonly string[];
  readonly 'bibtex.protectCase': 'none' | 'smart' | 'all';
  readonly 'bibtex.titleMarkup': 'tex' | 'plain';
  readonly 'bibtex.position': 'end' | 'sorted';
  readonly japaneseNameOrder: 'comma' | 'space';
  readonly 'latex.citeCommand': string;
  readonly 'preview.style': string;
  readonly 'hover.enabled': boolean;
  readonly 'codeLens.enabled': boolean;
  readonly 'paste.enabled': boolean;
  readonly 'diagnostics.enabled': boolean;
  readonly 'cache.maxAgeDays': number;
}

export const settingDefaults: Settings = {
  sources: ['crossref', 'datacite', 'openaire', 'cinii', 'rakutenKobo'],
  contactEmail: '',
  endpoints: {},
  bibliography: '',
  'bibtex.dialect': 'auto',
  'bibtex.keyFormat': '{author}{year}{word}',
  'bibtex.encoding': 'unicode',
  'bibtex.excludeFields': ['abstract', 'keyword'],
  'bibtex.protectCase': 'smart',
  'bibtex.titleMarkup': 'tex',
  'bibtex.position': 'end',
  japaneseNameOrder: 'comma',
  'latex.citeCommand': 'auto',
  'preview.style': 'apa',
  'hover.enabled': true,
  'codeLens.enabled': true,
  'paste.enabled': true,
  'diagnostics.enabled': true,
  'cache.maxAgeDays': 30,
};
