/** A stretch of a text, in UTF-16 offsets; `end` is the first offset behind it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Replaces a stretch of a text; an empty stretch is an insertion. */
export interface TextEdit extends Span {
  readonly newText: string;
}

/** Makes an insertion. */
export function insertion(at: number, newText: string): TextEdit {
  return { start: at, end: at, newText };
}

/** Tells whether `offset` lies in the span or touches one of its ends. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** Tells whether `inner` lies wholly within `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Makes a function that finds, in few steps, the first of some spans, in order of their starts, that ends at an offset or behind it. */
export function createSpanFinder<T extends Span>(spans: readonly T[]): (offset: number) => T | undefined {
  let furthest = 0;
  // Spans may lie within each other: how far they have come at each of them only grows.
  const reached = spans.map(({ end }) => (furthest = Math.max(furthest, end)));
  return (offset) => {
    let [low, high] = [0, reached.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((reached[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return spans[low];
  };
}

/** Returns the text with the edits made; they refer to the text as it is and must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let done = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(done, edit.start) + edit.newText;
    done = edit.end;
  }
  return result + text.slice(done);
}

/**
 * Returns where a span of `before` stands in `now`, when the text was written on elsewhere; undefined where it was
 * written in, or before and behind the span.
 */
export function followSpan(span: Span, before: string, now: string): Span | undefined {
  const shorter = Math.min(before.length, now.length);
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === now.charCodeAt(head)) head += 1;
  if (span.end <= head) return span;
  const shift = now.length - before.length;
  const lowest = Math.max(head, head - shift);
  let tail = before.length;
  while (tail > lowest && before.charCodeAt(tail - 1) === now.charCodeAt(tail + shift - 1)) tail -= 1;
  return span.start < tail ? undefined : { start: span.start + shift, end: span.end + shift };
}

/** Returns what takes `edits` of `before` back out of `now`, where others may have written too; what they changed stays. */
export function takeBackEdits(before: string, edits: readonly TextEdit[], now: string): readonly TextEdit[] {
  const after = applyEdits(before, edits);
  let growth = 0;
  return edits
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .flatMap(({ start, end, newText }) => {
      const made = { start: start + growth, end: start + growth + newText.length };
      growth += newText.length - (end - start);
      const place = followSpan(made, after, now);
      return place === undefined ? [] : [{ ...place, newText: before.slice(start, end) }];
    });
}

/** The line end that a text uses: its first one, else a line feed. */
export function lineEndOf(text: string): '\n' | '\r\n' {
  return /\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n';
}
