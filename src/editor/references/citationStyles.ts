/** The citation styles that a person can name: those that come along, and .csl files of their own. */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { styleNames } from '../../core/bibtex/references/csl/styleNames.ts';
import { StyleError } from '../../core/bibtex/references/styleError.ts';
import { say } from '../../core/sentence.ts';

/** No style is as large; a larger file is something else. */
const maxBytes = 2_000_000;

/** Gives `formatReference` its styles. `document` is the one whose workspace folder relative paths start from. */
export interface CitationStyles {
  /** Returns one of `styleNames` or a file's text. Rejects with StyleError. */
  read(name: string, document: vscode.TextDocument | undefined): Promise<string>;
  /** The same without waiting; a file in another file system than this machine's must have been read. Throws StyleError. */
  known(name: string, document: vscode.TextDocument | undefined): string;
}

/** Returns where a .csl file is. Throws StyleError for a name that is no path. */
function uriOf(name: string, document: vscode.TextDocument | undefined): vscode.Uri {
  const path = name.trim().replaceAll('\\', '/');
  if (!/\.csl$|\//i.test(path))
    throw new StyleError(
      say`There is no citation style "${name}": choose ${styleNames.join(', ')} or the path of a .csl file.`,
    );
  if (path.startsWith('~/')) return vscode.Uri.joinPath(vscode.Uri.file(homedir()), path.slice(2));
  const [first] = vscode.workspace.workspaceFolders ?? [];
  const folder = (document && vscode.workspace.getWorkspaceFolder(document.uri)) ?? first;
  if (folder === undefined) return vscode.Uri.file(path);
  if (/^[a-z]:\//i.test(path)) return folder.uri.with({ path: `/${path}` });
  return path.startsWith('/') ? folder.uri.with({ path }) : vscode.Uri.joinPath(folder.uri, path);
}

/** Says why a style's file cannot be read. */
function toStyleError(error: unknown, name: string): StyleError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'FileNotFound' || code === 'ENOENT')
    return new StyleError(say`There is no file ${name} with a citation style.`);
  const reason = error instanceof Error ? error.message : String(error);
  return new StyleError(say`The citation style ${name} cannot be read: ${reason}`);
}

function toText(bytes: Uint8Array, name: string): string {
  if (bytes.length > maxBytes) throw new StyleError(say`${name} is too large for a citation style.`);
  return new TextDecoder().decode(bytes);
}

async function readBytes(uri: vscode.Uri, name: string): Promise<Uint8Array> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    throw toStyleError(error, name);
  }
}

/** Reads past the editor's file systems, none of which can be read without waiting. */
function readBytesNow({ fsPath }: vscode.Uri, name: string): Uint8Array {
  try {
    return readFileSync(fsPath);
  } catch (error) {
    throw toStyleError(error, name);
  }
}

/** Creates the reader; it reads nothing until it is asked. */
export function createCitationStyles(): CitationStyles {
  const texts = new Map<string, string>();

  async function read(name: string, document: vscode.TextDocument | undefined): Promise<string> {
    if (styleNames.includes(name)) return name;
    const uri = uriOf(name, document);
    const text = toText(await readBytes(uri, name), name);
    texts.set(uri.toString(), text);
    return text;
  }

  return {
    read,
    known(name, document) {
      // The text of a style is one itself.
      if (styleNames.includes(name) || name.trimStart().startsWith('<')) return name;
      const uri = uriOf(name, document);
      if (uri.scheme === 'file') return toText(readBytesNow(uri, name), name);
      const text = texts.get(uri.toString());
      if (text !== undefined) return text;
      read(name, document).catch(() => undefined);
      throw new StyleError(say`The citation style ${name} has not been read yet; try again in a moment.`);
    },
  };
}
