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

/** Returns the encoding of bytes as VS Code names it, and their text without a byte order mark. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf]))
    return { encoding: 'utf8bom', text: new TextDecoder().decode(bytes) };
  if (startsWith(bytes, [0xff, 0xfe]))
    return { encoding: 'utf16le', text: new TextDecoder('utf-16le').decode(bytes) };
  if (startsWith(bytes, [0xfe, 0xff]))
    return { encoding: 'utf16be', text: new TextDecoder('utf-16be').decode(bytes) };
  for (const [encoding, label] of strict) {
    const text = decode(bytes, label);
    // Western texts can happen to be valid EUC-JP or Shift-JIS; they hold no kana then.
    if (text !== undefined && (encoding === 'utf8' || /[\u3040-\u30ff]/.test(text)))
      return { encoding, text };
  }
  return { encoding: 'windows1252', text: new TextDecoder('windows-1252').decode(bytes) };
}
