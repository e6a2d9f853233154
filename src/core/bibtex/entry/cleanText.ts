/** Line ends and tabs, which are blanks in a value. */
const breaks = /[\t-\r\u0085\u2028\u2029]+/g;
/** Controls, soft hyphens, marks of direction, zero-width and presentation characters: nothing that prints. */
const invisible =
  /[\p{Cc}\p{Noncharacter_Code_Point}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufe0e\ufe0f\ufeff\ufff9-\ufffb]/gu;
/** Joiners say something between letters of scripts beyond Greek and Cyrillic only. */
const idleJoiner = /(?<![\u0590-\u{10ffff}])[\u200c\u200d]/gu;
const ligatures = /[\u013f\u0140\ufb00-\ufb06]/g;
const wideSpaces = /[\u1680\u2000-\u2005\u2007\u2008\u205f]/g;

/** Returns the text composed (NFC), on one line, without what does not print and without doubled or outer blanks. */
export function cleanText(text: string): string {
  const line = /^[ -~]*$/.test(text)
    ? text
    : text
        .replace(breaks, ' ')
        .replace(invisible, '')
        .replace(idleJoiner, '')
        .replace(wideSpaces, ' ')
        .replace(ligatures, (ligature) => ligature.normalize('NFKD'))
        .replace(/\p{Surrogate}/gu, '\ufffd')
        // NFC takes these brackets for those of Chinese and Japanese.
        .replaceAll('\u2329', '⟨')
        .replaceAll('\u232a', '⟩')
        .normalize('NFC');
  return line.replace(/ {2,}/g, ' ').trim();
}
