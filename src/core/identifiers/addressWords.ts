/** The words that addresses put behind a DOI: which representation, whose figures, which file. */
import type { Surroundings } from './doiEnd.ts';

/** Ends a DOI even where nothing else of an address was copied; no registered DOI ends so. */
const commonWord = /\/(?:full(?:-?text)?|abstract|e?pdf|meta|summary|suppinfo|-\/dc\w+)$/i;

/** Last segments: ways to see an article, and what stands around it. */
const representations =
  'x?html?|fullhtml|e?pub|jats|(?:am-?)?pdf(?:plus|direct)?|e?reader|print|preview|view|download|export|bibtex|ris|cite';
const companions =
  'meta|summary|info|toc|issues?|issuetoc|homepage|references|citations?|cited-?by|metrics|related|similar|share|comments?|media|type/(?:journal_article|book(?:_part)?)|suppl|supplement(?:al|ary)?(?:-?\\w+)?|(?:status|badge)\\.svg';

/** Segments that others may follow: figures/1, full/html, suppl_file/a.pdf. */
const folders =
  'full|abstract|pdf|xml|figures?|tables?|tab-[\\w-]+|suppl|suppl_file|supplementary|references|assets?|mediaobjects|chapters?|-|files?|attachments?|versions?|transform|agency';

/** Ends of a file's name. */
const suffixes = '(?:\\.(?:full|abstract|short|long|full-text|article-info|article-metrics|figures-only))?';
const fileTypes = '(?:\\.(?:pdf|x?html?|xml|svg|epub|jats|bib|ris|png))?(?:\\+html)?';

const addressWords = [
  commonWord,
  new RegExp(`/(?:${representations}|${companions})$`, 'i'),
  new RegExp(`/(?:${folders})(?:/.*)?$`, 'i'),
  /\/(?:fulltext|index|content)\.(?:html?|pdf)$/i,
  // A work's name at Oxford's reference works: /acrefore-9780190228637-e-1
  /\/[a-z]+-97[89]\d{10}(?:-[a-z0-9-]+)?$/i,
  new RegExp(`(?<=.)${suffixes}${fileTypes}$`, 'i'),
];

/** Folder of a platform of many publishers whose addresses go on with an article's number and title. */
const numberingFolder = /\/[a-z-]*(?:article|chapter|book)[a-z-]*\/doi\/$/i;
const articleNumber = /\/\d{3,}(?:\/[^/]*)?$/;

/** Registrants of bioRxiv and medRxiv, whose versions are no part of the DOI. */
const rxiv = /^(?:1101|64898)$/;
const rxivVersion = /^(\d{6}|\d{4}\.\d\d\.\d\d\.\d{6,8})v\d.*$/i;

/** Host of badges, which hold a DOI with `-` and `_` doubled and a colour behind it. */
const badgeHost = 'shields.io';
const badgeColour = /-[a-z]+(?:\.(?:svg|png))?$/i;

/** Cuts an address's words off a DOI's suffix. */
export function withoutAddressWords(
  registrant: string,
  suffix: string,
  { address, host, path }: Surroundings,
): string {
  let rest = rxiv.test(registrant) ? suffix.replace(rxivVersion, '$1') : suffix;
  if (address !== 'other') return rest.replace(commonWord, '');
  if (host.endsWith(badgeHost)) return rest.replace(badgeColour, '');
  for (let length = Infinity; rest.length < length;) {
    length = rest.length;
    rest = addressWords.reduce((text, word) => text.replace(word, ''), rest);
  }
  return numberingFolder.test(path) ? rest.replace(articleNumber, '') : rest;
}

/** Returns the suffix of a DOI in a badge's address as it is meant. */
export function withoutBadgeEscapes(suffix: string, { host }: Pick<Surroundings, 'host'>): string {
  return host.endsWith(badgeHost) ? suffix.replaceAll(/([-_])\1/g, '$1') : suffix;
}
