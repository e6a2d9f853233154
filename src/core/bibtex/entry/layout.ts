/** How an entry is laid out in the file, so that a new entry looks like its neighbours. */
export interface EntryLayout {
  /** Blanks before each field name. */
  readonly indent: string;
  readonly lineEnd: '\n' | '\r\n';
  /** Pads field names so that the equals signs stand below each other: to the entry's longest name, or to a fixed number of characters. */
  readonly align: 'none' | 'longest' | number;
  /** The equals sign with its blanks, such as ` = ` or `=`. */
  readonly equals: string;
  /** Pads behind the equals signs, so that the values stand below each other, as Emacs does. */
  readonly alignValues?: boolean;
  readonly delimiter: 'brace' | 'quote';
  readonly trailingComma: boolean;
  readonly closeBraceOnOwnLine: boolean;
  readonly fieldNameCase: LetterCase;
  readonly typeCase: LetterCase;
}

/** Letter case of a name: `title`, `Title`, `TITLE`. */
export type LetterCase = 'lower' | 'capitalised' | 'upper';

/** The layout of an entry in a file that has none to follow. */
export const defaultLayout: EntryLayout = {
  indent: '  ',
  lineEnd: '\n',
  align: 'none',
  equals: ' = ',
  delimiter: 'brace',
  trailingComma: true,
  closeBraceOnOwnLine: true,
  fieldNameCase: 'lower',
  typeCase: 'lower',
};

/** Returns an ASCII name in a letter case. */
export function inLetterCase(name: string, letterCase: LetterCase): string {
  if (letterCase === 'upper') return name.toUpperCase();
  return letterCase === 'lower' ? name : name.charAt(0).toUpperCase() + name.slice(1);
}

/** Returns what stands before a field's value: its name and the equals sign, padded as the layout asks among `names`. */
export function writeLabel(name: string, names: readonly string[], layout: EntryLayout): string {
  const { align, equals, alignValues = false } = layout;
  const longest = names.reduce((length, other) => Math.max(length, other.length), 0);
  const width = align === 'none' ? 0 : align === 'longest' ? longest : align;
  const label = inLetterCase(name, layout.fieldNameCase);
  return alignValues ? `${label}${equals}`.padEnd(width + equals.length) : `${label.padEnd(width)}${equals}`;
}
