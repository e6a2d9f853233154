/** Finds what is wrong with a .bib text in itself, without asking anybody. */
import type { BibBlock, BibIndex } from '../text/bibIndex.ts';
import type { Sentence } from '../../sentence.ts';
import type { Span } from '../../span.ts';
import { findRepeated } from '../works/recognise.ts';

/** One thing wrong, and where to show it. */
export type BibProblem = Span &
  (
    | { readonly kind: 'broken'; readonly reason: Sentence }
    /** `first` is the entry that has the key. */
    | { readonly kind: 'repeatedKey'; readonly entry: BibBlock; readonly first: BibBlock }
    /** `twin` is the entry before it that is the same work. */
    | { readonly kind: 'sameWork'; readonly entry: BibBlock; readonly twin: BibBlock }
  );

/** How much of a broken block is underlined. */
const shownLength = 40;

function findFault({ fault, end }: BibBlock): BibProblem | undefined {
  if (fault === undefined) return undefined;
  const { at, reason } = fault;
  return { kind: 'broken', reason, start: at, end: Math.max(at + 1, Math.min(end, at + shownLength)) };
}

/** Returns the problems of a text in their order. */
export function findProblems(index: BibIndex): readonly BibProblem[] {
  const problems: BibProblem[] = [];
  const byKey = new Map<string, BibBlock>();
  const repeated = findRepeated(index);
  for (const block of index.blocks()) {
    const fault = findFault(block);
    if (fault !== undefined) problems.push(fault);
    if (block.kind !== 'entry' || !block.closed || block.key === '') continue;
    const name = block.key.toLowerCase();
    const first = byKey.get(name);
    if (first !== undefined) problems.push({ kind: 'repeatedKey', entry: block, first, ...block.keySpan });
    else byKey.set(name, block);
    const twin = repeated.get(block.number);
    if (twin !== undefined)
      problems.push({ kind: 'sameWork', entry: block, twin: index.block(twin), ...block.keySpan });
  }
  return problems;
}
