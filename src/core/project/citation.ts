/** Citations in the document's own habit: what cites what where, and how to cite one work more. */
import { hide } from '../text/hidden/hide.ts';
import { endOfWord } from './citations/blanks.ts';
import { addToGroup, replaceInGroup } from './citations/editGroup.ts';
import type { CitationGroup } from './citations/group.ts';
import type { CitationSyntax } from './citations/syntax.ts';
import { citationSyntaxOf } from './citations/syntaxes.ts';
import { withParentheses } from './citations/widen.ts';
import { applyEdits, contains, touches } from './span.ts';
import type { Span, TextEdit } from './span.ts';
import { shownText } from './zones/shownText.ts';

/** A key where a document cites it; `group` is the whole citation around it. */
export interface Citation extends Span {
  readonly key: string;
  readonly group: Span;
}

/** How to cite. */
export interface CitationOptions {
  /** A LaTeX command such as `\citep`, or `auto` for the one that the document uses or loads. Other languages have none. */
  readonly citeCommand: string;
  /** True if the citation takes the place of the identifier that the range holds; else it stands behind it. */
  readonly replace: boolean;
  /** The style to follow where the text shows none itself, because its root file loads the packages. */
  readonly fallbackStyle?: string;
}

/** The edits that cite, none if all is cited there already, and the cursor in the edited text; or why it cannot be done. */
export type CitationPlan =
  { readonly edits: readonly TextEdit[]; readonly cursor: number } | { readonly refused: string };

/** Finds the keys that a text cites, in their order; comments and code cite nothing. */
export function findCitations(text: string, languageId: string): readonly Citation[] {
  const syntax = citationSyntaxOf(languageId);
  if (syntax === undefined) return [];
  return syntax
    .findGroups(shownText(text, languageId))
    .flatMap((group) =>
      group.items.flatMap(({ key }) =>
        key === undefined ? [] : [{ ...key, group: { start: group.start, end: group.end } }],
      ),
    );
}

/**
 * Finds what a citation replaces when it replaces the identifier at `identifier`: its address, its `doi:`, its
 * `\url{…}` or link. An empty span is the place behind a link whose text stays.
 */
export function citationTarget(text: string, identifier: Span, languageId: string): Span {
  return citationSyntaxOf(languageId)?.findTarget(text, identifier) ?? identifier;
}

/**
 * Plans the citation of `keys` at a cursor (an empty range) or of the work that an identifier in the text names
 * (the identifier's range). In or at a citation, the keys join it; a key that it has is not repeated.
 */
export function planCitation(
  text: string,
  range: Span,
  languageId: string,
  keys: readonly string[],
  options: CitationOptions,
): CitationPlan {
  const syntax = citationSyntaxOf(languageId);
  if (syntax === undefined) return { refused: 'No citation is written here: this language has none.' };
  const shown = shownText(text, languageId);
  const groups = syntax.findGroups(hide(shown, syntax.findZones(shown)));
  const group = groups.find((candidate) => touches(candidate, range.start));
  let edit: TextEdit | undefined;
  if (group !== undefined) {
    const change = isCursor(range) || !options.replace ? addToGroup : replaceInGroup;
    edit = change(text, group, [...new Set(keys)], range, syntax);
    if (edit === undefined) return { edits: [], cursor: range.end };
  } else {
    const style = chooseStyle(groups, syntax, shown, options);
    const place = findPlace(syntax, text, range, style, options.replace);
    const refused = syntax.refuse?.(shown, place);
    if (refused !== undefined) return { refused };
    edit = { ...place, newText: syntax.write(style, [...new Set(keys)], { ...place, text }) };
  }
  return confirm(text, edit, languageId, syntax);
}

function isCursor({ start, end }: Span): boolean {
  return start === end;
}

/** Returns the plan if its citation is read as one where it will stand, else the reason why it is not. */
function confirm(text: string, edit: TextEdit, languageId: string, syntax: CitationSyntax): CitationPlan {
  const written = { start: edit.start, end: edit.start + edit.newText.length };
  const plan = { edits: [edit], cursor: written.end };
  // Where a repeated identifier was taken out of a group, nothing is to be read.
  if (edit.newText === '') return plan;
  const shown = shownText(applyEdits(text, [edit]), languageId);
  const zones = syntax.findZones(shown);
  const isShown = shown.slice(written.start, written.end) === edit.newText;
  const zone = zones.find(({ start, end }) => start < written.end && written.start < end);
  if (isShown && zone !== undefined) return { refused: `A citation cannot stand in ${zone.kind}.` };
  const keys = syntax
    .findGroups(hide(shown, zones))
    .flatMap(({ items }) => items.flatMap(({ key }) => key ?? []));
  if (isShown && keys.some((key) => contains(written, key))) return plan;
  return {
    refused:
      'A citation would not show here: this is code, a comment or a formula, or the document has ended.',
  };
}

/** Where a new citation goes: at a cursor, or instead of or behind what stands for an identifier. */
function findPlace(syntax: CitationSyntax, text: string, range: Span, style: string, replace: boolean): Span {
  if (isCursor(range)) {
    const at = syntax.leave?.(text, range.start) ?? endOfWord(text, range.start);
    return { start: at, end: at };
  }
  const target = syntax.findTarget(text, range);
  if (!replace || target.start === target.end) return { start: target.end, end: target.end };
  return syntax.hasOwnParentheses(style) ? withParentheses(text, target) : target;
}

/** The style most used in the document; of equals the one that its packages suggest, else the first. */
function chooseStyle(
  groups: readonly CitationGroup[],
  syntax: CitationSyntax,
  shown: string,
  { citeCommand, fallbackStyle }: CitationOptions,
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
