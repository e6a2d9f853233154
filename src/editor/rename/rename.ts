/** Renames a citation key: in its .bib, where entries refer to it, and in every document that cites it. */
import * as vscode from 'vscode';
import { keysOf } from '../../core/bibtex/text/keysOf.ts';
import { describeKeyProblem, keyAt, renameKey } from '../../core/bibtex/edits/renameKey.ts';
import { scanBib } from '../../core/bibtex/text/scan.ts';
import { findCitations } from '../../core/project/citation.ts';
import { applyEdits, touches } from '../../core/span.ts';
import { addEdits } from '../addEdits.ts';
import { assertUnchanged } from '../assertUnchanged.ts';
import type { Bibliographies } from '../bibliography/bibliographies.ts';
import { canHold, openBuffer } from '../bibliography/bibTarget.ts';
import { InsertError } from '../insert/insertError.ts';
import { documentSelector, isBibliography, languageOf } from '../languages.ts';
import { findReferring } from './findReferring.ts';
import { toRange } from '../toRange.ts';
import { translate } from '../translate.ts';
import { findCiting, type ChangedDocument, type CitingDocument, type KeyChange } from './findCiting.ts';

const { l10n } = vscode;

interface KeyPlace {
  readonly key: string;
  readonly range: vscode.Range;
}

/** Returns the key at a position, of an entry or of a citation; undefined where there is none. */
function findKey(document: vscode.TextDocument, position: vscode.Position): KeyPlace | undefined {
  const offset = document.offsetAt(position);
  const text = document.getText();
  const found = isBibliography(document)
    ? keyAt(scanBib(text), offset)
    : findCitations(text, languageOf(document)).find((citation) => touches(citation, offset));
  if (found === undefined) return undefined;
  return { key: found.key, range: toRange(document, found) };
}

/** Returns the .bib that has the key: the document itself, or the first of those that it uses. */
async function findOwner(
  document: vscode.TextDocument,
  key: string,
  bibliographies: Bibliographies,
): Promise<vscode.Uri> {
  if (isBibliography(document)) return document.uri;
  const { files } = await bibliographies.find(document);
  for (const uri of files) {
    const index = await bibliographies.read(uri);
    if (index === undefined) continue;
    for (const entry of index.entries()) if (entry.key.toLowerCase() === key.toLowerCase()) return uri;
  }
  throw new InsertError(l10n.t('No bibliography of this document has the key {0}.', key));
}

/** Throws InsertError where the document's language would read the new key as another one. */
export function assertReadable({ document, edits }: ChangedDocument, newKey: string): void {
  const after = findCitations(applyEdits(document.getText(), edits), languageOf(document));
  const cited = after.filter(({ key }) => key === newKey);
  if (cited.length < edits.filter(({ newText }) => newText !== '').length) {
    const name = vscode.workspace.asRelativePath(document.uri);
    throw new InsertError(l10n.t('{0} cannot be cited as {1}. Nothing was changed.', name, newKey));
  }
}

/** A key must be the only one of its kind for every document that cites it. */
async function assertFree(
  citing: readonly CitingDocument[],
  { bibliography, newKey }: KeyChange,
  bibliographies: Bibliographies,
): Promise<void> {
  const used = citing.flatMap((document) => document.bibliographies);
  const others = new Map(used.map((uri) => [uri.toString(), uri]));
  others.delete(bibliography.toString());
  for (const uri of others.values()) {
    const index = await bibliographies.read(uri);
    if (index === undefined || !keysOf(index).has(newKey.toLowerCase())) continue;
    const name = vscode.workspace.asRelativePath(uri);
    throw new InsertError(l10n.t('{0} has an entry with the key {1}. Nothing was changed.', name, newKey));
  }
}

/** Throws InsertError where the document's encoding lacks letters of the new key. */
async function assertHolds(document: vscode.TextDocument, newKey: string): Promise<void> {
  if (await canHold(document, newKey)) return;
  const name = vscode.workspace.asRelativePath(document.uri);
  throw new InsertError(
    l10n.t('{0} is in the encoding {1}, which lacks letters of {2}.', name, document.encoding, newKey),
  );
}

async function planRename(
  document: vscode.TextDocument,
  { key: oldKey }: KeyPlace,
  newKey: string,
  bibliographies: Bibliographies,
  token: vscode.CancellationToken,
): Promise<vscode.WorkspaceEdit> {
  const target = await openBuffer(await findOwner(document, oldKey, bibliographies));
  const index = scanBib(target.text);
  const problem = describeKeyProblem(index, oldKey, newKey);
  if (problem !== undefined) throw new InsertError(translate(problem));
  const change = { bibliography: target.uri, oldKey, newKey };
  const citing = await findCiting(change, bibliographies, token);
  await assertFree(citing, change, bibliographies);
  for (const cites of citing) assertReadable(cites, newKey);
  const changed = [
    { document: target.document, text: target.text, edits: renameKey(index, oldKey, newKey) },
    ...(await findReferring(change, citing, bibliographies)),
    ...citing,
  ];
  const edit = new vscode.WorkspaceEdit();
  for (const { document: other } of changed) await assertHolds(other, newKey);
  for (const { document: other, text, edits } of changed) {
    assertUnchanged(other, text);
    addEdits(edit, other, edits);
  }
  return edit;
}

/** Registers the renaming of keys in .bib files and at citations; a refusal is a sentence. */
export function registerRename(bibliographies: Bibliographies): vscode.Disposable {
  return vscode.languages.registerRenameProvider(documentSelector, {
    prepareRename(document, position) {
      const place = findKey(document, position);
      if (place === undefined) throw new InsertError(l10n.t('There is no citation key here.'));
      return { range: place.range, placeholder: place.key };
    },
    provideRenameEdits(document, position, newName, token) {
      const place = findKey(document, position);
      return place && planRename(document, place, newName.trim(), bibliographies, token);
    },
  });
}
