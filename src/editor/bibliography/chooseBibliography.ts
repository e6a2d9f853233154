/** Which .bib an insertion goes into: what is declared, else what the person picks. */
import * as vscode from 'vscode';
import { declareBibliography } from '../../core/project/declareBibliography.ts';
import { folderOf, relativePath } from '../../core/project/paths.ts';
import type { TextEdit } from '../../core/span.ts';
import type { Bibliographies, EmbeddedText } from './bibliographies.ts';
import type { InsertRequest } from '../insert/insert.ts';
import { InsertError } from '../insert/insertError.ts';
import { isBibliography, languageOf } from '../languages.ts';
import { placeOf } from './placeOf.ts';

const { l10n } = vscode;

export interface ChosenBibliography {
  readonly uri: vscode.Uri;
  /** The document's other .bib files, whose keys are taken too. */
  readonly others: readonly vscode.Uri[];
  /** Where its text stands, if it is in the document that LaTeX writes it from. */
  readonly embedded?: EmbeddedText;
  /** The dialect that the document asks for. */
  readonly dialect?: 'bibtex' | 'biblatex';
  /** How the document's packages cite, where its own text shows no habit. */
  readonly citeStyle?: string;
  /** Plans what declares the .bib in the document's text, where the person wants that. */
  readonly declare?: (text: string) => readonly TextEdit[];
}

const maxListed = 1000;

interface FileItem extends vscode.QuickPickItem {
  readonly uri: vscode.Uri;
}

/** Lets the person pick a .bib of the workspace or the name of a new one; undefined where they change their mind. */
export async function pickBibliography(
  candidates: readonly vscode.Uri[],
  folder: vscode.Uri,
): Promise<vscode.Uri | undefined> {
  const found = await vscode.workspace.findFiles('**/*.bib', '**/node_modules/**', maxListed);
  const known = new Map([...candidates, ...found].map((uri) => [uri.toString(), uri]));
  const fresh = vscode.Uri.joinPath(folder, 'references.bib');
  const items: FileItem[] = [...known.values()].map((uri) => ({
    label: `$(file) ${vscode.workspace.asRelativePath(uri)}`,
    uri,
  }));
  if (!known.has(fresh.toString()))
    items.push({ label: `$(new-file) ${l10n.t('New file references.bib')}`, uri: fresh });
  const picked = await vscode.window.showQuickPick(items, {
    title: l10n.t('Bibliography'),
    placeHolder: l10n.t('The .bib file that gets the entries'),
  });
  return picked?.uri;
}

/** Returns `uri` as `document` would name it: relative to its folder, with `/` between. */
export function pathFrom(document: vscode.TextDocument, uri: vscode.Uri): string {
  return relativePath(folderOf((placeOf(document) ?? document.uri).path), uri.path);
}

/** Asks whether the document should name the .bib from now on; undefined where it should not. */
async function offerDeclaration(
  document: vscode.TextDocument,
  uri: vscode.Uri,
): Promise<ChosenBibliography['declare']> {
  const declare = (text: string): readonly TextEdit[] =>
    [declareBibliography(text, languageOf(document), pathFrom(document, uri))].filter(
      (edit) => edit !== undefined,
    );
  const [declaration] = declare(document.getText());
  if (declaration === undefined) return undefined;
  const name = vscode.workspace.asRelativePath(uri);
  const yes: vscode.QuickPickItem = {
    label: l10n.t('Declare {0} in this document', name),
    detail: declaration.newText.trim(),
  };
  const no: vscode.QuickPickItem = { label: l10n.t('Only this time') };
  const picked = await vscode.window.showQuickPick([yes, no], {
    title: l10n.t('This document declares no bibliography'),
  });
  return picked === yes ? declare : undefined;
}

/** Returns the folder in which a new .bib would stand. */
export function folderFor(document: vscode.TextDocument | undefined): vscode.Uri {
  const place = placeOf(document);
  if (place !== undefined) return vscode.Uri.joinPath(place, '..');
  throw new InsertError(l10n.t('Open a folder or save the document first, so that a .bib file has a place.'));
}

/**
 * Chooses the .bib; undefined where the person changes their mind. Rejects with InsertError where nothing tells and
 * nobody may be asked.
 */
export async function chooseBibliography(
  document: vscode.TextDocument | undefined,
  request: InsertRequest,
  bibliographies: Bibliographies,
): Promise<ChosenBibliography | undefined> {
  if (document !== undefined && isBibliography(document) && request.bibliography === undefined) {
    return { uri: document.uri, others: [] };
  }
  const { files, candidates, embedded, ...manner } = await bibliographies.find(document);
  const uri = request.bibliography ?? files[0];
  if (uri !== undefined) {
    const others = files.filter((other) => other.toString() !== uri.toString());
    return { uri, others, ...manner, ...(uri === files[0] && embedded && { embedded }) };
  }
  if (!request.mayAsk) {
    throw new InsertError(
      l10n.t(
        'No bibliography is declared, set or the only one of the folder. Choose one with "Select Bibliography".',
      ),
    );
  }
  const picked = await pickBibliography(candidates, folderFor(document));
  if (picked === undefined) return undefined;
  const declare = document === undefined ? undefined : await offerDeclaration(document, picked);
  return { uri: picked, others: [], ...manner, ...(declare === undefined ? {} : { declare }) };
}
