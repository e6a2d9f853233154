import type { Span } from '../../span.ts';

/** Where no citation can stand. */
export type ZoneKind = 'formula' | 'metadata' | 'referenceList' | 'linkDefinition' | 'htmlTag';

/** A stretch of a document's shown text that is not prose. */
export interface Zone extends Span {
  readonly kind: ZoneKind;
}

/** A kind of zone and the source of its pattern; `prose` are stretches that look like a zone and are none. */
export interface ZonePattern {
  readonly kind: ZoneKind | 'prose';
  readonly pattern: string;
}

/** End of the text in a pattern with the `m` flag. */
export const endOfText = '(?![^])';

/** Where a paragraph ends: before an empty line, or with the text. */
export const endOfParagraph = `(?=\\n[ \\t]*\\r?\\n|${endOfText})`;

/**
 * Makes a function that finds a language's zones in one pass. At a place where several patterns match, the first
 * counts. A pattern should match without its closing mark too (up to the end of the paragraph or text): one that runs
 * ahead and then fails costs quadratic time.
 */
export function createZoneFinder(patterns: readonly ZonePattern[]): (text: string) => readonly Zone[] {
  const source = patterns.map(({ pattern }, index) => `(?<zone${index}>${pattern})`).join('|');
  return (text) => {
    const zones: Zone[] = [];
    for (const match of text.matchAll(new RegExp(source, 'gmu'))) {
      const kind = patterns.find((_, index) => match.groups?.[`zone${index}`] !== undefined)?.kind;
      if (kind === undefined || kind === 'prose') continue;
      zones.push({ kind, start: match.index, end: match.index + match[0].length });
    }
    return zones;
  };
}
