/** Carries an insertion out: one WorkspaceEdit, saved as it was found, taken back whole where a part of it fails. */
import * as vscode from 'vscode';
import { applyEdits, takeBackEdits, type TextEdit } from '../../core/span.ts';
import { addEdits } from '../addEdits.ts';
import { encode, insertIntoBytes, type BibTarget } from '../bibliography/bibTarget.ts';
import { followUndo } from './followUndo.ts';
import { InsertError, RefusedEditError, sayChanged } from './insertError.ts';
import { reload } from './reload.ts';

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

/** A document as it was before an insertion, and what that changes in it. */
interface Change {
  readonly document: vscode.TextDocument;
  readonly before: string;
  readonly wasDirty: boolean;
  readonly edits: readonly TextEdit[];
}

function changesOf(
  target: BibTarget,
  entries: readonly TextEdit[],
  citing: Citing | undefined,
): readonly Change[] {
  const edits = new Map(target.kind === 'buffer' ? [[target.document, entries]] : []);
  if (citing !== undefined)
    edits.set(citing.document, [...(edits.get(citing.document) ?? []), ...citing.edits]);
  return [...edits].map(([document, own]) => ({
    document,
    before: document.getText(),
    wasDirty: document.isDirty,
    edits: own,
  }));
}

async function isEmpty(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    ({ size }) => size === 0,
    () => false,
  );
}

/** Takes an insertion back, but nothing that was written since. */
async function takeBack(changes: readonly Change[], created: vscode.Uri | undefined): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const { document, before, edits } of changes)
    addEdits(edit, document, takeBackEdits(before, edits, document.getText()));
  if (created !== undefined && (await isEmpty(created))) edit.deleteFile(created);
  await vscode.workspace.applyEdit(edit);
  for (const { document, before, wasDirty } of changes)
    if (!wasDirty && document.isDirty && document.getText() === before) await reload(document);
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
  if (target.kind === 'buffer' && target.document.getText() !== target.text)
    throw new RefusedEditError(sayChanged());
  const edit = new vscode.WorkspaceEdit();
  const changes = changesOf(target, entries, citing);
  const created = target.kind === 'missing' && entries.length > 0 ? target.uri : undefined;
  if (created !== undefined) {
    // Before the citation, which tells that all is made.
    edit.createFile(created, { ignoreIfExists: true });
    for (const change of entries) edit.insert(created, new vscode.Position(0, 0), change.newText);
  }
  for (const { document, edits } of changes) addEdits(edit, document, edits);

  async function settle(): Promise<void> {
    if (entries.length === 0) return;
    try {
      if (target.kind === 'bytes') await writeBytes(target, entries, changes);
      else if (target.kind === 'missing' || !target.wasDirty) await saveBuffer(target, entries);
    } catch (error) {
      await takeBack(changes, created);
      // Another program has written the file before it was saved.
      if (target.kind === 'buffer' && target.document.getText() !== target.text)
        throw new RefusedEditError(sayChanged());
      if (error instanceof InsertError) throw error;
      fail(target);
    }
  }

  const [first] = changes;
  const last =
    entries.length === 0 || first === undefined
      ? undefined
      : { document: first.document, text: applyEdits(first.before, first.edits) };
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

/** Writes bytes where the file still holds `from`, and tells whether it does: what others have written stays. */
async function swap(uri: vscode.Uri, from: Uint8Array, to: Uint8Array): Promise<boolean> {
  const { fs } = vscode.workspace;
  const isUnchanged = Buffer.compare(await fs.readFile(uri), from) === 0;
  if (isUnchanged) await fs.writeFile(uri, to);
  return isUnchanged;
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
      return document.getText() === now && swap(document.uri, from, to);
    });
  };
  follow(applyEdits(before, entries));
  // On a busy machine a save can fail that succeeds right after.
  if (!(await saving) && !(await document.save())) fail(target);
  // What the editor did to the text while it saved it is part of the insertion.
  if (document.getText() !== before) follow(document.getText());
}

/** Writes bytes past the editor; undoing the citation takes them back as long as nobody else has written. */
async function writeBytes(
  target: Extract<BibTarget, { readonly kind: 'bytes' }>,
  entries: readonly TextEdit[],
  [citing]: readonly Change[],
): Promise<void> {
  const after = await insertIntoBytes(target, entries);
  const writing = swap(target.uri, target.bytes, after).then((isWritten) => {
    if (!isWritten) throw new RefusedEditError(sayChanged());
  });
  if (citing !== undefined) {
    const { document, before, edits } = citing;
    followUndo(document, { before, after: applyEdits(before, edits) }, async (state) => {
      await writing;
      await (state === 'undone'
        ? swap(target.uri, after, target.bytes)
        : swap(target.uri, target.bytes, after));
    });
  }
  await writing;
}
