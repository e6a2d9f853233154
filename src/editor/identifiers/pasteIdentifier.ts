/** Offers to cite the work of an identifier that is pasted; what was copied stays the first choice. */
import * as vscode from 'vscode';
import type { Identifier } from '../../core/identifiers/identifier.ts';
import { parseIdentifier } from '../../core/identifiers/parseIdentifier.ts';
import type { CitationRecord } from '../../core/record/record.ts';
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

/** Registers the offer in all documents that identifiers are looked for in. */
export function registerPasteIdentifier(
  services: Services,
  bibliographies: Bibliographies,
): vscode.Disposable {
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

  const provider: vscode.DocumentPasteEditProvider<CitationPaste> = {
    async provideDocumentPasteEdits(document, [range, ...others], pasted, { triggerKind }, token) {
      if (range?.isEmpty !== true || others.length > 0 || !readSetting('paste.enabled', document))
        return undefined;
      const text = (await pasted.get('text/plain')?.asString()) ?? '';
      const identifier = text.length > maxLength ? undefined : parseIdentifier(text);
      if (identifier === undefined) return undefined;
      const paste = new CitationPaste(text, identifier, document, range.start);
      // "Paste As" makes what is chosen without asking for the rest of it.
      return [triggerKind === vscode.DocumentPasteTriggerKind.PasteAs ? await cite(paste, token) : paste];
    },
    resolveDocumentPasteEdit: cite,
  };
  return vscode.Disposable.from(
    insertion,
    vscode.languages.registerDocumentPasteEditProvider(documentSelector, provider, {
      pasteMimeTypes: ['text/plain'],
      providedPasteEditKinds: [citationKind],
    }),
  );
}
