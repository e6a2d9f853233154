import * as vscode from 'vscode';
import { toSignal } from './abort.ts';

/** Does `work` under a notification that can cancel it; `report` shows how many of all are done. */
export function showProgress<T>(
  title: string,
  work: (signal: AbortSignal, report: (done: number, total: number) => void) => Promise<T>,
): Thenable<T> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, (progress, token) => {
    let shown = 0;
    return work(toSignal(token), (done, total) => {
      progress.report({ increment: (100 * (done - shown)) / total, message: `${done}/${total}` });
      shown = done;
    });
  });
}
