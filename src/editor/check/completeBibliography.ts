/** Finds the DOIs and fields that entries lack, and offers them in a refactor preview: nothing is ticked there. */
import * as vscode from 'vscode';
import type { BibBlock, BibIndex } from '../../core/bibtex/text/bibIndex.ts';
import { planCompletion, type Completion } from '../../core/bibtex/check/compareEntry.ts';
import { detectDialect } from '../../core/bibtex/entry/detectDialect.ts';
import { setField } from '../../core/bibtex/edits/edit.ts';
import { referenceText } from '../../core/bibtex/check/referenceText.ts';
import { isCancelled, toLookupError } from '../../core/errors.ts';
import type { CitationRecord } from '../../core/record/record.ts';
import type { ReferenceMatch } from '../../core/sources/crossref/matchReference.ts';
import { addEdits } from '../addEdits.ts';
import { canHold, openBuffer } from '../bibliography/bibTarget.ts';
import type { Bibliographies } from '../bibliography/bibliographies.ts';
import { commands } from '../contributions.ts';
import { applyRefactoring } from '../entries/openEntry.ts';
import { readFieldOptions } from '../fieldOptions.ts';
import { InsertError } from '../insert/insertError.ts';
import { resolveWithProgress } from '../identifiers/resolveWithProgress.ts';
import type { Services } from '../services/services.ts';
import { identifiedEntries, readBibliographies, type OpenBibliography } from './openBibliographies.ts';

const { l10n } = vscode;

/** The record of an entry's work; the score, from 0 to 1, where it was found by what the entry says, not by identifier. */
interface Found {
  readonly record: CitationRecord;
  readonly score?: number;
}

/** What can be added to an entry. */
type EntryPlan = Found & Completion & { readonly entry: BibBlock };

/** Finds the works of entries that name no identifier by their names and titles; undefined where the person cancelled. */
async function matchEntries(
  index: BibIndex,
  entries: readonly BibBlock[],
  services: Services,
): Promise<ReadonlyMap<BibBlock, ReferenceMatch> | undefined> {
  const references = entries.flatMap((entry) => {
    const text = referenceText(index, entry);
    return text === undefined ? [] : [{ entry, text }];
  });
  const title = l10n.t('Looking for the DOIs of {0} entries', references.length);
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    const controller = new AbortController();
    token.onCancellationRequested(() => {
      controller.abort();
    });
    const matches = new Map<BibBlock, ReferenceMatch>();
    let done = 0;
    try {
      await Promise.all(
        references.map(async ({ entry, text }) => {
          const match = await services.matchReference(text, {
            signal: controller.signal,
            priority: 'background',
          });
          if (match !== undefined) matches.set(entry, match);
          done += 1;
          progress.report({ increment: 100 / references.length, message: `${done}/${references.length}` });
        }),
      );
      return matches;
    } catch (error) {
      controller.abort();
      if (!isCancelled(error)) throw new InsertError(toLookupError(error).message);
      return undefined;
    }
  });
}

/** Finds the works of a file's entries; undefined where the person cancelled. */
async function findWorks(
  index: BibIndex,
  services: Services,
): Promise<ReadonlyMap<BibBlock, Found> | undefined> {
  const identified = identifiedEntries(index);
  const outcomeOf = await resolveWithProgress(identified.map(({ identifier }) => identifier), services); // prettier-ignore
  if (outcomeOf === undefined) return undefined;
  const found = new Map<BibBlock, Found>();
  for (const { entry, identifier } of identified) {
    const outcome = outcomeOf(identifier);
    if (outcome !== undefined && 'record' in outcome) found.set(entry, outcome);
  }
  const named = new Set(identified.map(({ entry }) => entry.number));
  const unnamed = [...index.entries()].filter(
    ({ fault, number }) => fault === undefined && !named.has(number),
  );
  const matches = await matchEntries(index, unnamed, services);
  if (matches === undefined) return undefined;
  return new Map<BibBlock, Found>([...found, ...matches]);
}

/** Puts what a file's entries lack into an edit, to be ticked in the preview. */
async function complete(
  { uri, index }: OpenBibliography,
  edit: vscode.WorkspaceEdit,
  services: Services,
): Promise<boolean> {
  const works = await findWorks(index, services);
  if (works === undefined) return false;
  const target = await openBuffer(uri);
  if (target.text !== index.text)
    throw new InsertError(l10n.t('The file has changed in the meantime. Nothing was changed; try again.'));
  const options = readFieldOptions(uri, detectDialect(index) ?? 'bibtex');
  const plan = (encoding: typeof options.encoding): readonly EntryPlan[] =>
    [...works].map(([entry, found]) => ({
      entry,
      ...found,
      ...planCompletion(index, entry, found.record.csl, { ...options, encoding }),
    }));
  const asSet = plan(options.encoding);
  const isHeld = await canHold(target, JSON.stringify(asSet.map(({ missing }) => missing)));
  for (const { entry, record, score, missing, isSameTitle } of isHeld ? asSet : plan('latex')) {
    const [first, ...others] = missing.map(({ name, value }) => setField(index, entry, name, value));
    if (first === undefined || !isSameTitle) continue;
    const source = services.namesOf(record.sources);
    const label =
      score === undefined
        ? l10n.t('Missing fields, from {0}', source)
        : l10n.t('Found in {0} by names and title, {1} %', source, Math.round(score * 100));
    const description = `${entry.key}: ${missing.map(({ name, after }) => `${name} = ${after}`).join(', ')}`;
    // The icon's tip is where the preview shows label and description.
    const iconPath = new vscode.ThemeIcon(score === undefined ? 'info' : 'search');
    // New fields stand at one place: one tick an entry.
    const newText = [first, ...others].map((field) => field.newText).join('');
    addEdits(edit, target.document, [{ ...first, newText }], {
      label,
      description,
      iconPath,
      needsConfirmation: true,
    });
  }
  return true;
}

/** Registers the command. */
export function registerCompleteBibliography(
  services: Services,
  bibliographies: Bibliographies,
): vscode.Disposable {
  return vscode.commands.registerCommand(commands.completeBibliography, async (): Promise<void> => {
    const edit = new vscode.WorkspaceEdit();
    try {
      const files = await readBibliographies(bibliographies);
      for (const file of files) if (!(await complete(file, edit, services))) return;
      if (edit.size > 0) await applyRefactoring(edit);
      else if (files.length > 0)
        void vscode.window.showInformationMessage(l10n.t('No entry lacks anything that the services know.'));
    } catch (error) {
      services.log.error(error instanceof Error ? error : String(error));
      const sentence =
        error instanceof InsertError
          ? error.message
          : l10n.t('The entries could not be completed; nothing was written.');
      void vscode.window.showErrorMessage(sentence);
    }
  });
}
