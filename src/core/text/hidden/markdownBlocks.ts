/** Markdown's blocks of code: fenced and indented, inside quotes and lists, as https://spec.commonmark.org has them. */
import type { FindHidden, Hidden } from './hide.ts';

/** A quote, or an item whose text begins at a column: of a list, a footnote, a definition or an admonition. */
type Container = 'quote' | number;

interface Fence {
  readonly mark: string;
  /** How many containers it stands in. */
  readonly depth: number;
}

/** A place in a line; tabs reach to the next column that four divides. */
interface Place {
  readonly at: number;
  readonly column: number;
}

/** Deeper nesting is no writing but an attack. */
const maxDepth = 50;

const quoteMark = /> ?/y;
const itemMark = /(?:[-+*]|(\d{1,9})[.)])(?=[ \t]|$)/y;
/** Pandoc's and MkDocs' kin of items, whose text is indented by four. */
const indentingMark = /\[\^[^\]]+\]:|:(?= {3})|(?:!!!|\?\?\?\+?)(?= )/y;
const thematicBreak = /(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/y;
const heading = /#{1,6}(?:[ \t]|$)|=+[ \t]*$/y;
const fenceMark = /(`{3,}|~{3,})(.*)$/y;

/** MyST's directives that hold text, although they look like code. */
const textDirective =
  /^\s*\{(?:note|warning|tip|hint|important|caution|danger|error|attention|seealso|admonition|margin|sidebar|aside|figure|table|list-table|epigraph|dropdown|card|grid|grid-item|tab-set|tab-item|details|glossary|topic|abstract|footbibliography|bibliography|(?:prf:)?(?:theorem|proof|lemma|definition|remark|example|corollary|proposition|exercise|solution))\}/;

/** Passes blanks, at most up to a column. */
function skipBlanks(line: string, { at, column }: Place, limit = Infinity): Place {
  let index = at;
  let reached = column;
  for (; index < line.length && reached < limit; index++) {
    const char = line.charAt(index);
    if (char === ' ') reached += 1;
    else if (char === '\t') reached += 4 - (reached % 4);
    else break;
  }
  return { at: index, column: reached };
}

function startsWith(pattern: RegExp, line: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(line) ?? undefined;
}

/** Reads lines one by one and tells which are code. */
function createLineReader(): (line: string) => boolean {
  let containers: Container[] = [];
  let fence: Fence | undefined;
  /** Fences of directives that hold text, innermost last. */
  const directives: string[] = [];
  let inParagraph = false;

  /** Passes the marks of the containers that the line continues. */
  function continueContainers(
    line: string,
    isBlank: boolean,
  ): { readonly place: Place; readonly depth: number } {
    let place: Place = { at: 0, column: 0 };
    let depth = 0;
    for (const container of containers) {
      const text = skipBlanks(line, place);
      if (container === 'quote') {
        const mark = text.column - place.column < 4 ? startsWith(quoteMark, line, text.at) : undefined;
        if (mark === undefined) break;
        place = { at: text.at + mark[0].length, column: text.column + mark[0].length };
      } else if (text.column >= container) place = skipBlanks(line, place, container);
      else if (!isBlank) break;
      depth += 1;
    }
    return { place, depth };
  }

  /** Opens the containers that begin in the line; the place behind their marks. */
  function openContainers(line: string, from: Place): Place {
    let place = from;
    while (containers.length < maxDepth) {
      const text = skipBlanks(line, place);
      if (text.column - place.column >= 4 && !inParagraph) return place;
      const quote = startsWith(quoteMark, line, text.at);
      const item = startsWith(thematicBreak, line, text.at) ? undefined : startsWith(itemMark, line, text.at);
      const indenting = startsWith(indentingMark, line, text.at);
      if (quote !== undefined) {
        containers.push('quote');
        place = { at: text.at + quote[0].length, column: text.column + quote[0].length };
      } else if (item !== undefined && !(inParagraph && (item[1] ?? '1') !== '1')) {
        const behind = { at: text.at + item[0].length, column: text.column + item[0].length };
        const content = skipBlanks(line, behind);
        const isCode = content.at === line.length || content.column - behind.column > 4;
        place = isCode ? { at: behind.at + 1, column: behind.column + 1 } : content;
        containers.push(place.column);
      } else if (indenting !== undefined) {
        containers.push(text.column + 4);
        inParagraph = true;
        return { at: text.at + indenting[0].length, column: text.column + indenting[0].length };
      } else return place;
      inParagraph = false;
    }
    return place;
  }

  /** Reads a fence; true where it is one of code. */
  function readFence(mark: string, info: string): boolean {
    const outer = directives.at(-1);
    if (outer !== undefined && info.trim() === '' && mark.startsWith(outer)) {
      directives.pop();
      return false;
    }
    if (textDirective.test(info)) {
      directives.push(mark);
      return false;
    }
    fence = { mark, depth: containers.length };
    return true;
  }

  return (line) => {
    const isBlank = line.trim() === '';
    const { place: continued, depth } = continueContainers(line, isBlank);
    if (fence !== undefined && depth >= fence.depth) {
      const text = skipBlanks(line, continued);
      const [, mark = '', info = ''] = startsWith(fenceMark, line, text.at) ?? [];
      if (mark.startsWith(fence.mark) && info.trim() === '') fence = undefined;
      return true;
    }
    fence = undefined;
    if (isBlank) {
      containers = containers.slice(0, depth);
      inParagraph = false;
      return false;
    }
    // Without its marks a line may still continue a paragraph.
    const isLazy = inParagraph && depth < containers.length;
    const inner = containers;
    containers = containers.slice(0, depth);
    const place = openContainers(line, continued);
    const text = skipBlanks(line, place);
    if (isLazy && containers.length === depth) containers = inner;
    else if (depth < inner.length) inParagraph = false;
    if (text.column - place.column >= 4) return !inParagraph;
    const [, mark, info = ''] = startsWith(fenceMark, line, text.at) ?? [];
    if (mark !== undefined && !(mark.startsWith('`') && info.includes('`'))) {
      inParagraph = false;
      return readFence(mark, info);
    }
    inParagraph =
      !startsWith(heading, line, text.at) &&
      !startsWith(thematicBreak, line, text.at) &&
      text.at < line.length;
    return false;
  };
}

/** Finds the lines of fenced and indented code. */
export const findCodeBlocks: FindHidden = (text) => {
  const isCode = createLineReader();
  const spans: Hidden[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    if (isCode(line.endsWith('\r') ? line.slice(0, -1) : line)) spans.push({ start, end });
    start = end + 1;
  }
  return spans;
};
