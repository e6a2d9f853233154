/** A work on a page of its own beside the text, which the search shows while it stays open. */
import * as vscode from 'vscode';
import type { CitationRecord } from '../../core/record/record.ts';
import { describeShort } from '../describe.ts';
import { describeFailure } from '../messages.ts';
import type { ReferenceFormatting } from '../references/formatting.ts';
import { toDetails } from '../search/toDetails.ts';
import type { Services } from '../services/services.ts';
import { workPage } from './workPage.ts';

const scheme = 'citation-lookup-work';
/** VS Code's own preview of Markdown, as an editor that leaves the keyboard where it is. */
const previewEditor = 'vscode.markdown.preview.editor';

export interface WorkPreview {
  /** Shows a work in place of the one before: at once what is known, then what its own source knows, then the reference. */
  show(record: CitationRecord, editor: vscode.TextEditor | undefined): Promise<void>;
  close(): Promise<void>;
  dispose(): void;
}

/** Creates the preview of works. */
export function createWorkPreview(
  services: Services,
  references: Pick<ReferenceFormatting, 'format'>,
): WorkPreview {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  let shown: { readonly uri: vscode.Uri; readonly text: string } | undefined;
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => (uri.toString() === shown?.uri.toString() ? shown.text : ''),
  });

  async function close(): Promise<void> {
    shown = undefined;
    const tabs = vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter(
        ({ input }) =>
          (input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText) &&
          input.uri.scheme === scheme,
      );
    if (tabs.length > 0) await vscode.window.tabGroups.close(tabs, true);
  }

  async function open(uri: vscode.Uri): Promise<void> {
    const options = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true };
    try {
      await vscode.commands.executeCommand('vscode.openWith', uri, previewEditor, options);
    } catch {
      // The extension that shows Markdown may be disabled.
      await vscode.window.showTextDocument(uri, options);
    }
  }

  async function show(record: CitationRecord, editor: vscode.TextEditor | undefined): Promise<void> {
    await close();
    const name = describeShort(record).replaceAll(/[\\/]/g, ' ').trim();
    const uri = vscode.Uri.from({ scheme, path: `/${name === '' ? 'work' : name}.md`, query: record.csl.id });
    const write = (known: CitationRecord, reference: string): void => {
      const details = toDetails('', known, (source) => services.namesOf([source]), false);
      shown = { uri, text: workPage(known, { ...details, reference }) };
      changed.fire(uri);
    };
    write(record, '');
    await open(uri);
    const [whole = record] = await services.complete([record]).catch(() => [record]);
    const reference = await references.format(whole, editor?.document, 'title').catch(describeFailure);
    if (shown?.uri === uri) write(whole, reference);
  }

  return {
    show,
    close,
    dispose: () => {
      provider.dispose();
      changed.dispose();
    },
  };
}
