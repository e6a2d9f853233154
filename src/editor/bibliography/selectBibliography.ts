import * as vscode from 'vscode';
import { declareBibliography } from '../../core/project/declareBibliography.ts';
import { folderFor, pathFrom, pickBibliography } from './chooseBibliography.ts';
import { addEdits } from '../addEdits.ts';
import { commands, configurationSection } from '../contributions.ts';
import { InsertError } from '../insert/insertError.ts';
import { isBibliography, languageOf } from '../languages.ts';

const { l10n } = vscode;

/** Where a choice is written down. */
interface Target extends vscode.QuickPickItem {
  readonly apply: () => Thenable<unknown>;
}

function targetsFor(document: vscode.TextDocument | undefined, uri: vscode.Uri): readonly Target[] {
  const targets: Target[] = [];
  const declaration =
    document === undefined || isBibliography(document)
      ? undefined
      : declareBibliography(document.getText(), languageOf(document), pathFrom(document, uri));
  if (document !== undefined && declaration !== undefined) {
    const edit = new vscode.WorkspaceEdit();
    addEdits(edit, document, [declaration]);
    targets.push({
      label: l10n.t('Declare it in this document'),
      detail: declaration.newText.trim(),
      apply: () => vscode.workspace.applyEdit(edit),
    });
  }
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (folder !== undefined) {
    const path = uri.path.slice(folder.uri.path.length + 1);
    targets.push({
      label: l10n.t('Use it for documents that declare none'),
      detail: `"${configurationSection}.bibliography": "${path}"`,
      apply: () =>
        vscode.workspace
          .getConfiguration(configurationSection, folder)
          .update('bibliography', path, vscode.ConfigurationTarget.WorkspaceFolder),
    });
  }
  return targets;
}

async function select(): Promise<vscode.Uri | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  const uri = await pickBibliography([], folderFor(document));
  if (uri === undefined) return undefined;
  const targets = targetsFor(document, uri);
  const title = vscode.workspace.asRelativePath(uri);
  const target = targets.length === 1 ? targets[0] : await vscode.window.showQuickPick(targets, { title });
  await target?.apply();
  return target === undefined ? undefined : uri;
}

/** Registers the command that chooses the .bib for this document or workspace; it returns the chosen file. */
export function registerSelectBibliography(): vscode.Disposable {
  return vscode.commands.registerCommand(commands.selectBibliography, () =>
    select().catch((error: unknown) => {
      if (!(error instanceof InsertError)) throw error;
      void vscode.window.showErrorMessage(error.message);
    }),
  );
}
