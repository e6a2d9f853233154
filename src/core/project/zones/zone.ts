import type { Span } from '../span.ts';

/** Where no citation can stand, in words for a person: "cannot stand in …". */
export type ZoneKind =
  | 'a comment'
  | 'code'
  | 'a formula'
  | "the document's metadata"
  | 'a reference list'
  | 'a link definition'
  | 'an HTML tag';

/** A stretch of a document that is not prose. */
export interface Zone extends Span {
  readonly kind: ZoneKind;
  /** True where no mark closes it, as a comment that runs to the end of its line: a cursor behind it is still within. */
  readonly isOpen: boolean;
}

/** A kind of zone and the source of its pattern; `prose` are stretches that look like a zone and are none. */
export interface ZonePattern {
  readonly kind: ZoneKind | 'prose';
  readonly pattern: string;
  readonly toLineEnd?: true;
}

/** End of the text in a pattern with the `m` flag. */
export const endOfText = '(?![^])';

/** Where a paragraph ends: before an empty line, or with the text. */
export const endOfParagraph = `(?=\\n[ \\t]*\\r?\\n|${endOfText})`;

/**
 * Makes a function that finds a language's zones in one pass, and once for calls with the same text in a row. At a
 * place where several patterns match, the first counts. A pattern should match without its closing mark too (up to
 * the end of the paragraph or text): one that runs ahead and then fails costs quadratic time.
 */
export function createZoneFinder(patterns: readonly ZonePattern[]): (text: string) => readonly Zone[] {
  const source = patterns.map(({ pattern }, index) => `(?<zone${index}>${pattern})`).join('|');
  let last: { readonly text: string; readonly zones: readonly Zone[] } = { text: '', zones: [] };
  return (text) => {
    if (text !== last.text) last = { text, zones: findZones(text, new RegExp(source, 'gmu'), patterns) };
    return last.zones;
  };
}

function findZones(text: string, wanted: RegExp, patterns: readonly ZonePattern[]): readonly Zone[] {
  const zones: Zone[] = [];
  // What runs to the end of the text takes the line end in that is put there, and so is told from what closes there.
  for (const match of `${text}\n`.matchAll(wanted)) {
    const found = patterns.find((_, index) => match.groups?.[`zone${index}`] !== undefined);
    if (found === undefined || found.kind === 'prose') continue;
    const end = match.index + match[0].length;
    const isOpen = found.toLineEnd === true || end > text.length;
    zones.push({ kind: found.kind, start: match.index, end: Math.min(end, text.length), isOpen });
  }
  return zones;
}

/** Returns the text with the given stretches as blanks, so that every offset stays what it is. */
export function blankOut(text: string, spans: readonly Span[]): string {
  let result = '';
  let done = 0;
  for (const { start, end } of spans) {
    result += text.slice(done, start) + ' '.repeat(end - start);
    done = end;
  }
  return result + text.slice(done);
}

/** The zone that a stretch of text overlaps or, if it is empty, lies within. */
export function zoneAt(zones: readonly Zone[], { start, end }: Span): Zone | undefined {
  return zones.find((zone) =>
    start < end
      ? zone.start < end && start < zone.end
      : zone.start < start && (start < zone.end || (zone.isOpen && start === zone.end)),
  );
}
