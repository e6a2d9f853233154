/** Works dragged from the panel into a document: the citation stands where they are dropped, their entries in the .bib. */
import * as vscode from 'vscode';
import type { CitationRecord } from '../../core/record/record.ts';
import { draggedWorks } from '../../webview/protocol.ts';
import type { Bibliographies } from '../bibliography/bibliographies.ts';
import { citationKind, createInsertionByEditor } from '../insert/insertByEditor.ts';
import { documentSelector } from '../languages.ts';
import type { Services } from '../services/services.ts';

function readIds(json: string): readonly string[] {
  try {
    const ids: unknown = JSON.parse(json);
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

/** Registers the drop; `records` are the works that the panel shows, by id. */
export function registerDropWorks(
  records: () => ReadonlyMap<string, CitationRecord>,
  services: Services,
  bibliographies: Bibliographies,
): vscode.Disposable {
  const insertion = createInsertionByEditor(services, bibliographies);

  /** Returns an edit that changes nothing where the works cannot be cited: their ids are no text to drop instead. */
  async function provideDocumentDropEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    dropped: vscode.DataTransfer,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentDropEdit | undefined> {
    const ids = readIds((await dropped.get(draggedWorks)?.asString()) ?? '');
    const found = ids.flatMap((id) => records().get(id) ?? []);
    if (found.length === 0) return undefined;
    const drop = new vscode.DocumentDropEdit('', vscode.l10n.t('Insert Citation'), citationKind);
    const edit = await insertion.prepare(() => services.complete(found), document, position, token);
    if (edit !== undefined) drop.additionalEdit = edit;
    return drop;
  }

  return vscode.Disposable.from(
    insertion,
    vscode.languages.registerDocumentDropEditProvider(
      documentSelector,
      { provideDocumentDropEdits },
      { dropMimeTypes: [draggedWorks], providedDropEditKinds: [citationKind] },
    ),
  );
}
