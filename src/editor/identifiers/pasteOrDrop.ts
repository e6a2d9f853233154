/** Offers to cite the work of an identifier that is pasted or dropped; what was copied stays the first choice. */
import * as vscode from 'vscode';
import type { Identifier } from '../../core/identifiers/identifier.ts';
import { parseIdentifier } from '../../core/identifiers/parseIdentifier.ts';
import type { CitationRecord } from '../../core/record/record.ts';
import { draggedWorks } from '../../webview/protocol.ts';
import { toSignal } from '../abort.ts';
import type { Bibliographies } from '../bibliography/bibliographies.ts';
import { findWork } from './findWork.ts';
import { citationKind, createInsertionByEditor } from '../insert/insertByEditor.ts';
import { documentSelector } from '../languages.ts';
import type { Services } from '../services/services.ts';
import { readSetting } from '../settings.ts';

/** A paste that is looked up when it is chosen. */
class CitationPaste extends vscode.DocumentPasteEdit {
  readonly identifier: Identifier;
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;

  constructor(
    text: string,
    identifier: Identifier,
    document: vscode.TextDocument,
    position: vscode.Position,
  ) {
    super(text, vscode.l10n.t('Insert Citation'), citationKind);
    this.identifier = identifier;
    this.document = document;
    this.position = position;
    this.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
  }
}

/** No identifier takes more characters, with its address. */
const maxLength = 2000;

/** What a drop may wait for its offer: the editor shows nothing of what was dropped before it has all offers. */
const patienceMs = 2000;

/** A link comes as its address and as a text, which may be its title. */
const dropMimeTypes = ['text/plain', 'text/uri-list'] as const;

/** Returns the text of a kind that came, and the one identifier that it is; undefined where it is none. */
async function readIdentifier(
  data: vscode.DataTransfer,
  mimeType: (typeof dropMimeTypes)[number],
): Promise<{ readonly text: string; readonly identifier: Identifier } | undefined> {
  const text = (await data.get(mimeType)?.asString()) ?? '';
  const identifier = text.length > maxLength ? undefined : parseIdentifier(text);
  return identifier && { text, identifier };
}

/** Registers the offers in all documents that identifiers are looked for in. */
export function registerPasteOrDrop(services: Services, bibliographies: Bibliographies): vscode.Disposable {
  const insertion = createInsertionByEditor(services, bibliographies);

  /** Makes the paste a citation; what cannot be cited is pasted as it is. */
  async function cite(paste: CitationPaste, token: vscode.CancellationToken): Promise<CitationPaste> {
    const { identifier, document, position } = paste;
    const find = async (): Promise<readonly CitationRecord[]> => {
      const record = await findWork(identifier, services);
      return record === undefined ? [] : [record];
    };
    const edit = await insertion.prepare(find, document, position, token);
    if (edit !== undefined) {
      paste.insertText = '';
      paste.additionalEdit = edit;
    }
    return paste;
  }

  const pasting: vscode.DocumentPasteEditProvider<CitationPaste> = {
    async provideDocumentPasteEdits(document, [range, ...others], pasted, { triggerKind }, token) {
      if (range?.isEmpty !== true || others.length > 0 || !readSetting('paste.enabled', document))
        return undefined;
      const found = await readIdentifier(pasted, 'text/plain');
      if (found === undefined) return undefined;
      const paste = new CitationPaste(found.text, found.identifier, document, range.start);
      // "Paste As" makes what is chosen without asking for the rest of it.
      return [triggerKind === vscode.DocumentPasteTriggerKind.PasteAs ? await cite(paste, token) : paste];
    },
    resolveDocumentPasteEdit: cite,
  };

  /** Returns the offer, ready to be made: VS Code never asks for the rest of a drop. None where it is not ready soon. */
  const dropping: vscode.DocumentDropEditProvider = {
    async provideDocumentDropEdits(document, position, dropped, token) {
      // What comes from the panel is cited whatever is set.
      if (!readSetting('paste.enabled', document) || dropped.get(draggedWorks)) return undefined;
      const read = await Promise.all(dropMimeTypes.map((type) => readIdentifier(dropped, type)));
      const found = read.find((one) => one !== undefined);
      if (found === undefined) return undefined;
      const signal = AbortSignal.any([toSignal(token), AbortSignal.timeout(patienceMs)]);
      const find = async (): Promise<readonly CitationRecord[]> => {
        const record = await services.resolve(found.identifier, { signal });
        return record === undefined ? [] : [record];
      };
      const edit = await insertion.prepare(find, document, position, token, 'offered');
      if (edit === undefined) return undefined;
      const drop = new vscode.DocumentDropEdit('', vscode.l10n.t('Insert Citation'), citationKind);
      drop.additionalEdit = edit;
      // The dropped text is an address for the editor, and a link of its own kind in Markdown: whatever it is comes first.
      drop.yieldTo = [vscode.DocumentDropOrPasteEditKind.Empty];
      return drop;
    },
  };

  return vscode.Disposable.from(
    insertion,
    vscode.languages.registerDocumentPasteEditProvider(documentSelector, pasting, {
      pasteMimeTypes: ['text/plain'],
      providedPasteEditKinds: [citationKind],
    }),
    vscode.languages.registerDocumentDropEditProvider(documentSelector, dropping, {
      dropMimeTypes,
      providedDropEditKinds: [citationKind],
    }),
  );
}
