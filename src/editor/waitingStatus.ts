import * as vscode from 'vscode';
import { describeWaiting, type Waiting } from '../core/http/waiting.ts';
import { commands } from './contributions.ts';

/** Shows in the status bar who is being waited for, and nothing while nothing waits. */
export function createWaitingStatus(): { update(waiting: Waiting): void; dispose(): void } {
  const item = vscode.window.createStatusBarItem('citationLookup.waiting', vscode.StatusBarAlignment.Right);
  item.name = 'Citation Lookup';
  item.command = commands.showLog;
  const sentences = new Map<string, string>();
  return {
    update(waiting) {
      const sentence = describeWaiting(waiting);
      if (sentence === undefined) sentences.delete(waiting.source);
      else sentences.set(waiting.source, sentence);
      if (sentences.size === 0) {
        item.hide();
        return;
      }
      item.text = `$(sync~spin) ${[...sentences.values()].join(', ')}`;
      item.show();
    },
    dispose: () => {
      item.dispose();
    },
  };
}
