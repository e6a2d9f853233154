import * as vscode from 'vscode';
import { commands } from './contributions.ts';
import type { Services } from './services/services.ts';

/** Registers the commands that look after the extension itself. */
export function registerMaintenance(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.clearCache, async () => {
      await services.clearCache();
      void vscode.window.setStatusBarMessage(vscode.l10n.t('Citation Lookup: the cache is empty.'), 5000);
    }),
    vscode.commands.registerCommand(commands.showLog, () => {
      services.log.show();
    }),
  );
}
