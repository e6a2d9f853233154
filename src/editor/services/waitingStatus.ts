import * as vscode from 'vscode';
import { describeWaiting, type Waiting } from '../../core/http/waiting.ts';
import { commands } from '../contributions.ts';
import { translate } from '../translate.ts';

/** Shows in the status bar who is being waited for and how long still, and nothing while nothing waits. */
export function createWaitingStatus(): { update(waiting: Waiting): void; dispose(): void } {
  const item = vscode.window.createStatusBarItem('citationLookup.waiting', vscode.StatusBarAlignment.Right);
  item.name = 'Citation Lookup';
  item.command = commands.showLog;
  const all = new Map<string, Waiting>();
  let nextSecond: NodeJS.Timeout | undefined;

  function draw(): void {
    clearTimeout(nextSecond);
    const waiting = [...all.values()];
    const sentences = waiting.flatMap((each) => describeWaiting(each) ?? []).map(translate);
    if (sentences.length === 0) {
      item.hide();
      return;
    }
    item.text = `$(sync~spin) ${sentences.join(', ')}`;
    item.show();
    if (waiting.some(({ pausedUntil }) => pausedUntil !== undefined)) nextSecond = setTimeout(draw, 1000);
  }

  return {
    update(waiting) {
      all.set(waiting.source, waiting);
      draw();
    },
    dispose() {
      clearTimeout(nextSecond);
      item.dispose();
    },
  };
}
