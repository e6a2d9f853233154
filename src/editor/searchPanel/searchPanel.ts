/** The search panel: a view that can stand in any bar, its search, and the command that shows it. */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { isKept } from '../../webview/protocol.ts';
import type { Bibliographies } from '../bibliography/bibliographies.ts';
import { commands, views } from '../contributions.ts';
import { describeNotFound } from '../messages.ts';
import type { ReferenceFormatting } from '../references/formatting.ts';
import type { Services } from '../services/services.ts';
import { translate } from '../translate.ts';
import { registerDropWorks } from './dropWorks.ts';
import { pageHtml } from './html.ts';
import { FederatedSearch } from '../search/federatedSearch.ts';
import { PanelView, type PageMemory } from './panelView.ts';
import { createSearchStore } from './searchStore.ts';
import { coverOrigins } from './toWork.ts';

/** Works a source and page: a screenful of each, and few steps to a thousand. */
const pageSize = 50;
const pageKey = 'searchPanel.page';

function fillPage(view: vscode.WebviewView, extension: vscode.Uri, imageOrigins: readonly string[]): void {
  const { webview } = view;
  const folder = vscode.Uri.joinPath(extension, 'dist', 'webview');
  const addressOf = (file: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(folder, file)).toString();
  webview.options = { enableScripts: true, localResourceRoots: [folder] };
  webview.html = pageHtml({
    script: addressOf('main.js'),
    style: addressOf('panel.css'),
    cspSource: webview.cspSource,
    nonce: randomBytes(16).toString('base64url'),
    imageOrigins,
    language: vscode.env.language,
    title: vscode.l10n.t('Search Works'),
  });
}

/** Registers the panel; it reads nothing before it is seen, and sends nothing before it is asked. */
export function registerSearchPanel(
  services: Services,
  bibliographies: Bibliographies,
  references: Pick<ReferenceFormatting, 'format'>,
  context: Pick<
    vscode.ExtensionContext,
    'extensionUri' | 'globalStorageUri' | 'storageUri' | 'workspaceState'
  >,
): vscode.Disposable {
  const { extensionUri, globalStorageUri, storageUri, workspaceState } = context;
  const store = createSearchStore(storageUri ?? globalStorageUri, services.log);
  let view: PanelView | undefined;
  const memory: PageMemory = {
    kept() {
      const kept = workspaceState.get<unknown>(pageKey);
      return isKept(kept) ? kept : undefined;
    },
    keep: (kept) => void workspaceState.update(pageKey, kept),
  };
  let wasBusy = false;
  const search = new FederatedSearch({
    services,
    pageSize,
    describeNotFound: (identifier) => describeNotFound(identifier, services),
    translate,
    onChange: () => {
      view?.update();
      const { busy } = search.found;
      if (wasBusy && !busy) store.write(search.save());
      wasBusy = busy;
    },
  });

  async function resolveWebviewView(shown: vscode.WebviewView): Promise<void> {
    const saved = search.found.text === '' ? await store.read() : undefined;
    if (saved !== undefined) search.restore(saved);
    const origins = coverOrigins(services.log);
    view = new PanelView(shown.webview, {
      memory,
      search,
      services,
      bibliographies,
      references,
      coverOrigins: origins,
    });
    const parts = vscode.Disposable.from(
      view,
      shown.onDidChangeVisibility(() => {
        if (!shown.visible) search.pause();
      }),
    );
    shown.onDidDispose(() => {
      search.pause();
      view = undefined;
      parts.dispose();
    });
    fillPage(shown, extensionUri, origins);
  }

  return vscode.Disposable.from(
    vscode.window.registerWebviewViewProvider(views.searchPanel, { resolveWebviewView }),
    vscode.commands.registerCommand(commands.openSearchPanel, () =>
      vscode.commands.executeCommand(`${views.searchPanel}.focus`),
    ),
    registerDropWorks(() => search.records, services, bibliographies),
    {
      dispose: () => {
        search.stop();
      },
    },
  );
}
