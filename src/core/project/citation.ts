/** Citations in the document's own habit: what cites what where, and how to cite one work more. */
import { endOfWord } from './citations/blanks.ts';
import { addToGroup, replaceInGroup } from './citations/editGroup.ts';
import type { CitationGroup } from './citations/group.ts';
import type { CitationSyntax } from './citations/syntax.ts';
import { citationSyntaxOf } from './citations/syntaxes.ts';
import { withParentheses } from './citations/widen.ts';
import { contains, touches } from './span.ts';
import type { Span, TextEdit } from './span.ts';
import { blankOut, zoneAt } from './zones/zone.ts';

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
  const silent = syntax.findZones(text).filter(({ kind }) => kind === 'a comment' || kind === 'code');
  return syntax
    .findGroups(blankOut(text, silent))
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
  const zones = syntax.findZones(text);
  const prose = blankOut(text, zones);
  const groups = syntax.findGroups(prose);
  const isCursor = range.start === range.end;

  const group = groups.find((candidate) => touches(candidate, range.start));
  if (group !== undefined)
    return isCursor || !options.replace
      ? addToGroup(text, group, keys, range.end, syntax)
      : replaceInGroup(text, group, keys, range, syntax);

  const style = chooseStyle(groups, syntax, text, options);
  const place = isCursor
    ? leaveWord(syntax, text, range.start)
    : findPlace(syntax, text, range, style, options.replace);
  const zone = zoneAt(
    zones.filter((candidate) => !contains(place, candidate)),
    place,
  );
  if (zone !== undefined) return { refused: `A citation cannot stand in ${zone.kind}.` };
  const refused = syntax.refuse?.(prose, place);
  if (refused !== undefined) return { refused };
  const newText = syntax.write(style, keys, { ...place, text });
  return { edits: [{ ...place, newText }], cursor: place.start + newText.length };
}

function leaveWord(syntax: CitationSyntax, text: string, cursor: number): Span {
  const at = syntax.leave?.(text, cursor) ?? endOfWord(text, cursor);
  return { start: at, end: at };
}

function findPlace(syntax: CitationSyntax, text: string, range: Span, style: string, replace: boolean): Span {
  const target = syntax.findTarget(text, range);
  if (!replace || target.start === target.end) return { start: target.end, end: target.end };
  return syntax.hasOwnParentheses(style) ? withParentheses(text, target) : target;
}

/** The style most used in the document; of equals the one that its packages suggest, else the first. */
function chooseStyle(
  groups: readonly CitationGroup[],
  syntax: CitationSyntax,
  text: string,
  { citeCommand, fallbackStyle }: CitationOptions,
): string {
  if (syntax.hasCommands && citeCommand !== 'auto' && citeCommand !== '')
    return citeCommand.startsWith('\\') ? citeCommand : `\\${citeCommand}`;
  const uses = new Map<string, number>();
  for (const { style, partial } of groups) if (!partial) uses.set(style, (uses.get(style) ?? 0) + 1);
  const most = Math.max(...uses.values());
  const [first, ...others] = [...uses].filter(([, count]) => count === most).map(([style]) => style);
  const suggested = fallbackStyle ?? syntax.defaultStyle(text);
  return first === undefined || others.includes(suggested) ? suggested : first;
}
