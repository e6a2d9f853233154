/** Which .bib a document uses. */
import { declareBibliography } from './declareBibliography.ts';
import { byFitness, findDeclaredFiles, locate } from './declaredFiles.ts';
import type { BibliographyFile } from './declaredFiles.ts';
import type { Dialect } from './declarations/syntax.ts';
import { dialectOf, findTrees } from './documentTree.ts';
import type { DocumentTree } from './documentTree.ts';
import { familyOf } from './languages.ts';
import { latexCommandFor } from './latexPackages.ts';
import { folderOf, resolvePath } from './paths.ts';
import { createProjectView } from './projectView.ts';
import type { ProjectDocument, ProjectFiles, ProjectView } from './projectView.ts';
import { shownText } from './zones/shownText.ts';

export type { BibliographyFile } from './declaredFiles.ts';
export type { ProjectDocument, ProjectFiles } from './projectView.ts';

/** What the document says about entries and citations, itself or through its root file. */
interface Manner {
  /** The dialect that it asks for; absent if it takes either. */
  readonly dialect?: Dialect;
  /** How to cite where its text shows no habit, for `planCitation`. */
  readonly citeStyle?: string;
}

/** The document's bibliographies, the one to write into first; or those to choose from, as nothing tells. */
export type BibliographyChoice = Manner &
  (
    | { readonly kind: 'found'; readonly files: readonly [BibliographyFile, ...BibliographyFile[]] }
    | {
        readonly kind: 'ask';
        readonly candidates: readonly string[];
        /** True if the document itself has a place for the declaration. */
        readonly canDeclare: boolean;
      }
  );

/** No person chooses from more. */
const mostCandidates = 50;

const isBibFile = (path: string): boolean => /\.bib(?:tex|latex)?$/i.test(path);

/**
 * Finds the bibliographies of a document: those that it, its root file or its project declares; else those of
 * `setting`, relative to the workspace folder; else the only .bib beside it or in the workspace folder.
 */
export async function findBibliographies(
  document: ProjectDocument,
  files: ProjectFiles,
  setting: readonly string[],
): Promise<BibliographyChoice> {
  const view = createProjectView(document, files);
  if (isBibFile(document.path)) return choose(view, document, [{ path: document.path, exists: true }]);
  let manner: Manner = {};
  let declared: readonly BibliographyFile[] = [];
  for await (const tree of findTrees(document, view)) {
    manner = { ...mannerOf(tree, document.languageId), ...manner };
    const inTree = await findDeclaredFiles(view, tree);
    const isOwn = ({ declaredIn }: BibliographyFile): boolean => declaredIn === document.path;
    // What a chapter declares may be in the folder of the root file, whose tree follows.
    if (declared.length > 0 && !inTree.some(isOwn)) continue;
    declared = inTree.toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)));
    if (declared.some(({ exists }) => exists)) break;
  }
  if (declared.length > 0) return { ...manner, ...(await choose(view, document, declared)) };
  const set = await findSet(view, document, setting);
  const chosen = set.length > 0 ? set : await findOnly(view, document);
  return { ...manner, ...(await choose(view, document, chosen)) };
}

function mannerOf(tree: DocumentTree, languageId: string): Manner {
  const dialect = dialectOf(tree);
  const citeStyle = citeStyleOf(tree, languageId);
  return { ...(dialect && { dialect }), ...(citeStyle && { citeStyle }) };
}

function citeStyleOf(tree: DocumentTree, languageId: string): string | undefined {
  switch (familyOf(languageId)) {
    case 'latex':
      return latexCommandFor(tree.map(({ text }) => shownText(text, 'latex')).join('\n'));
    case 'markdown': // Sphinx and Jupyter Book read it with roles.
      return tree.some(({ text }) => /^\s*bibtex_bibfiles\s*[:=]/m.test(text)) ? '{cite:p}' : undefined;
    default:
      return undefined;
  }
}

/** The files of the setting, relative to the workspace folder. */
async function findSet(
  view: ProjectView,
  document: ProjectDocument,
  setting: readonly string[],
): Promise<readonly BibliographyFile[]> {
  const folder = view.root ?? folderOf(document.path);
  const files: BibliographyFile[] = [];
  for (const name of setting) {
    const path = resolvePath(folder, name);
    const file = path === undefined ? undefined : await locate(view, [path]);
    if (file !== undefined) files.push(file);
  }
  return files;
}

/** The only .bib beside the document, or in the workspace folder where there is none beside it. */
async function findOnly(view: ProjectView, document: ProjectDocument): Promise<readonly BibliographyFile[]> {
  for (const folder of [folderOf(document.path), view.root]) {
    if (folder === undefined) continue;
    const [name, ...others] = (await view.list(folder)).filter(isBibFile);
    if (others.length > 0) return [];
    if (name !== undefined) return [{ path: `${folder}/${name}`, exists: true }];
  }
  return [];
}

async function choose(
  view: ProjectView,
  document: ProjectDocument,
  known: readonly BibliographyFile[],
): Promise<BibliographyChoice> {
  // Entries go into .bib files, whatever else the document reads.
  const [first, ...others] = known.filter(({ path }) => isBibFile(path)).toSorted(byFitness(view));
  if (first !== undefined) return { kind: 'found', files: [first, ...others] };
  const candidates: string[] = [];
  for await (const path of view.find(isBibFile)) {
    candidates.push(path);
    if (candidates.length === mostCandidates) break;
  }
  const { text, languageId } = document;
  const canDeclare = declareBibliography(text, languageId, 'references.bib') !== undefined;
  return { kind: 'ask', candidates, canDeclare };
}
