/**
 * The .bib files as the editor sees them now: an open buffer before the file, each indexed once a version, and of an
 * edited buffer only what was edited. Looking does not open a document; only writing does.
 */
import * as vscode from 'vscode';
import type { BibIndex } from '../../core/bibtex/text/bibIndex.ts';
import { scanBib } from '../../core/bibtex/text/scan.ts';
import type { TextEdit } from '../../core/span.ts';
import { updateIndex } from '../../core/bibtex/text/updateIndex.ts';
import { decodeText } from './encodings.ts';

interface Indexed {
  readonly version: string;
  readonly index: BibIndex;
  /** The buffer that the index is of; undefined for a file. */
  readonly document?: vscode.TextDocument;
  /** What was done to the buffer since, and its version then. */
  readonly edits: TextEdit[];
  editedVersion?: number;
}

export interface BibTexts {
  /** Returns the index of a .bib; undefined where there is no such file. Rejects where it cannot be read. */
  read(uri: vscode.Uri): Promise<BibIndex | undefined>;
  dispose(): void;
}

function isMissing(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

function toEdit({ rangeOffset, rangeLength, text }: vscode.TextDocumentContentChangeEvent): TextEdit {
  return { start: rangeOffset, end: rangeOffset + rangeLength, newText: text };
}

/** Indexes a buffer, from what is known of it where all that happened to it since is known too. */
function indexDocument(document: vscode.TextDocument, known: Indexed | undefined): BibIndex {
  const text = document.getText();
  if (known?.document !== document || known.editedVersion !== document.version) return scanBib(text);
  const growth = known.edits.reduce(
    (sum, { start, end, newText }) => sum + newText.length - (end - start),
    0,
  );
  // Other line ends change a text without an edit.
  if (known.index.text.length + growth !== text.length) return scanBib(text);
  return updateIndex(known.index, text, known.edits);
}

/** Creates the reader; it keeps the indexes of the files read last. */
export function createBibTexts(): BibTexts {
  const kept = new Map<string, Indexed>();
  const maxKept = 20;
  const edited = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    const known = kept.get(document.uri.toString());
    if (known?.document !== document) return;
    for (const change of contentChanges) known.edits.push(toEdit(change));
    known.editedVersion = document.version;
  });

  function keep(name: string, indexed: Omit<Indexed, 'edits'>): BibIndex {
    kept.delete(name);
    kept.set(name, { ...indexed, edits: [] });
    const [oldest] = kept.keys();
    if (kept.size > maxKept && oldest !== undefined) kept.delete(oldest);
    return indexed.index;
  }

  return {
    async read(uri) {
      const name = uri.toString();
      const known = kept.get(name);
      const document = vscode.workspace.textDocuments.find(
        (open) => open.uri.toString() === name && !open.isClosed,
      );
      if (document !== undefined) {
        const version = `document ${String(document.version)}`;
        if (known?.version === version && known.document === document) return known.index;
        return keep(name, { version, document, index: indexDocument(document, known) });
      }
      try {
        const { mtime, size } = await vscode.workspace.fs.stat(uri);
        const version = `file ${String(mtime)} ${String(size)}`;
        if (known?.version === version) return known.index;
        const { text } = decodeText(await vscode.workspace.fs.readFile(uri));
        return keep(name, { version, index: scanBib(text) });
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    dispose: () => {
      edited.dispose();
      kept.clear();
    },
  };
}
