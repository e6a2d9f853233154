/** The entry that a command is about, in a .bib that the editor can change. */
import * as vscode from 'vscode';
import { entryAt, type BibBlock, type BibIndex } from '../../core/bibtex/text/bibIndex.ts';
import { scanBib } from '../../core/bibtex/text/scan.ts';
import { openBuffer, type BibTarget } from '../bibliography/bibTarget.ts';
import { InsertError } from '../insert/insertError.ts';
import { isBibliography } from '../languages.ts';

const { l10n } = vscode;

/** Where an entry stands. */
export interface EntryPlace {
  readonly uri: vscode.Uri;
  readonly position: vscode.Position;
}

/** A .bib as it was when it was read. */
export interface OpenEntry {
  readonly target: Extract<BibTarget, { readonly kind: 'buffer' }>;
  readonly index: BibIndex;
  readonly entry: BibBlock;
  readonly offset: number;
}

/** Returns the place that a command was given, else the cursor's. */
export function toPlace(uri: unknown, position: unknown): EntryPlace | undefined {
  if (uri instanceof vscode.Uri && position instanceof vscode.Position) return { uri, position };
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || !isBibliography(editor.document)) return undefined;
  return { uri: editor.document.uri, position: editor.selection.active };
}

/** Opens the entry at a place. Rejects with InsertError where none is there, or the editor cannot change the file. */
export async function openEntry(place: EntryPlace | undefined): Promise<OpenEntry> {
  if (place === undefined) throw new InsertError(l10n.t('Put the cursor on an entry of a .bib file first.'));
  const target = await openBuffer(place.uri);
  const offset = target.document.offsetAt(place.position);
  const index = scanBib(target.text);
  const entry = entryAt(index, offset);
  if (entry === undefined) throw new InsertError(l10n.t('Put the cursor on an entry of a .bib file first.'));
  if (entry.fault !== undefined)
    throw new InsertError(l10n.t('The entry {0} is broken; mend it first.', entry.key));
  return { target, index, entry, offset };
}

/** Applies a change as a refactoring: one undo, and the editor saves the files as its setting for these says. */
export async function applyRefactoring(edit: vscode.WorkspaceEdit): Promise<boolean> {
  return edit.size > 0 && vscode.workspace.applyEdit(edit, { isRefactoring: true });
}
