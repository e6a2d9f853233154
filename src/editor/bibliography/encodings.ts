/**
 * Which encoding the bytes of a .bib file are in. VS Code opens a file in the encoding of its settings; a Latin-1 or
 * Shift-JIS file opened as UTF-8 would lose bytes on saving, so files that are not UTF-8 are opened as what they are.
 */

/** An encoding by VS Code's name, and the text it makes of the bytes. */
export interface Decoded {
  readonly encoding: string;
  readonly text: string;
}

/** Encodings that reject what they cannot be, strictest first; VS Code's name and the decoder's. */
const strict = [
  ['utf8', 'utf-8'],
  ['eucjp', 'euc-jp'],
  ['shiftjis', 'shift_jis'],
] as const;

/** The encoding of e-mail in Japanese: all of it ASCII, with escapes to two bytes a letter. VS Code has none like it. */
export const mailEncoding = 'iso2022jp';

/** Where ISO-2022-JP turns to kanji and kana. */
const mailEscape = /\x1b\$[@B]/;

/** Tells whether text is the bytes of ISO-2022-JP, read as ASCII. */
export function isMailText(text: string): boolean {
  return mailEscape.test(text);
}

/** Returns VS Code's name of UTF-16 without a mark, which two letters of ASCII tell; undefined for anything else. */
function findUtf16([first, second, third, fourth]: Uint8Array): 'utf16le' | 'utf16be' | undefined {
  if (first === 0 && third === 0 && second !== 0 && fourth !== 0) return 'utf16be';
  return second === 0 && fourth === 0 && first !== 0 && third !== 0 ? 'utf16le' : undefined;
}

function decode(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, place) => bytes[place] === byte);
}

/** Returns the encoding of bytes as VS Code names it, or `mailEncoding`, and their text without a byte order mark. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf]))
    return { encoding: 'utf8bom', text: new TextDecoder().decode(bytes) };
  if (startsWith(bytes, [0xff, 0xfe]))
    return { encoding: 'utf16le', text: new TextDecoder('utf-16le').decode(bytes) };
  if (startsWith(bytes, [0xfe, 0xff]))
    return { encoding: 'utf16be', text: new TextDecoder('utf-16be').decode(bytes) };
  const utf16 = findUtf16(bytes);
  if (utf16 !== undefined)
    return { encoding: utf16, text: new TextDecoder(utf16.replace('utf16', 'utf-16')).decode(bytes) };
  for (const [encoding, label] of strict) {
    const text = decode(bytes, label);
    if (encoding === 'utf8' && text !== undefined)
      return isMailText(text)
        ? { encoding: mailEncoding, text: new TextDecoder('iso-2022-jp').decode(bytes) }
        : { encoding, text };
    // Western texts can happen to be valid EUC-JP or Shift-JIS; they hold no kana then.
    if (text !== undefined && /[\u3040-\u30ff]/.test(text)) return { encoding, text };
  }
  return { encoding: 'windows1252', text: new TextDecoder('windows-1252').decode(bytes) };
}
