/** Plans citations in the place of all the identifiers of a document at once. */
import { whyUnread } from './citations/confirm.ts';
import type { CitationGroup } from './citations/group.ts';
import {
  openView,
  planEdit,
  writeCitation,
  type CitationOptions,
  type CitationView,
} from './citations/view.ts';
import { withParentheses } from './citations/widen.ts';
import { contains } from '../span.ts';
import type { Span, TextEdit } from '../span.ts';

/** An identifier where it stands, and the key of the work that it names. */
export interface IdentifierToCite {
  readonly identifier: Span;
  readonly key: string;
}

export interface Conversion {
  /** In the order of the text, without overlap. */
  readonly edits: readonly TextEdit[];
  /** The identifiers that are cited then, in the order of the text. */
  readonly cited: readonly IdentifierToCite[];
  /** Those that stay as they are, because no citation can stand there. */
  readonly left: readonly IdentifierToCite[];
}

/** What a citation is to replace, and whom it cites; an empty stretch is the place behind a link that stays. */
interface Stretch extends Span {
  readonly members: readonly IdentifierToCite[];
}

/** One edit and the identifiers that it serves; none if they are cited there already. */
interface Planned {
  readonly edit: ReturnType<typeof planEdit>;
  readonly members: readonly IdentifierToCite[];
}

/** What stands between identifiers that become one citation. */
const listSeparator = /^\s*[,;]\s*$/;

/** Joins what replaces the same link, or stands side by side in a list: one citation names them all. */
function joinStretches(text: string, stretches: readonly Stretch[]): readonly Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const previous = joined.at(-1);
    const areFilled = previous !== undefined && previous.end > previous.start && stretch.end > stretch.start;
    const belongs =
      previous !== undefined &&
      (stretch.start < previous.end ||
        (stretch.start === previous.start && stretch.end === previous.end) ||
        (areFilled && listSeparator.test(text.slice(previous.end, stretch.start))));
    if (belongs)
      joined.splice(-1, 1, {
        start: Math.min(previous.start, stretch.start),
        end: Math.max(previous.end, stretch.end),
        members: [...previous.members, ...stretch.members],
      });
    else joined.push(stretch);
  }
  return joined;
}

/** Plans the citation that stands for identifiers outside of any. */
function planStretch(view: CitationView, stretch: Stretch): Planned {
  const { text, syntax, style } = view;
  const { members, start, end } = stretch;
  const keys = [...new Set(members.map(({ key }) => key))];
  if (start < end) {
    const place = syntax.hasOwnParentheses(style) ? withParentheses(text, { start, end }) : { start, end };
    return { members, edit: writeCitation(view, place, keys) };
  }
  // Behind a link that stays, the citation may be there already.
  const cited = keysBehind(view, end);
  return {
    members,
    edit: keys.every((key) => cited.has(key)) ? undefined : writeCitation(view, stretch, keys),
  };
}

/** Returns the keys of the citations that stand side by side behind an offset. */
function keysBehind(view: CitationView, offset: number): ReadonlySet<string> {
  const keys = new Set<string>();
  for (let at = offset, gap = /^[ \t~]*/; ; gap = /^[ \t~;]*/) {
    const blanks = gap.exec(view.text.slice(at, at + 9))?.[0].length ?? 0;
    const group = view.groupAt(at + blanks);
    if (group === undefined || group.end <= at) return keys;
    for (const { key } of group.items) if (key !== undefined) keys.add(key.key);
    at = group.end;
  }
}

/** Makes a function that plans, in order, what stands for identifiers within citations: each sees the keys before it. */
function createGroupPlanner(view: CitationView): (group: CitationGroup, member: IdentifierToCite) => Planned {
  const itemsOf = new Map<CitationGroup, CitationGroup['items']>();
  return (group, member) => {
    const { identifier, key } = member;
    const items = itemsOf.get(group) ?? group.items;
    itemsOf.set(
      group,
      items.map((item) => (contains(item, identifier) ? { ...item, key: { key, ...identifier } } : item)),
    );
    return { members: [member], edit: planEdit(view, { ...group, items }, identifier, [key], true) };
  };
}

/** Returns the plans in the order of the text, without those whose edits would overlap one before. */
function withoutOverlap(planned: readonly (Planned & { readonly edit: TextEdit })[]): typeof planned {
  let done = -1;
  return planned
    .toSorted((a, b) => a.edit.start - b.edit.start)
    .filter(({ edit }) => {
      const isFree = edit.start >= done;
      if (isFree) done = edit.end;
      return isFree;
    });
}

function isEdit(planned: Planned): planned is Planned & { readonly edit: TextEdit } {
  return planned.edit !== undefined && !('refused' in planned.edit);
}

/**
 * Plans how all of `asked`, in the order of the text, become citations in the document's own habit. Identifiers side
 * by side in a list become one citation; a link with words of its own stays, with the citation behind it. Done again,
 * it changes nothing.
 */
export function planConversion(
  text: string,
  languageId: string,
  asked: readonly IdentifierToCite[],
  options: Omit<CitationOptions, 'replace'>,
): Conversion {
  const view = openView(text, languageId, options);
  if (view === undefined) return { edits: [], cited: [], left: asked };
  const planInGroup = createGroupPlanner(view);
  const stretches: Stretch[] = [];
  const planned: Planned[] = [];
  for (const member of asked) {
    const group = view.groupAt(member.identifier.start);
    if (group !== undefined) planned.push(planInGroup(group, member));
    else stretches.push({ ...view.syntax.findTarget(text, member.identifier), members: [member] });
  }
  for (const stretch of joinStretches(text, stretches)) planned.push(planStretch(view, stretch));
  let accepted = withoutOverlap(planned.filter(isEdit));
  for (let before = -1; before !== accepted.length;) {
    before = accepted.length;
    const reasons = whyUnread(view, accepted.map(({ edit }) => edit)); // prettier-ignore
    accepted = accepted.filter((_, index) => reasons[index] === undefined);
  }
  const done = new Set(
    [...accepted, ...planned.filter(({ edit }) => edit === undefined)].flatMap(({ members }) => members),
  );
  return {
    edits: accepted.map(({ edit }) => edit),
    cited: asked.filter((member) => done.has(member)),
    left: asked.filter((member) => !done.has(member)),
  };
}
