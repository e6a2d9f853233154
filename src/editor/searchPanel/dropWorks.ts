/** Works dragged from the panel into a document: the citation stands where they are dropped, their entries in the .bib. */
import * as vscode from 'vscode';
import type { CitationRecord } from '../../core/record/record.ts';
import { draggedWorks } from '../../webview/protocol.ts';
import type { Bibliographies } from '../bibliographies.ts';
import { prepareInsert } from '../insert.ts';
import { reportFailure } from '../insertCitation.ts';
import { documentSelector } from '../languages.ts';
import type { Services } from '../services.ts';
import type { PreparedInsertion } from '../writeInsertion.ts';

const kind = vscode.DocumentDropOrPasteEditKind.Empty.append('citation');

function readIds(json: string): readonly string[] {
  try {
    const ids: unknown = JSON.parse(json);
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

/** Settles an insertion when the editor has made it, and leaves it when the next change is another. */
function settleOnceMade({ last, settle }: PreparedInsertion, services: Services): vscode.Disposable {
  const subscription = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (document !== last?.document || contentChanges.length === 0) return;
    subscription.dispose();
    if (document.getText() === last.text)
      settle().catch((error: unknown) => {
        reportFailure(error, services);
      });
  });
  return subscription;
}

/** Registers the drop; `records` are the works that the panel shows, by id. */
export function registerDropWorks(
  records: () => ReadonlyMap<string, CitationRecord>,
  services: Services,
  bibliographies: Bibliographies,
): vscode.Disposable {
  let unsettled: vscode.Disposable | undefined;

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
    const drop = new vscode.DocumentDropEdit('', vscode.l10n.t('Insert citation'), kind);
    try {
      const whole = await services.complete(found);
      const at = new vscode.Location(document.uri, new vscode.Range(position, position));
      const prepared = await prepareInsert({ records: whole, at, mayAsk: true }, bibliographies);
      if (prepared === undefined || token.isCancellationRequested) return drop;
      drop.additionalEdit = prepared.edit;
      unsettled?.dispose();
      unsettled = settleOnceMade(prepared, services);
    } catch (error) {
      reportFailure(error, services);
    }
    return drop;
  }

  return vscode.Disposable.from(
    vscode.languages.registerDocumentDropEditProvider(
      documentSelector,
      { provideDocumentDropEdits },
      { dropMimeTypes: [draggedWorks], providedDropEditKinds: [kind] },
    ),
    {
      dispose: () => {
        unsettled?.dispose();
      },
    },
  );
}
