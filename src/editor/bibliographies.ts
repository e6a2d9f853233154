/** Which .bib a document uses, and whether a work is in it. All reading goes through VS Code's file system. */
import * as vscode from 'vscode';
import type { BibIndex } from '../core/bibtex/bibIndex.ts';
import { findSameWork } from '../core/bibtex/recognise.ts';
import {
  findBibliographies,
  type BibliographyChoice,
  type ProjectFiles,
} from '../core/project/findBibliographies.ts';
import type { CitationRecord } from '../core/record/record.ts';
import { createBibTexts } from './bibTexts.ts';
import { isBibliography, languageOf } from './languages.ts';
import { placeOf, toUri } from './placeOf.ts';
import { readBibliographySetting } from './settings.ts';

export interface Bibliographies {
  dispose(): void;
  /** Fires when a .bib has changed in an editor or on disk. */
  readonly onDidChange: vscode.Event<void>;
  /** Finds the .bib files of a document by its language's rules, the setting, the folder. */
  find(document: vscode.TextDocument): Promise<BibliographyChoice>;
  /** Returns the key under which a work stands in one of the document's .bib files; undefined where it does not. */
  findKey(document: vscode.TextDocument, record: CitationRecord): Promise<string | undefined>;
  /** Returns the index of a .bib; undefined where there is no such file. Rejects where it cannot be read. */
  read(uri: vscode.Uri): Promise<BibIndex | undefined>;
}

/** How long what a document declares is believed: one burst of lenses and hovers asks once. */
const believedMs = 1000;

function filesBeside(document: vscode.TextDocument): ProjectFiles {
  const { fs } = vscode.workspace;
  return {
    async read(path) {
      const uri = toUri(document, path);
      const open = vscode.workspace.textDocuments.find(
        (candidate) => candidate.uri.toString() === uri.toString(),
      );
      if (open !== undefined) return open.getText();
      try {
        return new TextDecoder().decode(await fs.readFile(uri));
      } catch {
        // A file that cannot be read declares nothing; writing to one says why it fails.
        return undefined;
      }
    },
    async list(folder) {
      try {
        const entries = await fs.readDirectory(toUri(document, folder));
        return entries.map(([name, type]) => ((type & vscode.FileType.Directory) === 0 ? name : `${name}/`));
      } catch {
        return [];
      }
    },
    workspaceRoot: (path) => vscode.workspace.getWorkspaceFolder(toUri(document, path))?.uri.path,
  };
}

/** Creates the finder; it reads nothing until it is asked. */
export function createBibliographies(): Bibliographies {
  const changed = new vscode.EventEmitter<void>();
  const texts = createBibTexts();
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.bib');
  const believed = new WeakMap<
    vscode.TextDocument,
    { readonly version: number; readonly at: number; readonly choice: Promise<BibliographyChoice> }
  >();
  const fire = (): void => {
    changed.fire();
  };

  const subscriptions = vscode.Disposable.from(
    changed,
    texts,
    watcher,
    watcher.onDidChange(fire),
    watcher.onDidCreate(fire),
    watcher.onDidDelete(fire),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && isBibliography(document)) fire();
    }),
  );

  function find(document: vscode.TextDocument): Promise<BibliographyChoice> {
    const known = believed.get(document);
    if (known?.version === document.version && Date.now() - known.at < believedMs) return known.choice;
    const { path } = placeOf(document);
    const text = document.getText();
    const choice = findBibliographies(
      { path, text, languageId: languageOf(document) },
      filesBeside(document),
      readBibliographySetting(document),
    );
    believed.set(document, { version: document.version, at: Date.now(), choice });
    return choice;
  }

  async function filesOf(document: vscode.TextDocument): Promise<readonly vscode.Uri[]> {
    if (isBibliography(document)) return [document.uri];
    const choice = await find(document);
    return choice.kind === 'found' ? choice.files.map((file) => toUri(document, file.path)) : [];
  }

  return {
    onDidChange: changed.event,
    find,
    read: (uri) => texts.read(uri),
    async findKey(document, record) {
      for (const uri of await filesOf(document)) {
        // An unreadable file holds nothing for a hover; inserting into it says what is wrong.
        const index = await texts.read(uri).catch(() => undefined);
        const entry = index === undefined ? undefined : findSameWork(index, record.csl);
        if (entry !== undefined) return entry.key;
      }
      return undefined;
    },
    dispose: () => {
      subscriptions.dispose();
    },
  };
}
