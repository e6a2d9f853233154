import { latexCommandFor } from '../latexPackages.ts';
import { say, type Sentence } from '../../sentence.ts';
import type { Span } from '../../span.ts';
import { findLatexZones } from '../zones/latex.ts';
import { endOfWord, withBlanks } from './blanks.ts';
import { endOfArgument, findLatexGroups } from './latexGroups.ts';
import type { CitationPlace, CitationSyntax } from './syntax.ts';
import { repeatsAddress, widenIdentifier, withLabel } from './widen.ts';
import type { CitationTarget } from './widen.ts';

/** Commands whose whole argument is the identifier, or that only set it in another face. */
const wrapper =
  /\\(?:doi|doiurl|url|burl|nolinkurl|path|arxiv|pmid|isbn|texttt|textsf|textsc|textit|emph|mbox|small)\s*\{\s*$/;

const hrefBeforeAddress = /\\href\s*(?:\[[^[\]]*\]\s*)?\{\s*$/;
const hrefBeforeLabel = /\\href\s*(?:\[[^[\]]*\]\s*)?\{([^{}]*)\}\s*\{\s*$/;

/** How far back a command around an identifier is looked for; addresses are no longer. */
const reach = 1000;

/** Returns the stretch with one more command around it, or `undefined` if there is none. */
function unwrap(text: string, { start, end }: Span): CitationTarget | undefined {
  const before = text.slice(Math.max(0, start - reach), start);
  const closing = /\s*\}/y;
  closing.lastIndex = end;
  if (!closing.test(text)) return undefined;
  const closed = closing.lastIndex;
  const command = wrapper.exec(before);
  if (command !== null) return { start: start - command[0].length, end: closed };
  const labelled = hrefBeforeLabel.exec(before);
  if (labelled !== null) return { start: start - labelled[0].length, end: closed };
  const address = hrefBeforeAddress.exec(before);
  if (address === null) return undefined;
  const open = text.indexOf('{', closed);
  const linkEnd =
    open === -1 || text.slice(closed, open).trim() !== '' ? undefined : endOfArgument(text, open);
  if (linkEnd === undefined) return undefined;
  const repeats = repeatsAddress(text.slice(open + 1, linkEnd - 1), text.slice(start, end));
  return { start: repeats ? start - address[0].length : linkEnd, end: linkEnd };
}

function findTarget(text: string, identifier: Span): CitationTarget {
  let target = widenIdentifier(text, identifier);
  for (let around = unwrap(text, target); around !== undefined; around = unwrap(text, target)) {
    if (around.start === around.end) return around;
    target = withLabel(text, around);
  }
  return target;
}

/** Commands whose argument is no prose. */
const atomicArgument =
  /\\(?:label|[a-zA-Z]*ref|url|nolinkurl|path|href|doi|includegraphics|input|include|subfile|begin|end|usepackage|documentclass|bibliography|bibliographystyle|addbibresource|hspace|vspace)\*?(?:\[[^[\]]*\])?\{[^{}\n]*$/;

function leave(text: string, at: number): number {
  const line = text.slice(Math.max(text.lastIndexOf('\n', at - 1) + 1, at - reach), at);
  const inArgument = atomicArgument.exec(line);
  if (inArgument !== null) {
    const close = text.indexOf('}', at);
    return close === -1 ? at : close + 1;
  }
  const inCommand = /\\[A-Za-z]*$/.exec(line);
  return inCommand !== null && /[A-Za-z]/.test(text.charAt(at))
    ? at - inCommand[0].length
    : endOfWord(text, at);
}

function refuse(shown: string, { start }: Span): Sentence | undefined {
  const isBefore = start < shown.search(/\\begin\s*\{document\}/);
  return isBefore ? say`A citation cannot stand before \\begin{document}.` : undefined;
}

/** A tie keeps the citation on the line of its word; a footnote's mark stands right at the word. */
function blankBefore(style: string, text: string): string {
  if (/^\\(?:foot|super)/i.test(style)) return '';
  const tied = text.match(/~\\[a-zA-Z]*cite/g)?.length ?? 0;
  const spaced = text.match(/[ \n]\\[a-zA-Z]*cite/g)?.length ?? 0;
  return spaced > tied ? ' ' : '~';
}

/** Begins a line, a cell of a table or an environment, whose first word needs no blank in front. */
const opening = /\\\\\*?$|\\begin\s*\{[^{}]*\}(?:\[[^[\]]*\]|\{[^{}]*\}){0,9}$/;

function write(style: string, keys: readonly string[], place: CitationPlace): string {
  const citation = `${style}{${keys.join(',')}}`;
  // A lone backslash waits for its command.
  if (/(?<!\\)(?:\\\\)*\\$/.test(place.text.slice(Math.max(0, place.start - 9), place.start)))
    return citation.slice(1);
  const opens = opening.test(place.text.slice(Math.max(0, place.start - reach), place.start));
  return withBlanks(citation, place, opens ? '' : blankBefore(style, place.text));
}

/** Citations of LaTeX: `\cite{a,b}` and the commands of natbib, BibLaTeX and the document's own. */
export const latexCitations: CitationSyntax = {
  findZones: findLatexZones,
  findGroups: findLatexGroups,
  findTarget,
  hasCommands: true,
  hasOwnParentheses: (style) =>
    !/^\\(?:cite(?:t|al[tp]|asnoun|author|year|title)(?![a-z])|text|foot|full)/i.test(style),
  leave,
  refuse,
  defaultStyle: (shown) => latexCommandFor(shown) ?? '\\cite',
  write,
  writeItem: (_style, key) => key,
};
