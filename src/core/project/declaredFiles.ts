import type { DeclaredPath } from './declarations/syntax.ts';
import type { DocumentTree } from './documentTree.ts';
import { folderOf, isWithin, nameOf, resolvePath } from './paths.ts';
import type { ProjectView } from './projectView.ts';
import type { Span } from '../span.ts';

/** A bibliography that belongs to a document. */
export interface BibliographyFile {
  readonly path: string;
  /** False for a file that is declared and has yet to be made. */
  readonly exists: boolean;
  /** The document that declares it; absent if only the setting or the folder speaks for it. */
  readonly declaredIn?: string;
  /** Where it stands in `declaredIn`, in LaTeX's `filecontents`, if that is what counts: LaTeX has yet to write the file, or writes it anew. */
  readonly embedded?: Span;
}

/** Finds the bibliographies that a tree declares, each once, in the order of the files. */
export async function findDeclaredFiles(
  view: ProjectView,
  tree: DocumentTree,
): Promise<readonly BibliographyFile[]> {
  const found = new Map<string, BibliographyFile>();
  for (const { path: from, text, syntax } of tree) {
    for (const declared of syntax.findDeclared(text)) {
      for (const file of await locateAll(view, candidatesOf(view, declared, from, tree[0].path))) {
        if (found.has(file.path)) continue;
        const { embedded } = declared;
        const counts = embedded !== undefined && (embedded.overwrites || !file.exists);
        found.set(file.path, { ...file, declaredIn: from, ...(counts && { embedded }) });
      }
    }
  }
  return [...found.values()];
}

/** Returns what `candidates` mean: one file, or with stars, as BibLaTeX's `glob` has them, all of a folder that fit. */
async function locateAll(
  view: ProjectView,
  candidates: readonly string[],
): Promise<readonly BibliographyFile[]> {
  const file = await locate(view, candidates);
  if (file === undefined) return [];
  if (file.exists || !file.path.includes('*')) return [file];
  for (const pattern of candidates) {
    const folder = folderOf(pattern);
    const names = (await view.list(folder)).filter((name) => fitsStars(name, nameOf(pattern)));
    if (names.length > 0) return names.map((name) => ({ path: `${folder}/${name}`, exists: true }));
  }
  return [];
}

/** Tells whether a name is a pattern in which each star stands for any characters. */
function fitsStars(name: string, pattern: string): boolean {
  const [head = '', ...parts] = pattern.split('*');
  const tail = parts.pop() ?? '';
  if (!name.startsWith(head) || !name.endsWith(tail)) return false;
  let at = head.length;
  for (const part of parts) {
    const index = name.indexOf(part, at);
    if (index < 0) return false;
    at = index + part.length;
  }
  return at + tail.length <= name.length;
}

/** Returns the first of `candidates` that exists, else one whose name differs in letter case, else the first as one to be made. */
export async function locate(
  view: ProjectView,
  candidates: readonly string[],
): Promise<BibliographyFile | undefined> {
  for (const path of candidates) if (await view.exists(path)) return { path, exists: true };
  for (const path of candidates) {
    const wanted = nameOf(path).toLowerCase();
    const name = (await view.list(folderOf(path))).find((other) => other.toLowerCase() === wanted);
    if (name !== undefined) return { path: `${folderOf(path)}/${name}`, exists: true };
  }
  const [path] = candidates;
  return path === undefined ? undefined : { path, exists: false };
}

/** The files that a declaration in `from` can mean, the likeliest first. */
function candidatesOf(
  view: ProjectView,
  { path }: DeclaredPath,
  from: string,
  root: string,
): readonly string[] {
  const jobName = nameOf(root).replace(/\.[^.]*$/, '');
  const name = path.replace(/^\\jobname(?![A-Za-z])/, jobName);
  // A path that starts with a slash starts at the project in Quarto, and at the file system elsewhere.
  const paths = name.startsWith('/')
    ? [...view.folders.toReversed().map((folder) => resolvePath(folder, `.${name}`)), resolvePath('', name)]
    : [folderOf(root), folderOf(from), view.root ?? folderOf(root)].map((folder) =>
        resolvePath(folder, name),
      );
  return [...new Set(paths)].filter((candidate) => candidate !== undefined);
}

/** Names of databases that come with TeX or hold abbreviations only, and of those that R writes anew. */
const notForEntries = /^(?:IEEE(?:abrv|full|example)|xampl|.*abb?re?vs?|.*strings|packages)\.bib$/i;

/** Orders bibliographies so that the one to write into comes first: it exists, here, and is meant for entries. */
export function byFitness(view: ProjectView): (a: BibliographyFile, b: BibliographyFile) => number {
  const flaws = ({ path, exists, embedded }: BibliographyFile): number =>
    (notForEntries.test(nameOf(path)) || embedded !== undefined ? 4 : 0) +
    (exists ? 0 : 2) +
    (view.root === undefined || isWithin(view.root, path) ? 0 : 1);
  return (a, b) => flaws(a) - flaws(b);
}
