/** Makes one of two entries that are the same work, wherever they are cited. */
import * as vscode from 'vscode';
import { describeMergeProblem, planMerge } from '../../core/bibtex/edits/mergeEntries.ts';
import { findTwin } from '../../core/bibtex/works/recognise.ts';
import { addEdits } from '../addEdits.ts';
import { assertUnchanged } from '../assertUnchanged.ts';
import type { Bibliographies } from '../bibliography/bibliographies.ts';
import { InsertError } from '../insert/insertError.ts';
import { findCiting, type ChangedDocument, type KeyChange } from '../rename/findCiting.ts';
import { findReferring } from '../rename/findReferring.ts';
import { assertReadable } from '../rename/rename.ts';
import { translate } from '../translate.ts';
import { applyRefactoring, openEntry, type EntryPlace } from './openEntry.ts';

const { l10n } = vscode;

/** Returns what changes in other files under a progress that can be cancelled; undefined where it was. */
async function findElsewhere(
  change: KeyChange,
  bibliographies: Bibliographies,
): Promise<readonly ChangedDocument[] | undefined> {
  const progress = { location: vscode.ProgressLocation.Notification, cancellable: true };
  const title = l10n.t('Looking for citations');
  return vscode.window.withProgress({ ...progress, title }, async (_, token) => {
    const citing = await findCiting(change, bibliographies, token);
    for (const document of citing) assertReadable(document, change.newKey);
    const referring = await findReferring(change, citing, bibliographies);
    return token.isCancellationRequested ? undefined : [...citing, ...referring];
  });
}

/**
 * Merges the other entry of the same work into the one at a place. A preview shows all of it; what would take
 * something away, the removal and the fields in which the two differ, is ticked by the person only.
 */
export async function mergeEntries(
  place: EntryPlace | undefined,
  bibliographies: Bibliographies,
): Promise<void> {
  const { target, index, entry: kept } = await openEntry(place);
  const dropped = findTwin(index, kept);
  if (dropped === undefined)
    throw new InsertError(l10n.t('No other entry of this file is the same work as {0}.', kept.key));
  const problem = describeMergeProblem(index, kept, dropped);
  if (problem !== undefined) throw new InsertError(translate(problem));
  const plan = planMerge(index, kept, dropped);
  const change = { bibliography: target.uri, oldKey: dropped.key, newKey: kept.key };
  const elsewhere = plan.isKeyGone ? await findElsewhere(change, bibliographies) : [];
  if (elsewhere === undefined) return;

  const edit = new vscode.WorkspaceEdit();
  const { document } = target;
  assertUnchanged(document, target.text);
  const moved = { label: l10n.t('Cite {0} instead of {1}', kept.key, dropped.key), needsConfirmation: false };
  addEdits(edit, document, plan.missing, {
    label: l10n.t('Fields that only {0} has', dropped.key),
    needsConfirmation: false,
  });
  addEdits(edit, document, plan.references, moved);
  for (const changed of elsewhere) {
    assertUnchanged(changed.document, changed.text);
    addEdits(edit, changed.document, changed.edits, moved);
  }
  for (const { name, before = '', after, edit: replacement } of plan.differing)
    addEdits(edit, document, [replacement], {
      label: l10n.t('Fields that {0} gives otherwise', dropped.key),
      description: `${name}: ${before} → ${after}`,
      needsConfirmation: true,
    });
  addEdits(edit, document, [plan.removal], {
    label: l10n.t('Remove {0}', dropped.key),
    needsConfirmation: true,
  });
  await applyRefactoring(edit);
}
