/** What can be done with the entries of a .bib: commands, and the light bulb over them. Offering sends nothing. */
import * as vscode from 'vscode';
import { referenceText } from '../../core/bibtex/check/referenceText.ts';
import { entryAt } from '../../core/bibtex/text/bibIndex.ts';
import { findTwin } from '../../core/bibtex/works/recognise.ts';
import { identifiersOf } from '../../core/bibtex/works/workOfEntry.ts';
import type { Bibliographies } from '../bibliography/bibliographies.ts';
import { commands } from '../contributions.ts';
import { InsertError } from '../insert/insertError.ts';
import { bibliographySelector } from '../languages.ts';
import type { Services } from '../services/services.ts';
import { completeEntry, fieldAt, updateField } from './completeEntry.ts';
import { mergeEntries } from './mergeEntries.ts';
import { toPlace, type EntryPlace } from './openEntry.ts';

const { l10n } = vscode;

const kind = vscode.CodeActionKind.RefactorRewrite;

function toAction(
  title: string,
  command: string,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, kind);
  action.command = { title, command, arguments: [document.uri, position] };
  return action;
}

async function findActions(
  document: vscode.TextDocument,
  position: vscode.Position,
  { diagnostics, only }: vscode.CodeActionContext,
  bibliographies: Bibliographies,
): Promise<vscode.CodeAction[]> {
  const index = await bibliographies.read(document.uri);
  const offset = document.offsetAt(position);
  if (index === undefined) return [];
  const entry = entryAt(index, offset);
  if (entry === undefined || entry.fault !== undefined) return [];
  const actions: vscode.CodeAction[] = [];
  const add = (title: string, command: string): void => {
    actions.push(toAction(title, command, document, position));
  };
  if (identifiersOf(index, entry).length > 0 || referenceText(index, entry) !== undefined) {
    const field = fieldAt(entry, offset);
    if (field !== undefined && field !== 'doi')
      add(l10n.t('Update "{0}" from its source', field), commands.updateField);
    add(l10n.t('Complete entry from its source…'), commands.completeEntry);
  }
  const twin = findTwin(index, entry);
  // The problem that names the twin offers it already.
  const isOffered = only === undefined && diagnostics.some(({ code }) => code === 'same-work');
  if (twin !== undefined && !isOffered)
    add(l10n.t('Merge "{0}", the same work, into this entry…', twin.key), commands.mergeEntries);
  return actions;
}

/** Registers the commands over entries and what offers them. */
export function registerEntryActions(services: Services, bibliographies: Bibliographies): vscode.Disposable {
  const register = (
    command: string,
    run: (place: EntryPlace | undefined) => Thenable<void>,
  ): vscode.Disposable =>
    vscode.commands.registerCommand(command, async (uri?: unknown, position?: unknown): Promise<void> => {
      try {
        await run(toPlace(uri, position));
      } catch (error) {
        services.log.error(error instanceof Error ? error : String(error));
        const sentence =
          error instanceof InsertError
            ? error.message
            : l10n.t('The entry could not be changed; nothing was written.');
        void vscode.window.showErrorMessage(sentence);
      }
    });
  return vscode.Disposable.from(
    register(commands.completeEntry, (place) => completeEntry(place, services)),
    register(commands.updateField, (place) => updateField(place, services)),
    register(commands.mergeEntries, (place) => mergeEntries(place, bibliographies)),
    vscode.languages.registerCodeActionsProvider(
      bibliographySelector,
      {
        provideCodeActions: (document, range, context) =>
          findActions(document, range.start, context, bibliographies),
      },
      { providedCodeActionKinds: [kind] },
    ),
  );
}
