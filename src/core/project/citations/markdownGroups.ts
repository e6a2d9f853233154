import type { Span } from '../../span.ts';
import { splitItems } from './group.ts';
import type { CitationGroup, CitationItem, CitedKey } from './group.ts';
import { findLatexGroups } from './latexGroups.ts';

/** A key as Pandoc reads it without braces: punctuation counts only between letters, digits and `_`, or in `://`. */
const keyPattern =
  '(?:[\\p{L}\\p{N}_*](?:[\\p{L}\\p{N}_]|[:.#$%&+?<>~/-](?=[\\p{L}\\p{N}_])|[:/](?=/)){0,500})';

const wholeKey = new RegExp(`^${keyPattern}$`, 'u');

/** Writes a key as Pandoc reads it back: in braces where it or what follows would make another key of it. */
export function writeMarkdownKey(key: string, following = ''): string {
  const runsOn = /^[:.#$%&+?<>~/-]*[\p{L}\p{N}_]/u.test(following);
  return wholeKey.test(key) && !runsOn ? `@${key}` : `@{${key}}`;
}

/** References to figures, tables, equations and the like, which look like citations. */
const crossReference =
  /^(?:fig|tbl|tab|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|nte|tip|wrn|imp|cau)[-:]/;

const tokenPattern = [
  '\\\\[^]', // an escape
  '\\{(?<role>(?:foot|full)?cite[a-z:]*)\\}`(?<list>[^`\\n]*)`', // a role of MyST
  `(?<![\\p{L}\\p{N}@])@(?:\\{(?<braced>[^{}\\s]{1,500})\\}|(?<key>${keyPattern}))`,
  'https?://[^\\s<>()\\[\\]]*', // an address, whose `@` is its own
  '[\\[\\]]',
  '\\n[ \\t]*\\r?\\n', // the end of a paragraph, which no bracket spans
].join('|');

interface OpenBracket {
  readonly at: number;
  /** The keys between the bracket and its end, where they do not stand in a bracket within. */
  readonly keys: CitedKey[];
}

/** Finds Pandoc's and MyST's citations, and LaTeX's, in a shown text. */
export function findMarkdownGroups(text: string): readonly CitationGroup[] {
  const groups: CitationGroup[] = [...findLatexGroups(text)];
  let open: OpenBracket[] = [];
  const closeAsText = (): void => {
    for (const { keys } of open) groups.push(...keys.map((key) => inText(text, key)));
    open = [];
  };
  for (const match of text.matchAll(new RegExp(tokenPattern, 'gu'))) {
    const [token] = match;
    const { role, list = '', braced, key = braced } = match.groups ?? {};
    if (role !== undefined) groups.push(readRole(text, match.index, role, list));
    else if (key !== undefined && !crossReference.test(key)) {
      const start = match.index + (braced === undefined ? 1 : 2);
      const cited = { key, start, end: start + key.length };
      const bracket = open.at(-1);
      if (bracket === undefined) groups.push(inText(text, cited));
      else bracket.keys.push(cited);
    } else if (token === '[') open.push({ at: match.index, keys: [] });
    else if (token === ']') {
      const bracket = open.pop();
      if (bracket !== undefined) groups.push(...readBracket(text, bracket, match.index));
    } else if (token.startsWith('\n')) closeAsText();
  }
  closeAsText();
  return groups.toSorted((a, b) => a.start - b.start);
}

function readRole(text: string, start: number, role: string, content: string): CitationGroup {
  const from = start + role.length + 3;
  const list = { start: from, end: from + content.length };
  const items = splitItems(text, list, ',').map((item): CitationItem => {
    // `{see}key{p. 3}`
    const parts = /^(\{[^{}]*\})?([^{}]+)/.exec(text.slice(item.start, item.end));
    const at = item.start + (parts?.[1]?.length ?? 0);
    const key = parts?.[2] ?? '';
    return { ...item, key: { key, start: at, end: at + key.length } };
  });
  return { start, end: list.end + 1, style: `{${role}}`, items, list, separator: ',' };
}

/** A citation within the sentence, `@key`, with its locator, `@key [p. 3]`. */
function inText(text: string, key: CitedKey): CitationGroup {
  const braces = text.charAt(key.start - 1) === '{' ? 1 : 0;
  const start = key.start - 1 - braces;
  const span = { start, end: key.end + braces };
  const locator = /[ ]\[(?!\^)([^[\]@\n]{1,200})\](?![([{])/y;
  locator.lastIndex = span.end;
  const end = locator.test(text) ? locator.lastIndex - 1 : undefined;
  const item = { start, end: end ?? span.end, key };
  return {
    start,
    end: end === undefined ? span.end : end + 1,
    style: '@',
    items: [item],
    list: { start, end: item.end },
    separator: ';',
  };
}

function readBracket(text: string, { at, keys }: OpenBracket, close: number): readonly CitationGroup[] {
  const isLink = /^[([{]/.test(text.charAt(close + 1));
  const isNote = at > 0 && /[!^]/.test(text.charAt(at - 1));
  if (keys.length === 0) return [];
  if (isLink || isNote) return keys.map((key) => inText(text, key));
  const list: Span = { start: at + 1, end: close };
  const left = keys.values();
  let key = left.next().value;
  const items: CitationItem[] = [];
  for (const item of splitItems(text, list, ';')) {
    if (key === undefined || key.start > item.end) {
      if (!/^-?@$/.test(text.slice(item.start, item.end))) items.push(item);
      continue;
    }
    // One item may name a second work, as in `[@a and @b, p. 3]`.
    for (let { start } = item; key !== undefined && key.start <= item.end; key = left.next().value) {
      items.push({ start, end: item.end, key });
      start = key.end;
    }
  }
  return [{ start: at, end: close + 1, style: '[@]', items, list, separator: ';' }];
}
