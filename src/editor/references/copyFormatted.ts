import * as vscode from 'vscode';
import { askIdentifier } from '../identifiers/askIdentifier.ts';
import { commands } from '../contributions.ts';
import { findWork } from '../identifiers/findWork.ts';
import { describeFailure } from '../messages.ts';
import type { Services } from '../services/services.ts';
import type { ReferenceFormatting } from './formatting.ts';

/** Registers the command that copies the reference of an identifier in the style of the setting; it returns the text. */
export function registerCopyFormatted(
  services: Services,
  references: ReferenceFormatting,
): vscode.Disposable {
  return vscode.commands.registerCommand(
    commands.copyFormatted,
    async (argument?: unknown): Promise<string | undefined> => {
      const document = vscode.window.activeTextEditor?.document;
      const asked = await askIdentifier(argument, 'entry');
      const record = asked === undefined ? undefined : await findWork(asked.identifier, services);
      if (record === undefined) return undefined;
      try {
        const text = await references.format(record, document);
        await vscode.env.clipboard.writeText(text);
        void vscode.window.setStatusBarMessage(`$(check) ${vscode.l10n.t('Reference copied')}`, 5000);
        return text;
      } catch (error) {
        void vscode.window.showErrorMessage(
          vscode.l10n.t('{0} The style is set in "citationLookup.preview.style".', describeFailure(error)),
        );
        return undefined;
      }
    },
  );
}
