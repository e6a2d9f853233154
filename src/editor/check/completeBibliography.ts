/** Finds the DOIs and fields that entries lack, and offers them in a refactor preview: nothing is ticked there. */
import * as vscode from 'vscode';
import type { BibBlock, BibIndex } from '../../core/bibtex/text/bibIndex.ts';
import { planCompletion, type Completion } from '../../core/bibtex/check/compareEntry.ts';
import { detectDialect } from '../../core/bibtex/entry/detectDialect.ts';
import { setField } from '../../core/bibtex/edits/edit.ts';
import { addEdits } from '../addEdits.ts';
import { assertUnchanged } from '../assertUnchanged.ts';
import { canHold, openBuffer } from '../bibliography/bibTarget.ts';
import type { Bibliographies } from '../bibliography/bibliographies.ts';
import { commands } from '../contributions.ts';
import { applyRefactoring } from '../entries/openEntry.ts';
import { readFieldOptions } from '../fieldOptions.ts';
import { InsertError } from '../insert/insertError.ts';
import { resolveWithProgress } from '../identifiers/resolveWithProgress.ts';
import type { Services } from '../services/services.ts';
import { labelMissing, matchEntries, type Found } from './matchEntries.ts';
import { identifiedEntries, readBibliographies, type OpenBibliography } from './openBibliographies.ts';

const { l10n } = vscode;

/** What can be added to an entry. */
type EntryPlan = Found & Completion & { readonly entry: BibBlock };

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

/** Finds what a file's entries lack; returns what puts it into an edit, to be ticked in the preview. Undefined where the person cancelled. */
async function planFile(
  { uri, index }: OpenBibliography,
  services: Services,
): Promise<((edit: vscode.WorkspaceEdit) => void) | undefined> {
  const works = await findWorks(index, services);
  if (works === undefined) return undefined;
  const { document, ...target } = await openBuffer(uri);
  const options = readFieldOptions(uri, detectDialect(index) ?? 'bibtex');
  const plan = (encoding: typeof options.encoding): readonly EntryPlan[] =>
    [...works].map(([entry, found]) => ({
      entry,
      ...found,
      ...planCompletion(index, entry, found.record.csl, { ...options, encoding }),
    }));
  const asSet = plan(options.encoding);
  const isHeld = await canHold(target, JSON.stringify(asSet.map(({ missing }) => missing)));
  return (edit) => {
    assertUnchanged(document, index.text);
    for (const { entry, record, score, missing, isSameTitle } of isHeld ? asSet : plan('latex')) {
      const [first, ...others] = missing.map(({ name, value }) => setField(index, entry, name, value));
      if (first === undefined || !isSameTitle) continue;
      const label = labelMissing(services.namesOf(record.sources), score);
      const description = `${entry.key}: ${missing.map(({ name, after }) => `${name} = ${after}`).join(', ')}`;
      // The icon's tip is where the preview shows label and description.
      const iconPath = new vscode.ThemeIcon(score === undefined ? 'info' : 'search');
      // New fields stand at one place: one tick an entry.
      const newText = [first, ...others].map((field) => field.newText).join('');
      addEdits(edit, document, [{ ...first, newText }], {
        label,
        description,
        iconPath,
        needsConfirmation: true,
      });
    }
  };
}

/** Registers the command. */
export function registerCompleteBibliography(
  services: Services,
  bibliographies: Bibliographies,
): vscode.Disposable {
  return vscode.commands.registerCommand(commands.completeBibliography, async (): Promise<void> => {
    try {
      const files = await readBibliographies(bibliographies);
      const plans: ((edit: vscode.WorkspaceEdit) => void)[] = [];
      for (const file of files) {
        const plan = await planFile(file, services);
        if (plan === undefined) return;
        plans.push(plan);
      }
      const edit = new vscode.WorkspaceEdit();
      for (const add of plans) add(edit);
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
