/** Folders of their own for tests, inside the open workspace. */
import { strict as assert } from 'node:assert';
import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { CitationLookupApi } from '../../src/editor/api.ts';

/** Activates the extension and returns what it exports. */
export async function activateApi(): Promise<CitationLookupApi> {
  const extension = vscode.extensions.getExtension<CitationLookupApi>('citation-lookup.citation-lookup');
  assert.ok(extension, 'VS Code does not know the extension');
  return extension.activate();
}

export interface TestFolder {
  uri(path: string): vscode.Uri;
  write(path: string, text: string): Promise<void>;
  writeBytes(path: string, bytes: Uint8Array): Promise<void>;
  /** The file's text with its byte order mark. */
  read(path: string): Promise<string>;
  readBytes(path: string): Promise<Uint8Array>;
  /** Writes `text`, where it is given, and opens the file in an editor. */
  open(path: string, text?: string): Promise<vscode.TextDocument>;
  save(document: vscode.TextDocument): Promise<void>;
  /** Closes its editors and deletes it. */
  remove(): Promise<void>;
}

/** Creates an empty folder in the workspace. */
export async function createFolder(): Promise<TestFolder> {
  const [workspace] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(workspace, 'no folder is open');
  // VS Code remembers the documents of a path, deleted or not.
  const root = vscode.Uri.joinPath(workspace.uri, `test-${randomUUID()}`);
  await vscode.workspace.fs.createDirectory(root);
  const uri = (path: string): vscode.Uri => vscode.Uri.joinPath(root, path);
  const { fs } = vscode.workspace;
  const writeBytes = async (path: string, bytes: Uint8Array): Promise<void> => {
    await fs.writeFile(uri(path), bytes);
  };
  const write = (path: string, text: string): Promise<void> => writeBytes(path, Buffer.from(text));
  const readBytes = async (path: string): Promise<Uint8Array> => fs.readFile(uri(path));
  return {
    uri,
    write,
    writeBytes,
    readBytes,
    read: async (path) => Buffer.from(await readBytes(path)).toString(),
    async open(path, text) {
      if (text !== undefined) await write(path, text);
      const document = await vscode.workspace.openTextDocument(uri(path));
      await vscode.window.showTextDocument(document);
      return document;
    },
    async save(document) {
      assert.ok(await document.save());
    },
    async remove() {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await fs.delete(root, { recursive: true });
    },
  };
}

/** Activates the extension before the tests of a `describe`, and gives each of them a folder of its own. */
export function useFolder(): { readonly api: CitationLookupApi; readonly folder: TestFolder } {
  let api: CitationLookupApi | undefined;
  let folder: TestFolder | undefined;
  before(async () => {
    api = await activateApi();
  });
  beforeEach(async () => {
    folder = await createFolder();
  });
  afterEach(async () => {
    await folder?.remove();
  });
  return {
    get api() {
      assert.ok(api);
      return api;
    },
    get folder() {
      assert.ok(folder);
      return folder;
    },
  };
}
