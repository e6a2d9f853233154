/** Carries an insertion out: one WorkspaceEdit, saved as it was found, taken back whole where a part of it fails. */
import * as vscode from 'vscode';
import { applyEdits, type TextEdit } from '../../core/span.ts';
import { addEdits } from '../addEdits.ts';
import { encode, insertIntoBytes, type BibTarget } from '../bibliography/bibTarget.ts';
import { followUndo } from './followUndo.ts';
import { InsertError, RefusedEditError } from './insertError.ts';

const { l10n } = vscode;

/** What changes in the document that cites. */
export interface Citing {
  readonly document: vscode.TextDocument;
  readonly edits: readonly TextEdit[];
  /** Where the citation goes, if it is one. */
  readonly at?: vscode.Range;
}

/** Returns what moves the cursor of the person behind the citation, if they are where that goes. */
function followCitation({ document, at }: Citing, edits: readonly TextEdit[]): (() => void) | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document !== document || at?.contains(editor.selection.active) !== true) return undefined;
  const end = document.offsetAt(at.end);
  const before = edits.filter((edit) => edit.end <= end);
  const behind = applyEdits(document.getText().slice(0, end), before).length;
  return () => {
    const position = document.positionAt(behind);
    editor.selections = [new vscode.Selection(position, position), ...editor.selections.slice(1)];
  };
}

function sayUnwritten({ uri }: BibTarget): string {
  const name = vscode.workspace.asRelativePath(uri);
  return l10n.t('{0} could not be written. Nothing was changed.', name);
}

function fail(target: BibTarget): never {
  throw new InsertError(sayUnwritten(target));
}

/** Makes each document's text again what it was. */
async function takeBack(texts: ReadonlyMap<vscode.TextDocument, string>): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const [document, text] of texts) {
    const whole = new vscode.Range(new vscode.Position(0, 0), document.positionAt(document.getText().length));
    edit.replace(document.uri, whole, text);
  }
  await vscode.workspace.applyEdit(edit);
}

/** An insertion that is ready: `edit` makes it. */
export interface PreparedInsertion {
  readonly edit: vscode.WorkspaceEdit;
  /** Document that the edit changes last and its text then; undefined where nothing is left to settle. */
  readonly last?: { readonly document: vscode.TextDocument; readonly text: string } | undefined;
  /** Saves the .bib as it was found once the edit is made. Rejects with InsertError where that fails, all taken back. */
  readonly settle: () => Promise<void>;
}

/** Prepares writing entries into the .bib and the citation into the text. */
export function prepareInsertion(
  target: BibTarget,
  entries: readonly TextEdit[],
  citing: Citing | undefined,
): PreparedInsertion {
  const edit = new vscode.WorkspaceEdit();
  const before = new Map<vscode.TextDocument, string>();
  if (target.kind === 'buffer') {
    before.set(target.document, target.text);
    addEdits(edit, target.document, entries);
  } else if (target.kind === 'missing' && entries.length > 0) {
    edit.createFile(target.uri, { ignoreIfExists: true });
    for (const change of entries) edit.insert(target.uri, new vscode.Position(0, 0), change.newText);
  }
  if (citing !== undefined) {
    before.set(citing.document, citing.document.getText());
    addEdits(edit, citing.document, citing.edits);
  }

  async function settle(): Promise<void> {
    if (entries.length === 0) return;
    try {
      if (target.kind === 'bytes') await writeBytes(target, entries, citing, before);
      else if (target.kind === 'missing' || !target.wasDirty) await saveBuffer(target, entries);
    } catch (error) {
      await takeBack(before);
      if (error instanceof InsertError) throw error;
      fail(target);
    }
  }

  const changed = target.kind === 'buffer' ? { document: target.document, edits: entries } : citing;
  const last =
    entries.length === 0 || changed === undefined
      ? undefined
      : { document: changed.document, text: applyEdits(changed.document.getText(), changed.edits) };
  return { edit, last, settle };
}

/**
 * Writes entries into the .bib and the citation into the text. Rejects with InsertError where that fails, with
 * RefusedEditError where the editor does not make the edit.
 */
export async function writeInsertion(
  target: BibTarget,
  entries: readonly TextEdit[],
  citing: Citing | undefined,
): Promise<void> {
  const { edit, settle } = prepareInsertion(target, entries, citing);
  const isOneText = target.kind === 'buffer' && target.document === citing?.document;
  const moveCursor = citing && followCitation(citing, [...citing.edits, ...(isOneText ? entries : [])]);
  if (edit.size > 0 && !(await vscode.workspace.applyEdit(edit))) {
    throw new RefusedEditError(sayUnwritten(target));
  }
  moveCursor?.();
  await settle();
}

/** Writes bytes where the file still holds those that it held `from`: what others have written stays. */
async function swap(uri: vscode.Uri, from: Uint8Array, to: Uint8Array): Promise<void> {
  const { fs } = vscode.workspace;
  if (Buffer.compare(await fs.readFile(uri), from) === 0) await fs.writeFile(uri, to);
}

/** Saves the .bib, and again when the insertion is undone or redone, however early that is. */
async function saveBuffer(target: BibTarget, entries: readonly TextEdit[]): Promise<void> {
  const document =
    target.kind === 'buffer' ? target.document : await vscode.workspace.openTextDocument(target.uri);
  const before = target.text;
  const saving = document.save();
  const follow = (after: string): void => {
    followUndo(document, { before, after }, async (state) => {
      await saving;
      if (document.isDirty) return document.save();
      // Undone while it was being saved: the document counts as saved then, and its file is not what it shows.
      const [then, now] = state === 'undone' ? [after, before] : [before, after];
      const [from, to] = [await encode(then, document.encoding), await encode(now, document.encoding)];
      return document.getText() === now ? swap(document.uri, from, to) : undefined;
    });
  };
  follow(applyEdits(before, entries));
  if (!(await saving)) fail(target);
  // What the editor did to the text while it saved it is part of the insertion.
  if (document.getText() !== before) follow(document.getText());
}

/** Writes bytes past the editor; undoing the citation takes them back as long as nobody else has written. */
async function writeBytes(
  target: Extract<BibTarget, { readonly kind: 'bytes' }>,
  entries: readonly TextEdit[],
  citing: Citing | undefined,
  before: ReadonlyMap<vscode.TextDocument, string>,
): Promise<void> {
  const after = await insertIntoBytes(target, entries);
  const writing = vscode.workspace.fs.writeFile(target.uri, after);
  if (citing !== undefined) {
    const text = before.get(citing.document) ?? '';
    followUndo(citing.document, { before: text, after: applyEdits(text, citing.edits) }, async (state) => {
      await writing;
      await (state === 'undone'
        ? swap(target.uri, after, target.bytes)
        : swap(target.uri, target.bytes, after));
    });
  }
  await writing;
}
