/** Takes off what an identifier was copied together with: a link's markup, a field's name, quotes, a label. */

/** What people and publishers write in front of an address or a DOI. */
const announcements = [
  '(?:available|retrieved|accessed)(?: online)? (?:at|from|via)',
  '(?:article |permanent |persistent )?(?:link|url|uri|address)',
  '(?:article |crossref )?doi(?: number| link| no\\.?)?',
  'digital object identifier(?: \\(doi\\))?',
].join('|');

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
  // \href{target}{text} and \doi{target}
  /^\\href\s*\{(.*?)\}\s*\{.*\}$/,
  /^\\[a-z]+\s*\{(.*)\}[.,;]?$/i,
  /^<a\s[^<>]*?href\s*=\s*["']?([^"'\s<>]+)/i,
  /^<[a-z][^<>]*>(.*)<\/[a-z][\w:-]*\s*>$/i,
  // DO  - target, as RIS has it
  /^[A-Z][A-Z\d] {1,2}- +(\S.*)$/,
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
