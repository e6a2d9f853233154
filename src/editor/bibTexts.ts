/**
 * The .bib files as the editor sees them now: an open buffer before the file, each indexed once a version. Looking
 * does not open a document; only writing does.
 */
import * as vscode from 'vscode';
import type { BibIndex } from '../core/bibtex/bibIndex.ts';
import { scanBib } from '../core/bibtex/scan.ts';
import { decodeText } from './encodings.ts';

interface Indexed {
  readonly version: string;
  readonly index: BibIndex;
}

export interface BibTexts {
  /** Returns the index of a .bib; undefined where there is no such file. Rejects where it cannot be read. */
  read(uri: vscode.Uri): Promise<BibIndex | undefined>;
  dispose(): void;
}

function isMissing(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

/** Creates the reader; it keeps the indexes of the files read last. */
export function createBibTexts(): BibTexts {
  const kept = new Map<string, Indexed>();
  const maxKept = 20;

  function keep(name: string, version: string, text: string): BibIndex {
    const index = scanBib(text);
    kept.delete(name);
    kept.set(name, { version, index });
    const [oldest] = kept.keys();
    if (kept.size > maxKept && oldest !== undefined) kept.delete(oldest);
    return index;
  }

  return {
    async read(uri) {
      const name = uri.toString();
      const known = kept.get(name);
      const open = vscode.workspace.textDocuments.find(
        (document) => document.uri.toString() === name && !document.isClosed,
      );
      if (open !== undefined) {
        const version = `document ${String(open.version)}`;
        return known?.version === version ? known.index : keep(name, version, open.getText());
      }
      try {
        const { mtime, size } = await vscode.workspace.fs.stat(uri);
        const version = `file ${String(mtime)} ${String(size)}`;
        if (known?.version === version) return known.index;
        return keep(name, version, decodeText(await vscode.workspace.fs.readFile(uri)).text);
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    dispose: () => {
      kept.clear();
    },
  };
}
