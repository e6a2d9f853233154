/** Finds the works of entries that name no identifier by their names and titles. */
import * as vscode from 'vscode';
import { referenceText } from '../../core/bibtex/check/referenceText.ts';
import type { BibBlock, BibIndex } from '../../core/bibtex/text/bibIndex.ts';
import { isCancelled, toLookupError } from '../../core/errors.ts';
import type { CitationRecord } from '../../core/record/record.ts';
import type { ReferenceMatch } from '../../core/sources/crossref/matchReference.ts';
import { InsertError } from '../insert/insertError.ts';
import { describeFailure } from '../messages.ts';
import type { Services } from '../services/services.ts';
import { showProgress } from '../showProgress.ts';

const { l10n } = vscode;

/** The record of an entry's work; the score, from 0 to 1, where it was found by what the entry says, not by identifier. */
export interface Found {
  readonly record: CitationRecord;
  readonly score?: number;
}

/** Says in a preview who gives the fields that an entry lacks, and how surely it is this work. */
export function labelMissing(source: string, score: number | undefined): string {
  return score === undefined
    ? l10n.t('Missing fields, from {0}', source)
    : l10n.t('Found in {0} by names and title, {1} %', source, Math.round(score * 100));
}

/** Returns the works that are found; undefined where the person cancelled. Rejects with InsertError. */
export async function matchEntries(
  index: BibIndex,
  entries: readonly BibBlock[],
  services: Services,
): Promise<ReadonlyMap<BibBlock, ReferenceMatch> | undefined> {
  const references = entries.flatMap((entry) => {
    const text = referenceText(index, entry);
    return text === undefined ? [] : [{ entry, text }];
  });
  const title = l10n.t('Looking for DOIs that entries lack: {0}', references.length);
  return showProgress(title, async (cancelled, report) => {
    const failed = new AbortController();
    const signal = AbortSignal.any([cancelled, failed.signal]);
    const matches = new Map<BibBlock, ReferenceMatch>();
    let done = 0;
    try {
      await Promise.all(
        references.map(async ({ entry, text }) => {
          const match = await services.matchReference(text, { signal, priority: 'background' });
          if (match !== undefined) matches.set(entry, match);
          done += 1;
          report(done, references.length);
        }),
      );
      return matches;
    } catch (error) {
      failed.abort();
      if (!isCancelled(error)) throw new InsertError(describeFailure(toLookupError(error)));
      return undefined;
    }
  });
}
