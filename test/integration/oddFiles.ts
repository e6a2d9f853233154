import * as vscode from 'vscode';

/** A file system whose one file can be looked at, read if it has a text, and written only where `mayWrite` says so. */
export class OddFiles implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  text: string | undefined;
  isThere = true;
  mayWrite = false;
  /** What happens when somebody writes a text, before it is done or refused. */
  beforeWriting: (text: string) => unknown = () => undefined;
  #mtime = 0;

  constructor(text?: string) {
    this.text = text;
  }

  /** Writes the file as another program does. */
  change(text: string): void {
    this.text = text;
    this.#mtime += 1000;
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    if (uri.path === '/') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    if (!this.isThere) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: this.#mtime, size: this.text?.length ?? 1 };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    if (!this.isThere) throw vscode.FileSystemError.FileNotFound(uri);
    if (this.text === undefined) throw vscode.FileSystemError.NoPermissions(uri);
    return Buffer.from(this.text);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  async writeFile(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
    const text = Buffer.from(bytes).toString();
    await this.beforeWriting(text);
    if (!this.mayWrite) throw vscode.FileSystemError.NoPermissions(uri);
    this.change(text);
  }

  delete(uri: vscode.Uri): void {
    if (!this.mayWrite) throw vscode.FileSystemError.NoPermissions(uri);
    this.isThere = false;
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}
