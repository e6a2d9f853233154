/** The .bib files that a command about the bibliography means: the one in the editor, else those of the document. */
import * as vscode from 'vscode';
import type { BibBlock, BibIndex } from '../../core/bibtex/text/bibIndex.ts';
import { identifiersOf } from '../../core/bibtex/works/workOfEntry.ts';
import type { Identifier } from '../../core/identifiers/identifier.ts';
import type { Bibliographies } from '../bibliography/bibliographies.ts';
import { isBibliography } from '../languages.ts';

export interface OpenBibliography {
  readonly uri: vscode.Uri;
  readonly index: BibIndex;
}

/** Returns them as they are now; none, with a sentence, where there is none. */
export async function readBibliographies(
  bibliographies: Bibliographies,
): Promise<readonly OpenBibliography[]> {
  const document = vscode.window.activeTextEditor?.document;
  const isOpen = document !== undefined && isBibliography(document);
  const files = isOpen ? [document.uri] : (await bibliographies.find(document)).files;
  const read: OpenBibliography[] = [];
  for (const uri of files) {
    const index = await bibliographies.read(uri).catch(() => undefined);
    if (index !== undefined) read.push({ uri, index });
  }
  if (read.length === 0)
    void vscode.window.showWarningMessage(
      vscode.l10n.t('Open a .bib file, or a document that declares one, first.'),
    );
  return read;
}

/** An entry and the identifier that it is looked up by. */
export interface IdentifiedEntry {
  readonly entry: BibBlock;
  readonly identifier: Identifier;
}

/** Returns the sound entries that name an identifier, each with its first. */
export function identifiedEntries(index: BibIndex): readonly IdentifiedEntry[] {
  return [...index.entries()].flatMap((entry) => {
    const [identifier] = entry.fault === undefined ? identifiersOf(index, entry) : [];
    return identifier === undefined ? [] : [{ entry, identifier }];
  });
}
