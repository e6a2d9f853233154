/** How an entry is laid out in the file, so that a new entry looks like its neighbours. */
export interface EntryLayout {
  /** Stands for every line feed in the other parts of the layout. */
  readonly lineEnd: '\n' | '\r\n' | '\r';
  /** Blanks before the entry. */
  readonly indent: string;
  /** What stands between the key and the first field: a comma and blanks. */
  readonly opening: string;
  /** What stands between two fields. */
  readonly separator: string;
  /** What stands behind the last field, with the closing brace. */
  readonly closing: string;
  /** How wide a field's name is with its padding: as the entry's longest name, or a fixed number of characters. */
  readonly align: 'none' | 'longest' | number;
  /** Where blanks pad the name: behind it, before it, or behind the equals sign, so that the values stand below each other. */
  readonly padding: 'behindName' | 'beforeName' | 'behindEquals';
  /** The equals sign with its blanks, such as ` = ` or `=`. */
  readonly equals: string;
  readonly delimiter: 'brace' | 'quote';
  readonly fieldNameCase: LetterCase;
  readonly typeCase: LetterCase;
}

/** Letter case of a name: `title`, `Title`, `TITLE`. */
export type LetterCase = 'lower' | 'capitalised' | 'upper';

/** The layout of an entry in a file that has none to follow. */
export const defaultLayout: EntryLayout = {
  lineEnd: '\n',
  indent: '',
  opening: ',\n  ',
  separator: ',\n  ',
  closing: ',\n}',
  align: 'none',
  padding: 'behindName',
  equals: ' = ',
  delimiter: 'brace',
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
  const { align, padding, equals } = layout;
  const longest = names.reduce((length, other) => Math.max(length, other.length), 0);
  const width = align === 'none' ? 0 : align === 'longest' ? longest : align;
  const label = inLetterCase(name, layout.fieldNameCase);
  if (padding === 'behindEquals') return `${label}${equals}`.padEnd(width + equals.length);
  return (padding === 'beforeName' ? label.padStart(width) : label.padEnd(width)) + equals;
}
