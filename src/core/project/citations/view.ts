/** A text as citing sees it, read once for all the citations that are planned in it. */
import { hide } from '../../text/hidden/hide.ts';
import type { Sentence } from '../../sentence.ts';
import { createSpanFinder } from '../../span.ts';
import type { Span, TextEdit } from '../../span.ts';
import { shownText } from '../zones/shownText.ts';
import { endOfWord } from './blanks.ts';
import { addToGroup, replaceInGroup } from './editGroup.ts';
import type { CitationGroup } from './group.ts';
import type { CitationSyntax } from './syntax.ts';
import { citationSyntaxOf } from './syntaxes.ts';
import { withParentheses } from './widen.ts';

/** How to cite. */
export interface CitationOptions {
  /** A LaTeX command such as `\citep`, or `auto` for the one that the document uses or loads. Other languages have none. */
  readonly citeCommand: string;
  /** True if the citation takes the place of the identifier that the range holds; else it stands behind it. */
  readonly replace: boolean;
  /** The style to follow where the text shows none itself, because its root file loads the packages. */
  readonly fallbackStyle?: string;
}

/** A text and what it shows, how its language cites, what it cites already and in which style. */
export interface CitationView {
  readonly text: string;
  readonly languageId: string;
  readonly shown: string;
  readonly syntax: CitationSyntax;
  /** The style that a new citation is written in. */
  readonly style: string;
  /** Returns the citation that holds or touches an offset. */
  groupAt(offset: number): CitationGroup | undefined;
}

/** Opens a text for citing; `undefined` if its language has no citations. */
export function openView(
  text: string,
  languageId: string,
  options: Omit<CitationOptions, 'replace'>,
): CitationView | undefined {
  const syntax = citationSyntaxOf(languageId);
  if (syntax === undefined) return undefined;
  const shown = shownText(text, languageId);
  const groups = syntax.findGroups(hide(shown, syntax.findZones(shown)));
  const style = chooseStyle(groups, syntax, shown, options);
  const findGroup = createSpanFinder(groups);
  const groupAt = (offset: number): CitationGroup | undefined => {
    const group = findGroup(offset);
    return group !== undefined && group.start <= offset ? group : undefined;
  };
  return { text, languageId, shown, syntax, style, groupAt };
}

/**
 * Plans the edit that cites `keys` at a cursor, or for the identifier at `range`, in `group` where that is given;
 * `undefined` if all is cited there already. Whether it is read as a citation then is not asked yet.
 */
export function planEdit(
  view: CitationView,
  group: CitationGroup | undefined,
  range: Span,
  keys: readonly string[],
  replace: boolean,
): TextEdit | { readonly refused: Sentence } | undefined {
  const { text, syntax } = view;
  const distinct = [...new Set(keys)];
  if (group !== undefined) {
    const change = isCursor(range) || !replace ? addToGroup : replaceInGroup;
    return change(text, group, distinct, range, syntax);
  }
  return writeCitation(view, findPlace(view, range, replace), distinct);
}

/** Writes a citation at a place where none is. */
export function writeCitation(
  { text, shown, syntax, style }: CitationView,
  place: Span,
  keys: readonly string[],
): TextEdit | { readonly refused: Sentence } {
  const refused = syntax.refuse?.(shown, place);
  if (refused !== undefined) return { refused };
  return { ...place, newText: syntax.write(style, keys, { ...place, text }) };
}

function isCursor({ start, end }: Span): boolean {
  return start === end;
}

/** Where a new citation goes: at a cursor, or instead of or behind what stands for an identifier. */
function findPlace({ text, syntax, style }: CitationView, range: Span, replace: boolean): Span {
  if (isCursor(range)) {
    const at = syntax.leave?.(text, range.start) ?? endOfWord(text, range.start);
    return { start: at, end: at };
  }
  const target = syntax.findTarget(text, range);
  if (!replace || isCursor(target)) return { start: target.end, end: target.end };
  return syntax.hasOwnParentheses(style) ? withParentheses(text, target) : target;
}

/** The style most used in the document; of equals the one that its packages suggest, else the first. */
function chooseStyle(
  groups: readonly CitationGroup[],
  syntax: CitationSyntax,
  shown: string,
  { citeCommand, fallbackStyle }: Omit<CitationOptions, 'replace'>,
): string {
  if (syntax.hasCommands && citeCommand !== 'auto' && citeCommand !== '')
    return citeCommand.startsWith('\\') ? citeCommand : `\\${citeCommand}`;
  const uses = new Map<string, number>();
  for (const { style, partial } of groups) if (!partial) uses.set(style, (uses.get(style) ?? 0) + 1);
  const most = Math.max(...uses.values());
  const [first, ...others] = [...uses].filter(([, count]) => count === most).map(([style]) => style);
  const suggested = fallbackStyle ?? syntax.defaultStyle(shown);
  return first === undefined || others.includes(suggested) ? suggested : first;
}
