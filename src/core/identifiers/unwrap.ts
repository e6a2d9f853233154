/** Takes off what an identifier was copied together with: a link's markup, a field's name, quotes, a label. */

/** What people and publishers write in front of an address or a DOI. */
const announcements = [
  '(?:available|retrieved|accessed)(?: online)? (?:at|from|via)',
  '(?:article |permanent |persistent )?(?:link|url|uri|address)',
  '(?:article |crossref )?doi(?: number| link| no\\.?)?',
  'digital object identifier(?: \\(doi\\))?',
].join('|');

/** Begins a remark on an address: when it was looked at, when the work came out. */
const remarks =
  '(?:last )?(?:accessed|retrieved|viewed|visited)\\b|e-?pub\\b|(?:\\d{4}年[\\d月日]*)?(?:最終)?(?:閲覧|参照|アクセス)';

/** Each finds the identifier, or what holds it, in its first group. */
const wrappers: readonly RegExp[] = [
  // [text](target "title"), with an image as text too
  /^!?\[.*\]\(<?(\S+?)>?(?:\s+["'(][^"']*["')])?\)[.,;]?$/,
  /^\[[^\]]+\]:\s*(\S.*)$/,
  /^\[\[([^\]]+)\](?:\[.*\])?\]$/,
  // `text <target>`_ and :doi:`target`, {doi}`target`
  /^`[^`<]*<([^`]+)>`_{0,2}$/,
  /^(?::[\w:]+:|\{[\w:]+\})`(.*)`$/,
  // link:target[text]
  /^(?:link:)?(https?:\/\/\S+)\[[^\]]*\]$/,
  /^#link\("([^"]+)"\)/,
  // \href{target}{text}, \doi{target} and \cite[text]{target}
  /^\\href\s*\{(.*?)\}\s*\{.*\}$/,
  /^\\[a-z]+\s*(?:\[[^[\]]*\]){0,2}\{(.*)\}[.,;]?$/i,
  /^<(?:a|meta)\s[^<>]*?(?:href|content)\s*=\s*["']?([^"'\s<>]+)/i,
  /^<[a-z][^<>]*>(.*)<\/[a-z][\w:-]*\s*>$/i,
  // DO  - target, LID - target [doi], DI target and %R target, as RIS, PubMed, Web of Science and EndNote have it
  /^[A-Z][A-Z\d]{1,2} {1,2}- +(\S.*)$/,
  /^(?:DI|%R) +(\S.*)$/,
  /^(\S.*?) \[doi\]$/,
  // [@target, p. 3]
  /^\[-?@([^\s,;]+),[^\]]*\]$/,
  // The number in a list of references.
  /^(?:[([]\d{1,3}[)\]]|\d{1,3}[.)])\s+((?:10\.\d{4}|doi|https?:|arxiv|pmid|isbn).*)$/i,
  // What a reference says behind its address.
  new RegExp(`^(\\S*\\d.*?)[\\s.,;]*[\\s([](?:${remarks}).*$`, 'i'),
  // doi = {target}, and "DOI": "target",
  /^["']?[a-z][\w-]{0,20}["']?\s*[=:]\s*(?:\{(.*)\}|"(.*)"|'(.*)'),?$/i,
  new RegExp(`^(?:${announcements})\\s*[:=]?\\s+(\\S.*)$`, 'i'),
  // Openers, emphasis and bullets; no identifier begins with them.
  /^(?:&(?:lt|quot|apos|#3[49]);|[\s([{<"'`*_~|^«»“”‘’„「『【〈•·,.;:!?#=+@-])+(.*)$/i,
];

/** Returns what a copied text wraps; the text itself where it wraps nothing known. */
export function unwrap(text: string): string {
  let inner = text.replaceAll(/[\r\n]+/g, ' ').trim();
  for (let depth = 0; depth < 8; depth++) {
    const match = wrappers.map((wrapper) => wrapper.exec(inner)).find((found) => found !== null);
    if (match === undefined) return inner;
    inner =
      match
        .slice(1)
        .find((group) => (group as string | undefined) !== undefined)
        ?.trim() ?? '';
  }
  return inner;
}
