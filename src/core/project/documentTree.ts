/** The files that a document is made of or belongs to, as far as they can tell its bibliography. */
import { findSphinxDeclared } from './declarations/sphinx.ts';
import type { DeclarationSyntax, Dialect } from './declarations/syntax.ts';
import { declarationSyntaxOf } from './declarations/syntaxes.ts';
import { detectYamlDialect, findMetadataFiles, findYamlDeclared } from './declarations/yaml.ts';
import { extensionOf, folderOf, nameOf, resolvePath } from './paths.ts';
import type { ProjectDocument, ProjectView } from './projectView.ts';

type FileSyntax = Pick<DeclarationSyntax, 'findDeclared' | 'findIncluded' | 'detectDialect'>;

interface TreeFile {
  readonly path: string;
  readonly text: string;
  readonly syntax: FileSyntax;
}

/** A file, first, and all that it takes in. */
export type DocumentTree = readonly [TreeFile, ...TreeFile[]];

const yaml: FileSyntax = {
  findDeclared: (text) => findYamlDeclared(text),
  findIncluded: findMetadataFiles,
  detectDialect: detectYamlDialect,
};

/** A bookdown project's metadata stand in its first chapter. */
const bookdown: FileSyntax = {
  ...yaml,
  findIncluded: (text) => [...findMetadataFiles(text), 'index.Rmd', 'index.rmd'],
};

const python: FileSyntax = {
  findDeclared: findSphinxDeclared,
  findIncluded: () => [],
  detectDialect: () => undefined,
};

function syntaxOfFile(path: string, syntax: FileSyntax): FileSyntax {
  if (/^_bookdown\.ya?ml$/.test(nameOf(path))) return bookdown;
  if (/^\.ya?ml$/.test(extensionOf(path))) return yaml;
  return extensionOf(path) === '.py' ? python : syntax;
}

/**
 * Yields the trees that can tell the document's bibliography, the nearest first: its own, those of the documents
 * that it is a part of, its project's.
 */
export async function* findTrees(document: ProjectDocument, view: ProjectView): AsyncGenerator<DocumentTree> {
  const syntax = declarationSyntaxOf(document.languageId);
  if (syntax === undefined) return;
  yield* readTree(view, document.path, syntax);
  yield* findRootTrees(document, view, syntax);
  for (const folder of view.folders) {
    for (const name of syntax.projectFiles) {
      const path = `${folder}/${name}`;
      if (await view.exists(path)) yield* readTree(view, path, syntax);
    }
  }
}

async function* findRootTrees(
  document: ProjectDocument,
  view: ProjectView,
  syntax: DeclarationSyntax,
): AsyncGenerator<DocumentTree> {
  const root = await findSaidRoot(document, view, syntax);
  if (root !== document.path) {
    yield* readTree(view, root, syntax);
    return;
  }
  if (syntax.isPart?.(document.text, document.path) !== true) return;
  for await (const path of view.find((name) => syntax.extensions.includes(extensionOf(name)))) {
    if (path === document.path || syntax.isPart((await view.read(path)) ?? '', path)) continue;
    for await (const tree of readTree(view, path, syntax))
      if (tree.some((file) => file.path === document.path)) yield tree;
  }
}

/** Follows what a document and the files above it say they belong to. */
async function findSaidRoot(
  { path, text }: ProjectDocument,
  view: ProjectView,
  syntax: DeclarationSyntax,
): Promise<string> {
  const seen = new Set([path]);
  let root = path;
  for (let own: string | undefined = text; own !== undefined; own = await view.read(root)) {
    const said = syntax.findRoot?.(own);
    const next = said === undefined ? undefined : resolvePath(folderOf(root), said);
    if (next === undefined || seen.has(next) || !(await view.exists(next))) break;
    seen.add(next);
    root = next;
  }
  return root;
}

/** Yields the tree of a file, or nothing if it cannot be read. */
async function* readTree(view: ProjectView, path: string, syntax: FileSyntax): AsyncGenerator<DocumentTree> {
  const readFile = async (at: string): Promise<TreeFile | undefined> => {
    const text = await view.read(at);
    return text === undefined ? undefined : { path: at, text, syntax: syntaxOfFile(at, syntax) };
  };
  const first = await readFile(path);
  if (first === undefined) return;
  const tree: [TreeFile, ...TreeFile[]] = [first];
  const seen = new Set([path]);
  for (const file of tree) {
    for (const name of file.syntax.findIncluded(file.text)) {
      // LaTeX reads from the root's folder, Typst and others from the file's own; with `import` both happen.
      for (const folder of new Set([folderOf(path), folderOf(file.path)])) {
        const included = resolvePath(folder, name);
        if (included === undefined || seen.has(included) || !(await view.exists(included))) continue;
        seen.add(included);
        const next = await readFile(included);
        if (next !== undefined) tree.push(next);
      }
    }
  }
  yield tree;
}

/** Tells the dialect that any of a tree's files asks for; BibLaTeX is never loaded by chance. */
export function dialectOf(tree: DocumentTree): Dialect | undefined {
  const dialects = tree.map(({ text, syntax }) => syntax.detectDialect(text));
  return dialects.includes('biblatex') ? 'biblatex' : dialects.find((dialect) => dialect !== undefined);
}
