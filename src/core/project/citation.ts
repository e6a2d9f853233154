/** Citations in the document's own habit: what cites what where, and how to cite one work more. */
import { whyUnread } from './citations/confirm.ts';
import { citationSyntaxOf } from './citations/syntaxes.ts';
import { openView, planEdit, type CitationOptions } from './citations/view.ts';
import { say, type Sentence } from '../sentence.ts';
import { widenIdentifier } from './citations/widen.ts';
import type { Span, TextEdit } from '../span.ts';
import { shownText } from './zones/shownText.ts';

/** A key where a document cites it; `group` is the whole citation around it. */
export interface Citation extends Span {
  readonly key: string;
  readonly group: Span;
}

/** The edits that cite, none if all is cited there already, and the cursor in the edited text; or why it cannot be done. */
export type CitationPlan =
  { readonly edits: readonly TextEdit[]; readonly cursor: number } | { readonly refused: Sentence };

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
  return citationSyntaxOf(languageId)?.findTarget(text, identifier) ?? widenIdentifier(text, identifier);
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
  const view = openView(text, languageId, options);
  if (view === undefined) return { refused: say`No citation is written here: this language has none.` };
  const edit = planEdit(view, view.groupAt(range.start), range, keys, options.replace);
  if (edit === undefined) return { edits: [], cursor: range.end };
  if ('refused' in edit) return edit;
  const [refused] = whyUnread(view, [edit]);
  return refused === undefined ? { edits: [edit], cursor: edit.start + edit.newText.length } : { refused };
}
