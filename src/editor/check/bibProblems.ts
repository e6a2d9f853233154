/** Problems of .bib files: those of their text as they are edited, and those that a check has found, until edited away. */
import * as vscode from 'vscode';
import type { BibBlock, BibIndex } from '../../core/bibtex/text/bibIndex.ts';
import type { EntryFinding } from '../../core/bibtex/check/checkEntry.ts';
import { findProblems } from '../../core/bibtex/check/findProblems.ts';
import { addEdits } from '../addEdits.ts';
import type { Bibliographies } from '../bibliography/bibliographies.ts';
import { bibliographySelector, isBibliography } from '../languages.ts';
import { readSetting } from '../settings.ts';
import { toRange } from '../toRange.ts';
import { describeFinding, describeProblem, type Fix, type Problem } from './problem.ts';

/** What a check has found of an entry. It holds as long as the entry's text is the same. */
export interface CheckedEntry {
  readonly text: string;
  /** Their places count from the entry's start. */
  readonly findings: readonly EntryFinding[];
  /** Name of who says it. */
  readonly source: string;
}

export interface BibProblems {
  /** Shows what a check has found of a .bib, by the keys of its entries; returns how many problems the file has. */
  show(uri: vscode.Uri, checked: ReadonlyMap<string, CheckedEntry>): Promise<number>;
  dispose(): void;
}

/** How long a file rests before it is looked at again. */
const restMs = 700;

/** What is known of a file. */
interface KnownFile {
  checked: ReadonlyMap<string, CheckedEntry>;
  problems: readonly Problem[];
  /** Of the document that the problems are of: their fixes fit no other. */
  version?: number;
  timer?: NodeJS.Timeout;
}

/** Tells whether a text is there to be edited: one that is only shown, as beside its changes, repeats the problems of another. */
function isEdited({ isUntitled, uri }: vscode.TextDocument): boolean {
  return isUntitled || vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;
}

function findingsOf(index: BibIndex, entry: BibBlock, checked: CheckedEntry | undefined): readonly Problem[] {
  if (checked?.text !== index.text.slice(entry.start, entry.end)) return [];
  return checked.findings.map((finding) => {
    const [start, end] = [finding.start + entry.start, finding.end + entry.start];
    return describeFinding(index, entry, { ...finding, start, end }, checked.source);
  });
}

function toDiagnostic(document: vscode.TextDocument, problem: Problem): vscode.Diagnostic {
  const { message, severity, code, address, related } = problem;
  const diagnostic = new vscode.Diagnostic(toRange(document, problem), message, severity);
  diagnostic.source = 'Citation Lookup';
  diagnostic.code = address === undefined ? code : { value: code, target: vscode.Uri.parse(address) };
  if (related !== undefined)
    diagnostic.relatedInformation = [
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(document.uri, toRange(document, related)),
        related.message,
      ),
    ];
  return diagnostic;
}

/** Makes the light bulb's offer of a way to mend something. */
function toAction(document: vscode.TextDocument, problem: Problem, fix: Fix): vscode.CodeAction {
  const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
  const position = document.positionAt(problem.start);
  if ('edit' in fix) {
    action.edit = new vscode.WorkspaceEdit();
    addEdits(action.edit, document, [fix.edit]);
  } else {
    const own = fix.argument === undefined ? [document.uri, position] : [fix.argument];
    action.command = { title: fix.title, command: fix.command, arguments: own };
  }
  return action;
}

/** Registers the problems of open .bib files and the quick fixes for them. Nothing is asked of anybody. */
export function registerBibProblems(bibliographies: Bibliographies): BibProblems {
  const shown = vscode.languages.createDiagnosticCollection('citationLookup');
  const files = new Map<string, KnownFile>();

  function fileOf(uri: vscode.Uri): KnownFile {
    const known = files.get(uri.toString()) ?? { checked: new Map(), problems: [] };
    files.set(uri.toString(), known);
    return known;
  }

  async function update(document: vscode.TextDocument): Promise<void> {
    const file = fileOf(document.uri);
    const index = await bibliographies.read(document.uri).catch(() => undefined);
    if (index?.text !== document.getText()) return;
    const own = readSetting('diagnostics.enabled', document) ? findProblems(index).map(describeProblem) : [];
    const entries = file.checked.size === 0 ? [] : [...index.entries()];
    const found = entries.flatMap((entry) => findingsOf(index, entry, file.checked.get(entry.key)));
    file.problems = [...own, ...found];
    file.version = document.version;
    shown.set(
      document.uri,
      file.problems.map((problem) => toDiagnostic(document, problem)),
    );
  }

  function updateSoon(document: vscode.TextDocument): void {
    if (!isBibliography(document) || !isEdited(document)) return;
    const file = fileOf(document.uri);
    clearTimeout(file.timer);
    file.timer = setTimeout(() => void update(document), restMs);
  }

  function forget(document: vscode.TextDocument): void {
    const name = document.uri.toString();
    const file = files.get(name);
    clearTimeout(file?.timer);
    if (file === undefined || file.checked.size > 0) return;
    files.delete(name);
    shown.delete(document.uri);
  }

  const provider: vscode.CodeActionProvider = {
    provideCodeActions(document, range) {
      const file = files.get(document.uri.toString());
      if (file?.version !== document.version) return [];
      return file.problems
        .filter((problem) => range.intersection(toRange(document, problem)) !== undefined)
        .flatMap((problem) => problem.fixes.map((fix) => toAction(document, problem, fix)));
    },
  };
  for (const document of vscode.workspace.textDocuments) updateSoon(document);
  const subscriptions = vscode.Disposable.from(
    shown,
    vscode.workspace.onDidOpenTextDocument(updateSoon),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      updateSoon(document);
    }),
    vscode.workspace.onDidCloseTextDocument(forget),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('citationLookup.diagnostics'))
        vscode.workspace.textDocuments.forEach(updateSoon);
    }),
    vscode.languages.registerCodeActionsProvider(bibliographySelector, provider, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
  );

  return {
    async show(uri, checked) {
      const file = fileOf(uri);
      file.checked = checked;
      await update(await vscode.workspace.openTextDocument(uri));
      return file.problems.length;
    },
    dispose() {
      for (const { timer } of files.values()) clearTimeout(timer);
      subscriptions.dispose();
    },
  };
}
