/** Looks a work up on behalf of a command: progress with cancel, and a sentence where it fails. */
import * as vscode from 'vscode';
import { isCancelled, toLookupError } from '../core/errors.ts';
import type { Identifier } from '../core/identifiers/identifier.ts';
import type { CitationRecord } from '../core/record/record.ts';
import { describeFailure, describeNotFound } from './messages.ts';
import type { Services } from './services.ts';

/** Answers that come sooner need no sign that something is going on. */
const patienceMs = 500;

/** Shows progress with a way to cancel while `work` lasts longer than a moment. */
function showProgress(work: Promise<unknown>, title: string, cancel: () => void): void {
  const done = work.catch(() => undefined);
  const timer = setTimeout(() => {
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    void vscode.window.withProgress(options, (_, token) => {
      token.onCancellationRequested(cancel);
      return done;
    });
  }, patienceMs);
  void done.then(() => {
    clearTimeout(timer);
  });
}

/** Returns the work; undefined where it is not found, cannot be asked for or is no longer wanted, which is said. */
export async function findWork(
  identifier: Identifier,
  services: Services,
): Promise<CitationRecord | undefined> {
  const controller = new AbortController();
  try {
    const found = services.resolve(identifier, { signal: controller.signal });
    showProgress(found, vscode.l10n.t('Looking up {0}', identifier.id), () => {
      controller.abort();
    });
    const record = await found;
    if (record === undefined) void vscode.window.showWarningMessage(describeNotFound(identifier, services));
    return record;
  } catch (error) {
    if (!isCancelled(error)) void vscode.window.showErrorMessage(describeFailure(toLookupError(error)));
    return undefined;
  }
}
