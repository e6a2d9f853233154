import type { Sentence } from '../../sentence.ts';
import type { Span } from '../../span.ts';
import type { Zone } from '../zones/zone.ts';
import type { CitationGroup } from './group.ts';
import type { CitationTarget } from './widen.ts';

/** Where a new citation is about to stand. */
export interface CitationPlace extends Span {
  readonly text: string;
}

/** What a family of languages knows of citations. Spans are those of the text that is passed. */
export interface CitationSyntax {
  /** Finds the stretches of a shown text in which no citation can stand. */
  findZones(text: string): readonly Zone[];
  /** Finds the citations of a shown text, in their order. */
  findGroups(text: string): readonly CitationGroup[];
  /** Finds what a citation replaces when it replaces the identifier: its address, its label, its link. */
  findTarget(text: string, identifier: Span): CitationTarget;
  /** Says why no citation can stand at a place of a shown text that is in no zone; `undefined` if one can. */
  refuse?(shown: string, place: Span): Sentence | undefined;
  /** True where `latex.citeCommand` says how to cite. */
  readonly hasCommands?: true;
  /** Tells whether a citation in the style brings its brackets along, so that those around an identifier go. */
  hasOwnParentheses(style: string): boolean;
  /** Moves a cursor out of what cannot be split, such as a link's text. */
  leave?(text: string, at: number): number;
  /** The style to write in where a shown text cites nothing yet. */
  defaultStyle(shown: string): string;
  /** Writes a citation, with the blanks that the place demands before and behind it. */
  write(style: string, keys: readonly string[], place: CitationPlace): string;
  /** Writes a key as an item of a group in the given style, such as `@key`. */
  writeItem(style: string, key: string): string;
}
