/** Markdown's blocks of code: fenced and indented, inside quotes and lists, as https://spec.commonmark.org has them. */
import type { Span } from '../../span.ts';
import { endOfFrontMatter } from './frontMatter.ts';
import { blockBreak, type FindHidden, type Hidden } from './hide.ts';

/** A quote, or an item whose text begins at a column: of a list, a footnote, a definition or an admonition. */
type Container = 'quote' | number;

/** A block that hides its lines. */
interface Block {
  /** What ends it: the fence or the end of the comment. */
  readonly mark: string;
  /** How many containers it stands in. */
  readonly depth: number;
}

const commentEnd = '-->';

/** A place in a line; tabs reach to the next column that four divides. */
interface Place {
  readonly at: number;
  readonly column: number;
}

/** Deeper nesting is no writing but an attack. */
const maxDepth = 50;

const quoteMark = />/y;
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
    if (char !== ' ' && char !== '\t') break;
    reached += char === ' ' ? 1 : 4 - (reached % 4);
    // A tab that reaches further stays in the line with what is left of it.
    if (reached > limit) return { at: index, column: limit };
  }
  return { at: index, column: reached };
}

/** The place behind a quote's mark and the blank that belongs to it. */
function behindQuoteMark(line: string, { at, column }: Place): Place {
  return skipBlanks(line, { at: at + 1, column: column + 1 }, column + 2);
}

function startsWith(pattern: RegExp, line: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(line) ?? undefined;
}

/** Tells whether an item is empty or numbered other than 1, so that it cannot interrupt a paragraph. */
function cannotInterrupt(line: string, at: number, item: RegExpExecArray): boolean {
  return (item[1] ?? '1') !== '1' || line.slice(at + item[0].length).trim() === '';
}

/** Tells whether a line is a block by itself: a heading, a break, a comment. */
function endsAtOnce(line: string, at: number): boolean {
  const mark = startsWith(heading, line, at) ?? startsWith(thematicBreak, line, at);
  return mark !== undefined || line.startsWith('<!--', at);
}

/** What a line is to the text: how much of it is hidden, and whether it continues a paragraph. */
interface Reading {
  readonly hidden?: Span;
  readonly continues: boolean;
}

/** Makes a function that reads the lines of a text one by one. */
function createLineReader({ indentedCode }: Dialect): (line: string) => Reading {
  let containers: Container[] = [];
  let block: Block | undefined;
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
        place = behindQuoteMark(line, text);
      } else if (text.column >= container) place = skipBlanks(line, place, container);
      else if (!isBlank) break;
      depth += 1;
    }
    return { place, depth };
  }

  /** Opens the containers that begin in the line; the place behind their marks. */
  function openContainers(line: string, from: Place, interrupts: boolean): Place {
    let place = from;
    const depthBefore = containers.length;
    while (containers.length < maxDepth) {
      const text = skipBlanks(line, place);
      if (text.column - place.column >= 4) return place;
      const quote = startsWith(quoteMark, line, text.at);
      const item = startsWith(thematicBreak, line, text.at) ? undefined : startsWith(itemMark, line, text.at);
      const indenting = startsWith(indentingMark, line, text.at);
      if (quote !== undefined) {
        containers.push('quote');
        place = behindQuoteMark(line, text);
      } else if (
        item !== undefined &&
        !(interrupts && containers.length === depthBefore && cannotInterrupt(line, text.at, item))
      ) {
        const behind = { at: text.at + item[0].length, column: text.column + item[0].length };
        const content = skipBlanks(line, behind);
        const isCode = content.at === line.length || content.column - behind.column > 4;
        place = isCode ? skipBlanks(line, behind, behind.column + 1) : content;
        containers.push(place.column);
      } else if (indenting !== undefined) {
        containers.push(text.column + 4);
        const { length } = indenting[0];
        return skipBlanks(line, { at: text.at + length, column: text.column + length });
      } else return place;
    }
    return place;
  }

  /** Opens a block of code or a comment; how much of its first line it hides, undefined where none begins. */
  function openBlock(line: string, at: number): Span | undefined {
    if (line.startsWith('<!--', at) && !line.includes(commentEnd, at + 4)) {
      block = { mark: commentEnd, depth: containers.length };
      return { start: at, end: line.length };
    }
    const [, mark, info = ''] = startsWith(fenceMark, line, at) ?? [];
    if (mark === undefined || (mark.startsWith('`') && info.includes('`'))) return undefined;
    const closes = info.trim() === '' && mark.startsWith(directives.at(-1) ?? ' ');
    if (closes) directives.pop();
    else if (textDirective.test(info)) directives.push(mark);
    else block = { mark, depth: containers.length };
    // The text of a directive is none of code's, but its fence is no inline code either.
    return block === undefined ? { start: at, end: at + mark.length } : { start: 0, end: line.length };
  }

  /** Tells how much of a line a block hides, which may end with it. */
  function continueBlock(line: string, from: Place, mark: string): Span {
    if (mark === commentEnd) {
      const close = line.indexOf(commentEnd);
      if (close >= 0) block = undefined;
      return { start: 0, end: close < 0 ? line.length : close + commentEnd.length };
    }
    const text = skipBlanks(line, from);
    const [, fence = '', info = ''] = startsWith(fenceMark, line, text.at) ?? [];
    if (fence.startsWith(mark) && info.trim() === '' && text.column - from.column < 4) block = undefined;
    return { start: 0, end: line.length };
  }

  return (line) => {
    const isBlank = line.trim() === '';
    const { place: continued, depth } = continueContainers(line, isBlank);
    if (block !== undefined && depth >= block.depth) {
      return { hidden: continueBlock(line, continued, block.mark), continues: false };
    }
    block = undefined;
    const outer = containers;
    const wasInParagraph = inParagraph;
    containers = containers.slice(0, depth);
    inParagraph = false;
    if (isBlank) return { continues: false };
    const place = openContainers(line, continued, wasInParagraph && depth === outer.length);
    const text = skipBlanks(line, place);
    const isNew = containers.length > depth;
    // Behind its containers' marks a line can be as good as empty.
    if (text.at === line.length) return { continues: false };
    const isIndented = text.column - place.column >= 4;
    if (!isIndented) {
      const hidden = openBlock(line, text.at);
      if (hidden !== undefined) return { hidden, continues: false };
      if (endsAtOnce(line, text.at)) return { continues: false };
    }
    if (wasInParagraph && !isNew) {
      // Without their marks a line still continues a paragraph of the containers.
      containers = outer;
      inParagraph = true;
      return { continues: true };
    }
    if (isIndented && indentedCode) return { hidden: { start: 0, end: line.length }, continues: false };
    inParagraph = true;
    return { continues: false };
  };
}

/** How a kind of Markdown differs from the others. */
export interface Dialect {
  /** Lines indented by four are code; in MDX they are not. */
  readonly indentedCode: boolean;
}

/** Makes a function that finds fenced and indented code behind the front matter. */
export function createCodeBlockFinder(dialect: Dialect): FindHidden {
  return (text) => {
    const readLine = createLineReader(dialect);
    const spans: Hidden[] = [];
    let start = endOfFrontMatter(text);
    for (const line of text.slice(start).split('\n')) {
      const { hidden, continues } = readLine(line.endsWith('\r') ? line.slice(0, -1) : line);
      if (!continues && start > 0) spans.push({ start: start - 1, end: start, as: blockBreak });
      if (hidden !== undefined) spans.push({ start: start + hidden.start, end: start + hidden.end });
      start += line.length + 1;
    }
    return spans;
  };
}
