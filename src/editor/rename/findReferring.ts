/** Finds the .bib files whose entries refer to an entry of another one, as biber allows. */
import * as vscode from 'vscode';
import { replaceReferences } from '../../core/bibtex/edits/renameKey.ts';
import { findEntry } from '../../core/bibtex/text/readField.ts';
import type { Bibliographies } from '../bibliography/bibliographies.ts';
import { openBuffer } from '../bibliography/bibTarget.ts';
import type { ChangedDocument, CitingDocument, KeyChange } from './findCiting.ts';

/** More .bib files than this in one folder are a collection, not a work's. */
const maxFiles = 100;

/**
 * Returns the .bib files beside the changed one, or used with it, that refer to the key and have no entry of it
 * themselves.
 */
export async function findReferring(
  { bibliography, oldKey, newKey }: KeyChange,
  citing: readonly CitingDocument[],
  bibliographies: Bibliographies,
): Promise<readonly ChangedDocument[]> {
  const folder = vscode.Uri.joinPath(bibliography, '..');
  const beside = await vscode.workspace.findFiles(
    new vscode.RelativePattern(folder, '*.bib'),
    undefined,
    maxFiles,
  );
  const used = citing.flatMap((document) => document.bibliographies);
  const others = new Map([...beside, ...used].map((uri) => [uri.toString(), uri]));
  others.delete(bibliography.toString());
  const referring: ChangedDocument[] = [];
  for (const uri of others.values()) {
    const index = await bibliographies.read(uri).catch(() => undefined);
    if (index === undefined || findEntry(index, oldKey) !== undefined) continue;
    const edits = replaceReferences(index, oldKey, newKey);
    if (edits.length === 0) continue;
    const { document } = await openBuffer(uri);
    referring.push({ document, text: index.text, edits });
  }
  return referring;
}
