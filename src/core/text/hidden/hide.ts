/** Stretches of a document that its author does not show as text, and how to look at the rest. */
import type { lineJoiner } from '../../identifiers/invisible.ts';
import type { Span } from '../../span.ts';

/** Stands for a line break between two blocks. */
export const blockBreak = '\u2029';

/** A stretch to look past, and the character to see instead, a blank where it says none. */
export interface Hidden extends Span {
  readonly as?: typeof lineJoiner | typeof blockBreak;
}

/** Finds what a language hides, in order and without overlap. */
export type FindHidden = (text: string) => readonly Hidden[];

/** Returns the text with other characters for its hidden ones, so that every offset stays what it is. */
export function hide(text: string, spans: readonly Hidden[]): string {
  let result = '';
  let done = 0;
  for (const { start, end, as = ' ' } of spans) {
    result += text.slice(done, start) + as.repeat(end - start);
    done = end;
  }
  return result + text.slice(done);
}

/** Offset behind the next `mark` from `from` on, or the end of the text. */
export function endOf(text: string, mark: string, from: number): number {
  const index = text.indexOf(mark, from);
  return index < 0 ? text.length : index + mark.length;
}

/**
 * Makes a function that finds the offset of a mark from `from` on, or -1. It remembers what it found: asked for
 * offsets that only grow, it reads the text once for each mark, however often it is asked.
 */
export function createFinder(text: string): (mark: string, from: number) => number {
  const known = new Map<string, number>();
  return (mark, from) => {
    const last = known.get(mark);
    if (last !== undefined && (last < 0 || last >= from)) return last;
    const index = text.indexOf(mark, from);
    known.set(mark, index);
    return index;
  };
}

/** Offset of the next match of a global pattern from `from` on, or the end of the text. */
export function indexOf(text: string, pattern: RegExp, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}

/** Offset of the line's end, its line break excluded. */
export function endOfLine(text: string, from: number): number {
  const index = text.indexOf('\n', from);
  return index < 0 ? text.length : index;
}

/** What a reader of marks decides at one of them: where to go on, and what of it is hidden. */
export interface Step {
  readonly next: number;
  readonly hidden?: Hidden;
}

/** Runs through a text from mark to mark; `read` is given each match of `marks` that no earlier step has passed. */
export function walkMarks(
  text: string,
  marks: RegExp,
  read: (mark: RegExpExecArray) => Step,
): readonly Hidden[] {
  const spans: Hidden[] = [];
  const pattern = new RegExp(marks, 'gmi');
  for (let mark = pattern.exec(text); mark !== null; mark = pattern.exec(text)) {
    const { next, hidden } = read(mark);
    if (hidden !== undefined && hidden.end > hidden.start) spans.push(hidden);
    pattern.lastIndex = Math.max(next, mark.index + 1);
  }
  return spans;
}

/** A step that hides everything from `start` to `end` and goes on there. */
export function hiding(start: number, end: number): Step {
  return { next: end, hidden: { start, end } };
}
