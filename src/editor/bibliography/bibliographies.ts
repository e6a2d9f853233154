/** Which .bib a document uses, and whether a work is in it. All reading goes through VS Code's file system. */
import * as vscode from 'vscode';
import type { BibIndex } from '../../core/bibtex/text/bibIndex.ts';
import { findSameWork } from '../../core/bibtex/works/recognise.ts';
import { scanBib } from '../../core/bibtex/text/scan.ts';
import { findBibliographies } from '../../core/project/findBibliographies.ts';
import type { Span } from '../../core/span.ts';
import { compact } from '../../core/record/compact.ts';
import type { CitationRecord } from '../../core/record/record.ts';
import { createBibTexts } from './bibTexts.ts';
import { isBibliography, languageOf } from '../languages.ts';
import { declaringText, placeOf } from './placeOf.ts';
import { filesBeside } from './projectFiles.ts';
import { readBibliographySetting } from '../settings.ts';

export interface Bibliographies {
  dispose(): void;
  /** Fires when a .bib has changed in an editor or on disk. */
  readonly onDidChange: vscode.Event<void>;
  /** Finds the .bib files of a document by its language's rules, the setting, the folder; without one, the workspace's. */
  find(document: vscode.TextDocument | undefined): Promise<KnownBibliographies>;
  /** Returns the key under which a work stands in one of the document's .bib files; undefined where it does not. */
  findKey(document: vscode.TextDocument, record: CitationRecord): Promise<string | undefined>;
  /** Returns the index of a .bib; undefined where there is no such file. Rejects where it cannot be read. */
  read(uri: vscode.Uri): Promise<BibIndex | undefined>;
}

/** How long what a document declares is believed: one burst of lenses and hovers asks once. */
const believedMs = 1000;

/** A stretch of a document that is a .bib, in UTF-16 offsets. */
export interface EmbeddedText extends Span {
  readonly uri: vscode.Uri;
}

/** What is known of the .bib files of a document. */
export interface KnownBibliographies {
  /** Those it uses, the one to write into first; empty where nothing tells. */
  readonly files: readonly vscode.Uri[];
  /** Those to choose from where nothing tells. */
  readonly candidates: readonly vscode.Uri[];
  /** Where the first one's text stands, if it is in the document that LaTeX writes it from. */
  readonly embedded?: EmbeddedText;
  /** The dialect that the document asks for. */
  readonly dialect?: 'bibtex' | 'biblatex';
  /** How the document's packages cite, where its own text shows no habit. */
  readonly citeStyle?: string;
}

async function look(document: vscode.TextDocument | undefined): Promise<KnownBibliographies> {
  const place = placeOf(document)?.with({ query: '', fragment: '' });
  if (place === undefined) return { files: [], candidates: [] };
  const text = declaringText(document);
  const languageId = document === undefined ? 'plaintext' : languageOf(document);
  const choice = await findBibliographies(
    { path: place.path, text, languageId },
    filesBeside(place),
    readBibliographySetting(place),
  );
  const { dialect, citeStyle } = choice;
  const { embedded: span, declaredIn = '' } = choice.kind === 'found' ? choice.files[0] : {};
  const embedded = span && { uri: place.with({ path: declaredIn }), start: span.start, end: span.end };
  return {
    files: choice.kind === 'found' ? choice.files.map(({ path }) => place.with({ path })) : [],
    candidates: choice.kind === 'ask' ? choice.candidates.map((path) => place.with({ path })) : [],
    ...compact({ embedded, dialect, citeStyle }),
  };
}

/** Returns the index of a .bib that stands in another document. */
export async function readEmbedded({ uri, start, end }: EmbeddedText): Promise<BibIndex> {
  const document = await vscode.workspace.openTextDocument(uri);
  return scanBib(document.getText().slice(start, end));
}

/** Creates the finder; it reads nothing until it is asked. */
export function createBibliographies(): Bibliographies {
  const changed = new vscode.EventEmitter<void>();
  const texts = createBibTexts();
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.bib');
  const believed = new WeakMap<
    vscode.TextDocument,
    { readonly version: number; readonly at: number; readonly known: Promise<KnownBibliographies> }
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

  function find(document: vscode.TextDocument | undefined): Promise<KnownBibliographies> {
    if (document === undefined) return look(undefined);
    const last = believed.get(document);
    if (last?.version === document.version && Date.now() - last.at < believedMs) return last.known;
    const known = look(document);
    believed.set(document, { version: document.version, at: Date.now(), known });
    return known;
  }

  return {
    onDidChange: changed.event,
    find,
    read: (uri) => texts.read(uri),
    async findKey(document, record) {
      const { files, embedded } = isBibliography(document) ? { files: [document.uri] } : await find(document);
      for (const uri of files) {
        const own = uri === files[0] ? embedded : undefined;
        // An unreadable file holds nothing for a hover; inserting into it says what is wrong.
        const index = await (own === undefined ? texts.read(uri) : readEmbedded(own)).catch(() => undefined);
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
