/** Finds the documents of the workspace that cite an entry of a .bib, unsaved ones included. */
import * as vscode from 'vscode';
import { replaceKey } from '../../core/project/replaceKey.ts';
import type { TextEdit } from '../../core/span.ts';
import type { Bibliographies } from '../bibliography/bibliographies.ts';
import { openBibTarget } from '../bibliography/bibTarget.ts';
import { decodeText } from '../bibliography/encodings.ts';
import { InsertError } from '../insert/insertError.ts';
import { citingFiles, isBibliography, languageOf } from '../languages.ts';

const { l10n } = vscode;

/** More documents than this are no project of one person. */
const maxFiles = 2000;

/** How many files are read at a time. */
const batchSize = 20;

const ignored = '**/{node_modules,.git}/**';

/** A document and what changes in its text. */
export interface ChangedDocument {
  readonly document: vscode.TextDocument;
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

/** A document that cites the key, and all .bib files that it uses. */
export interface CitingDocument extends ChangedDocument {
  readonly bibliographies: readonly vscode.Uri[];
}

export interface KeyChange {
  readonly bibliography: vscode.Uri;
  readonly oldKey: string;
  readonly newKey: string;
}

function editsOf(text: string, languageId: string, { oldKey, newKey }: KeyChange): readonly TextEdit[] {
  return replaceKey(text, languageId, oldKey, newKey);
}

/** Opens a file as the editor would, in the encoding that it is in. */
async function openDocument(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const target = await openBibTarget(uri);
  if (target.kind === 'buffer') return target.document;
  const name = vscode.workspace.asRelativePath(uri);
  throw new InsertError(
    l10n.t(
      '{0} cites this key, and the editor cannot change it without losing bytes. Nothing was changed.',
      name,
    ),
  );
}

/** Opens the documents of a file: a notebook's cells. */
async function openDocuments(uri: vscode.Uri): Promise<readonly vscode.TextDocument[]> {
  if (!uri.path.endsWith('.ipynb')) return [await openDocument(uri)];
  const notebook = await vscode.workspace.openNotebookDocument(uri);
  return notebook.getCells().map((cell) => cell.document);
}

/** Tells whether a file that is not open may cite the key; what cannot be read cites nothing. */
async function mayCite(uri: vscode.Uri, change: KeyChange): Promise<boolean> {
  try {
    const { text } = decodeText(await vscode.workspace.fs.readFile(uri));
    if (!text.toLowerCase().includes(change.oldKey.toLowerCase())) return false;
    if (uri.path.endsWith('.ipynb')) return true;
    return editsOf(text, languageOf({ languageId: 'plaintext', uri }), change).length > 0;
  } catch {
    return false;
  }
}

/** Returns the closed files of the workspace that may cite the key. Rejects where there are too many to look at. */
async function findFiles(
  open: ReadonlySet<string>,
  change: KeyChange,
  token: vscode.CancellationToken,
): Promise<readonly vscode.Uri[]> {
  const files = await vscode.workspace.findFiles(citingFiles, ignored, maxFiles + 1, token);
  if (files.length > maxFiles)
    throw new InsertError(
      l10n.t(
        'This workspace has more than {0} documents. Open the folder of your work, then rename.',
        maxFiles,
      ),
    );
  const closed = files.filter((uri) => !open.has(uri.toString()));
  const found: vscode.Uri[] = [];
  for (let at = 0; at < closed.length && !token.isCancellationRequested; at += batchSize) {
    const batch = closed.slice(at, at + batchSize);
    const cites = await Promise.all(batch.map((uri) => mayCite(uri, change)));
    found.push(...batch.filter((_, place) => cites[place]));
  }
  return found;
}

/** Returns every document that cites the key and uses the .bib. Rejects with InsertError where one cannot be changed. */
export async function findCiting(
  change: KeyChange,
  bibliographies: Bibliographies,
  token: vscode.CancellationToken,
): Promise<readonly CitingDocument[]> {
  const open = vscode.workspace.textDocuments.filter((document) => !document.isClosed);
  const known = [...open, ...vscode.workspace.notebookDocuments].map(({ uri }) => uri.toString());
  const files = await findFiles(new Set(known), change, token);
  const documents = [...open];
  for (const uri of files) documents.push(...(await openDocuments(uri)));
  const citing: CitingDocument[] = [];
  for (const document of documents) {
    if (isBibliography(document)) continue;
    const text = document.getText();
    const edits = editsOf(text, languageOf(document), change);
    if (edits.length === 0) continue;
    const { files } = await bibliographies.find(document);
    if (files.some((uri) => uri.toString() === change.bibliography.toString()))
      citing.push({ document, text, edits, bibliographies: files });
  }
  return citing;
}
