import * as vscode from 'vscode';

/** A file system whose one file can be looked at, and read unless it is `unreadable`, but never written. */
export class OddFiles implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  readonly #text: string | undefined;

  constructor(text?: string) {
    this.#text = text;
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(): vscode.FileStat {
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.#text?.length ?? 1 };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    if (this.#text === undefined) throw vscode.FileSystemError.NoPermissions(uri);
    return Buffer.from(this.#text);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}
