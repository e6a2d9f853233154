/**
 * Writes entries into the .bib and the citation into the text, in one WorkspaceEdit and so in one undo. Whatever
 * fails, nothing is written.
 */
import * as vscode from 'vscode';
import { detectDialect } from '../core/bibtex/detectDialect.ts';
import { addToBibliography, type AddOptions } from '../core/bibtex/insertion.ts';
import { keysOf } from '../core/bibtex/keysOf.ts';
import { findSameWork } from '../core/bibtex/recognise.ts';
import type { BibIndex } from '../core/bibtex/bibIndex.ts';
import { scanBib } from '../core/bibtex/scan.ts';
import { planCitation } from '../core/project/citation.ts';
import type { CitationRecord } from '../core/record/record.ts';
import { chooseBibliography, type ChosenBibliography } from './chooseBibliography.ts';
import type { Bibliographies } from './bibliographies.ts';
import { decodeText } from './encodings.ts';
import { isBibliography, languageOf } from './languages.ts';
import { readSetting } from './settings.ts';
import { followUndo } from './followUndo.ts';
import { InsertError } from './insertError.ts';

const { l10n } = vscode;

/** What an insertion did. */
export interface InsertOutcome {
  readonly bibliography: vscode.Uri;
  /** One key a record, in order; the key a work had already where it was there. */
  readonly keys: readonly string[];
  readonly added: number;
  readonly alreadyThere: number;
}

export interface InsertRequest {
  readonly records: readonly CitationRecord[];
  /** Where the entries go; found by the document's rules where it is absent. */
  readonly bibliography?: vscode.Uri;
  /** Where the citation goes: replaces the range, or stands at an empty one. */
  readonly at?: vscode.Location;
  /** Whether the person may be asked which .bib to use; without it an unclear case is an error. */
  readonly mayAsk: boolean;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Opens a .bib in the encoding its bytes are in; undefined where it does not exist yet. */
async function openBibliography(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open?.isDirty === true) return open;
  let bytes: Uint8Array;
  try {
    bytes = await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw new InsertError(
      l10n.t(
        '{0} cannot be read: {1} Nothing was changed.',
        vscode.workspace.asRelativePath(uri),
        reasonOf(error),
      ),
    );
  }
  const { encoding, text } = decodeText(bytes);
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.getText().replaceAll('\r\n', '\n') === text.replaceAll('\r\n', '\n')) return document;
  // Saving a text that lost letters on opening would destroy them in the file.
  return vscode.workspace.openTextDocument(uri, { encoding });
}

/** Tells whether the file system lets `uri` be written. */
function assertWritable(uri: vscode.Uri): void {
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) {
    throw new InsertError(
      l10n.t('{0} is read-only. Nothing was changed.', vscode.workspace.asRelativePath(uri)),
    );
  }
}

function toRange(
  document: vscode.TextDocument,
  edit: { readonly start: number; readonly end: number },
): vscode.Range {
  return new vscode.Range(document.positionAt(edit.start), document.positionAt(edit.end));
}

/** Returns what the document's other .bib files hold: their keys, in lower case, and the key of a work that is there. */
async function readOthers(
  chosen: ChosenBibliography,
  bibliographies: Bibliographies,
): Promise<{ readonly keys: ReadonlySet<string>; find(record: CitationRecord): string | undefined }> {
  const read = chosen.others.map((uri) => bibliographies.read(uri).catch(() => undefined));
  const indexes = (await Promise.all(read)).filter((index) => index !== undefined);
  return {
    keys: new Set(indexes.flatMap((index) => [...keysOf(index)])),
    find: ({ csl }) => indexes.map((index) => findSameWork(index, csl)?.key).find((key) => key !== undefined),
  };
}

function entryOptions(scope: vscode.Uri, chosen: ChosenBibliography, index: BibIndex): AddOptions {
  const set = readSetting('bibtex.dialect', scope);
  return {
    dialect: set === 'auto' ? (chosen.dialect ?? detectDialect(index) ?? 'bibtex') : set,
    encoding: readSetting('bibtex.encoding', scope),
    protectCase: readSetting('bibtex.protectCase', scope),
    excludeFields: readSetting('bibtex.excludeFields', scope),
    japaneseNameOrder: readSetting('japaneseNameOrder', scope),
    keyFormat: readSetting('bibtex.keyFormat', scope),
    position: readSetting('bibtex.position', scope),
  };
}

/** Inserts records as the request says. Rejects with InsertError, whose message is for the person. */
export async function insertRecords(
  request: InsertRequest,
  bibliographies: Bibliographies,
): Promise<InsertOutcome | undefined> {
  const { records, at } = request;
  const document = at === undefined ? undefined : await vscode.workspace.openTextDocument(at.uri);
  const chosen = await chooseBibliography(document, request, bibliographies);
  if (chosen === undefined) return undefined;
  assertWritable(chosen.uri);
  const bib = await openBibliography(chosen.uri);
  const wasDirty = bib?.isDirty ?? false;
  const text = bib?.getText() ?? '';
  const index = scanBib(text);
  const others = await readOthers(chosen, bibliographies);
  const scope = document?.uri ?? chosen.uri;
  const citedElsewhere = records.map((record) => others.find(record));
  const missing = records.filter((_, place) => citedElsewhere[place] === undefined);
  const plan = addToBibliography(index, missing, {
    ...entryOptions(scope, chosen, index),
    takenElsewhere: others.keys,
  });
  const newKeys = plan.keys.values();
  const keys = citedElsewhere.map((key) => key ?? newKeys.next().value ?? '');

  const edit = new vscode.WorkspaceEdit();
  if (bib === undefined) edit.createFile(chosen.uri, { ignoreIfExists: true });
  for (const change of plan.edits) {
    const range = bib === undefined ? new vscode.Range(0, 0, 0, 0) : toRange(bib, change);
    edit.replace(chosen.uri, range, change.newText);
  }
  if (document !== undefined && at !== undefined && !isBibliography(document)) {
    const place = { start: document.offsetAt(at.range.start), end: document.offsetAt(at.range.end) };
    const citation = planCitation(document.getText(), place, languageOf(document), keys, {
      citeCommand: readSetting('latex.citeCommand', document),
      replace: !at.range.isEmpty,
      ...(chosen.citeStyle === undefined ? {} : { fallbackStyle: chosen.citeStyle }),
    });
    if ('refused' in citation) throw new InsertError(citation.refused);
    for (const change of [
      ...(chosen.declaration === undefined ? [] : [chosen.declaration]),
      ...citation.edits,
    ]) {
      edit.replace(document.uri, toRange(document, change), change.newText);
    }
  }
  if (edit.size > 0 && !(await vscode.workspace.applyEdit(edit))) {
    throw new InsertError(
      l10n.t(
        'VS Code could not apply the edit to {0}. Nothing was changed.',
        vscode.workspace.asRelativePath(chosen.uri),
      ),
    );
  }
  if (plan.edits.length > 0 && !wasDirty) await saveAndFollow(chosen.uri, text);
  return { bibliography: chosen.uri, keys, added: plan.added, alreadyThere: records.length - plan.added };
}

/** Saves a .bib that was clean, and again when the insertion is undone or redone. */
async function saveAndFollow(uri: vscode.Uri, before: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (!(await document.save())) {
    throw new InsertError(
      l10n.t('{0} could not be saved; the entry stands in the editor.', vscode.workspace.asRelativePath(uri)),
    );
  }
  followUndo(document, before);
}
