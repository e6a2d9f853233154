import type { Span } from '../../span.ts';
import { splitKeys } from './group.ts';
import type { CitationGroup } from './group.ts';

/** No note and no link's text is longer; bounds the search for a closing bracket in a broken document. */
const longestArgument = 1000;

/** Commands around citations that cite nothing. */
const neverCite =
  /^(?:cite(?:style|text|setup|reset|index|tracker|counter|page)|newcite|bibcite|(?:ex|in|re)cites?$)/;

/** Commands that show a part of a citation, or all of it elsewhere: nothing to take a habit from. */
const partialCite =
  /^(?:nocite|(?:foot)?fullcite|defcitealias|bibentry|addtocategory|.*cquote|cite(?:[tp]alias|al[tp]|author|fullauthor|year|title|date|url|field|list|name|num))/i;

/** BibLaTeX's commands that take several lists, each with its own notes: `\cites(see)()[3]{a}[4]{b}`. */
const multiCite = /(?:cite|citetext|volcite)s$/i;

/** Commands with an argument before the keys: a volume, a language, a category. */
const keysBehindArgument = /(?:volcites?|^addtocategory|^(?:foreign|hyphen|hybrid)[a-z]*cquote)$/;

/** Starts or ends in `cite`: natbib's, BibLaTeX's, apacite's, jurabib's and most people's own. Others are csquotes' and bibentry's. */
const citeCommand =
  /\\((?:[A-Za-z]*[cC]ite(?:s|text|texts|A|NP|ANP)?|[cC]ite[A-Za-z]*|[a-z]+cquote|bibentry|defcitealias|addtocategory)(?![A-Za-z])\*?|begin\{[a-z]+cquote\})/g;

/** The offset behind the bracket that closes the one at `open`, or `undefined` if none does within reach. */
export function endOfArgument(text: string, open: number): number | undefined {
  const closers: string[] = [];
  const limit = Math.min(text.length, open + longestArgument);
  for (let at = open; at < limit; at++) {
    const char = text.charAt(at);
    if (char === '\\') at++;
    else if (char === '{') closers.push('}');
    else if (at === open) closers.push(char === '[' ? ']' : char === '(' ? ')' : '>');
    else if (char === closers.at(-1)) closers.pop();
    else if (char === '}') return undefined;
    if (closers.length === 0) return at + 1;
  }
  return undefined;
}

/** Where a list of keys ends; a command or an empty line within means that its closing brace is missing. */
function endOfKeys(text: string, start: number): number | undefined {
  const keys = /(?:[^{}\\\n]|\\[^A-Za-z\n]|\{[^{}\\\n]*\}|\n(?![ \t]*\r?\n))*/y;
  keys.lastIndex = start;
  keys.test(text);
  return text.charAt(keys.lastIndex) === '}' ? keys.lastIndex : undefined;
}

/** Skips blanks and at most one line end: an empty line ends LaTeX's search for arguments. */
function skipBlanks(text: string, at: number): number {
  const blanks = /[ \t]*(?:\r?\n[ \t]*)?/y;
  blanks.lastIndex = at;
  return blanks.test(text) ? blanks.lastIndex : at;
}

/** Reads one list of keys behind its optional arguments; `at` is where the command's name or the last list ends. */
function readList(text: string, at: number, brackets: string): Span | undefined {
  for (;;) {
    const open = skipBlanks(text, at);
    const char = text.charAt(open);
    if (char !== '{' && !(char !== '' && brackets.includes(char))) return undefined;
    if (char === '{') {
      const end = endOfKeys(text, open + 1);
      return end === undefined ? undefined : { start: open + 1, end };
    }
    const end = endOfArgument(text, open);
    if (end === undefined) return undefined;
    at = end;
  }
}

/** The command as it is within a sentence: natbib and BibLaTeX have capital ones for its start. */
function habitOf(command: string): string {
  const atStart = /^(?:Cite|(?:Text|Paren|Auto|Smart|Foot|Note)cite)/.test(command);
  return atStart ? command.charAt(0).toLowerCase() + command.slice(1) : command;
}

function readGroups(text: string, start: number, command: string, nameEnd: number): readonly CitationGroup[] {
  const name = command.replace(/^begin\{|[*}]$/g, '');
  const several = multiCite.test(name);
  const argument = keysBehindArgument.test(name) ? readList(text, nameEnd, '') : undefined;
  const lists: Span[] = [];
  for (let at = argument === undefined ? nameEnd : argument.end + 1; ;) {
    const list = readList(text, at, lists.length === 0 ? '[<(' : '[');
    if (list === undefined) break;
    lists.push(list);
    at = list.end + 1;
    if (!several) break;
  }
  return lists
    .filter((list) => !text.slice(list.start, list.end).includes('#'))
    .map((list, index) => ({
      start: index === 0 ? start : list.start,
      end: list.end + 1,
      style: `\\${habitOf(several ? name.slice(0, -1) : command)}`,
      items: splitKeys(text, list, ','),
      list,
      separator: ',' as const,
      ...(partialCite.test(name) && { partial: true }),
    }));
}

/** Names of the commands that the text defines as a citation of one list of keys, such as `\mycite`. */
function findOwnCommands(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  const cite = '\\\\[A-Za-z]*[cC]ite[A-Za-z]*\\*?';
  // \newcommand{\mycite}[2][]{… \citep[#1]{#2} …} and \def\mycite#1{…}, up to the body's opening brace.
  const defined =
    /\\(?:(?:re|provide)?newcommand|providecommand|DeclareRobustCommand|def|(?:New|Renew|Provide|Declare)DocumentCommand)\*?\s*\{?\\([A-Za-z]+)\}?\s*(?:\[1\]|\[2\]\[[^[\]]*\]|#1|\{\s*(?:s\s*)?(?:(?:o|O\s*\{[^{}]*\})\s*){0,2}m\s*\})\s*\{/g;
  const citesItsArgument = new RegExp(`${cite}(?:\\[[^\\[\\]]*\\])*\\{#[1-4]\\}`);
  for (const match of text.matchAll(defined)) {
    const open = match.index + match[0].length - 1;
    const body = text.slice(open, endOfArgument(text, open) ?? open);
    if (match[1] !== undefined && citesItsArgument.test(body)) names.add(match[1]);
  }
  const renamed = new RegExp(
    `\\\\(?:let\\s*\\\\([A-Za-z]+)\\s*=?\\s*${cite}|DeclareCiteCommand\\*?\\s*\\{\\\\([A-Za-z]+)\\})`,
    'g',
  );
  for (const match of text.matchAll(renamed)) names.add(match[1] ?? match[2] ?? '');
  return names;
}

/** Tells whether a command's arguments are defined there, in braces as keys would be. */
function isDefined(text: string, command: number): boolean {
  return /DocumentCommand\*?\s*\{?$/.test(text.slice(Math.max(0, command - 30), command));
}

/** Finds LaTeX's citations in a shown text. */
export function findLatexGroups(text: string): readonly CitationGroup[] {
  const own = [...findOwnCommands(text)].filter((name) => !new RegExp(citeCommand).test(`\\${name}`));
  const ownCommand = own.length === 0 ? undefined : new RegExp(`\\\\(${own.join('|')})(?![A-Za-z])`, 'g');
  const commands = [...text.matchAll(citeCommand), ...(ownCommand ? text.matchAll(ownCommand) : [])];
  return commands
    .filter(({ 1: name = '', index }) => !neverCite.test(name) && !isDefined(text, index))
    .flatMap((match) => readGroups(text, match.index, match[1] ?? '', match.index + match[0].length))
    .toSorted((a, b) => a.start - b.start);
}
