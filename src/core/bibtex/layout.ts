/** How an entry is laid out in the file, so that a new entry looks like its neighbours. */
export interface EntryLayout {
  /** Blanks before each field name. */
  readonly indent: string;
  readonly lineEnd: '\n' | '\r\n';
  /** Pads field names so that the equals signs stand below each other: to the entry's longest name, or to a fixed number of characters. */
  readonly align: 'none' | 'longest' | number;
  /** The equals sign with its blanks, such as ` = ` or `=`. */
  readonly equals: string;
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
