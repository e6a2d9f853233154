/** Bibliographies in LaTeX, and the files that a LaTeX document is made of. */
import { splitItems } from '../citations/group.ts';
import { usesBiblatex, usesNatbib } from '../latexPackages.ts';
import { extensionOf } from '../paths.ts';
import type { Span } from '../../span.ts';
import { shownText } from '../zones/shownText.ts';
import { declareInLatex } from './declareInLatex.ts';
import type { DeclarationSyntax, DeclaredPath, Dialect, Embedded } from './syntax.ts';

const options = '(?:\\[[^\\[\\]]*\\]\\s*)?';

/** What declares bibliographies, each with a group for its names. */
const declarations = [
  // BibLaTeX: one resource with its suffix, here or on the web.
  `\\\\(?:addbibresource|addglobalbib|addsectionbib)\\s*(?<options>${options})\\{(?<resource>[^{}]*)\\}`,
  // BibTeX: several names without suffix. multibib's \bibliographysec is one, \bibliographystyle is not.
  '\\\\(?:no)?bibliography(?!style|unit|[A-Za-z]*style)[A-Za-z]*\\s*\\{(?<databases>[^{}]*)\\}',
  '\\\\defaultbibliography\\s*\\{(?<unit>[^{}]*)\\}',
  '\\\\begin\\s*\\{btSect\\*?\\}\\s*' + options + '\\{(?<topic>[^{}]*)\\}',
  // The sections of BibLaTeX and the units of bibunits.
  '\\\\(?:begin\\s*\\{refsection\\}|newrefsection|putbib)\\s*\\[(?<section>[^\\[\\]]*)\\]',
].join('|');

/** A file that LaTeX writes from the document's own text. */
const fileContents =
  /^[^%\n]*\\begin\s*\{filecontents\*?\}\s*(?:\[([^[\]]*)\]\s*)?\{([^{}\n]*\.bib)\}[^\n]*\n/gm;

const suffix = /^\.(?:bib|bibtex|biblatex|ris|xml|json|ya?ml)$/;

function findDeclared(text: string): readonly DeclaredPath[] {
  const embedded = findEmbedded(text);
  const shown = withoutBraces(shownText(text, 'latex'));
  const macros = findMacros(shown);
  return findNames(shown).flatMap((place): readonly DeclaredPath[] => {
    const name = shown
      .slice(place.start, place.end)
      .replace(/^(["'])(.*)\1$/, '$2')
      .replace(
        /\\([A-Za-z]+) */g,
        (command: string, macro: string) => macros.get(macro) ?? command.trimEnd(),
      );
    // Other macros cannot be read without running LaTeX.
    if (/^\\(?!jobname)/.test(name)) return [];
    const path = suffix.test(extensionOf(name)) ? name : `${name}.bib`;
    const own = embedded.get(path);
    return [{ ...place, path, ...(own && { embedded: own }) }];
  });
}

/** Puts blanks for the braces that may stand in a name: behind a macro, and of the subfiles package's command for a path. */
function withoutBraces(shown: string): string {
  return shown
    .replace(/(\\[A-Za-z]+)\{\}/g, '$1  ')
    .replace(/\\subfix\s*\{([^{}]*)\}/g, (whole, name: string) => `${name} `.padStart(whole.length));
}

/** Finds the macros that a text defines as a word or a path. */
function findMacros(shown: string): ReadonlyMap<string, string> {
  const definition = /\\(?:(?:re)?newcommand|providecommand|def)\*?\s*\{?\\([A-Za-z]+)\}?\s*\{([\w./-]+)\}/g;
  return new Map(Array.from(shown.matchAll(definition), ([, name = '', path = '']) => [name, path]));
}

/** Finds the places of the names in all declarations. */
function findNames(shown: string): readonly Span[] {
  return [...shown.matchAll(new RegExp(declarations, 'gd'))].flatMap((match) => {
    if (/location\s*=\s*remote/.test(match.groups?.['options'] ?? '')) return [];
    const { resource, databases, unit, topic, section } = match.indices?.groups ?? {};
    const list = resource ?? databases ?? unit ?? topic ?? section;
    if (list === undefined) return [];
    return splitItems(shown, { start: list[0], end: list[1] }, resource === undefined ? ',' : '\n');
  });
}

/** Finds the bibliographies that the document carries in `filecontents`, by name. */
function findEmbedded(text: string): ReadonlyMap<string, Embedded> {
  const places = new Map<string, Embedded>();
  for (const { index, 0: head, 1: options = '', 2: path = '' } of text.matchAll(fileContents)) {
    const start = index + head.length;
    const end = text.indexOf('\\end{filecontents', start);
    const overwrites = /\b(?:overwrite|force)\b/.test(options);
    places.set(path.trim(), { start, end: end === -1 ? text.length : end, overwrites });
  }
  return places;
}

/** What takes in another file: its name, or a folder and a name. */
const inclusions = [
  '\\\\(?:input|include|subfile|subfileinclude|InputIfFileExists|SweaveInput)\\s*\\{(?<file>[^{}]*)\\}',
  '\\\\input\\s+(?<bare>[^\\s\\\\{}%]+)',
  '\\\\(?:sub)?(?:import|includefrom|inputfrom)\\*?\\s*\\{(?<folder>[^{}]*)\\}\\s*\\{(?<imported>[^{}]*)\\}',
  `\\\\(?:usepackage|RequirePackage)\\s*${options}\\{(?<packages>[^{}]*)\\}`,
  `\\\\(?:documentclass|LoadClass)\\s*${options}\\{(?<className>[^{}]*)\\}`,
].join('|');

function findIncluded(text: string): readonly string[] {
  return [...shownText(text, 'latex').matchAll(new RegExp(inclusions, 'g'))].flatMap((match) => {
    const { file, bare = file, folder = '', imported = bare, packages, className } = match.groups ?? {};
    if (packages !== undefined) return packages.split(',').map((name) => `${name.trim()}.sty`);
    if (className !== undefined) return [`${className.trim()}.cls`];
    const name = imported?.trim().replace(/^"(.*)"$/, '$1') ?? '';
    if (name === '') return [];
    const path = folder.trim() === '' ? name : `${folder.trim()}/${name}`;
    return /\.(?:tex|ltx|sty|rnw)$/i.test(path) ? [path] : [`${path}.tex`, path];
  });
}

/** Comments by which editors are told the root file, and the subfiles package's way. */
const rootPatterns = [
  /^[ \t]*%+[ \t]*![ \t]*(?:T[Ee]X|Rnw)[ \t]+root[ \t]*=[ \t]*([^\r\n]+)/im,
  /^[ \t]*%+[ \t]*TeX-master:[ \t]*"([^"\r\n]+)"/m,
  /^[^%\r\n]*\\documentclass\s*\[([^[\]]*)\]\s*\{subfiles\}/m,
];

function findRoot(text: string): string | undefined {
  const name = rootPatterns
    .map((pattern) => pattern.exec(text)?.[1]?.trim())
    .find((found) => found !== undefined && found !== '');
  if (name === undefined) return undefined;
  return extensionOf(name) === '' ? `${name}.tex` : name;
}

/** The class of a document by itself; subfiles and standalone pictures are parts that can be read alone. */
const ownClass = /\\documentclass(?!\s*(?:\[[^[\]]*\]\s*)?\{(?:subfiles|standalone)\})(?![A-Za-z])/;

function isPart(text: string): boolean {
  return !ownClass.test(shownText(text, 'latex'));
}

function detectDialect(text: string): Dialect | undefined {
  const shown = shownText(text, 'latex');
  if (usesBiblatex(shown)) return 'biblatex';
  const usesBibtex = usesNatbib(shown) || /\\bibliography(?:style)?\s*\{/.test(shown);
  return usesBibtex ? 'bibtex' : undefined;
}

/** Bibliographies of LaTeX documents. */
export const latexDeclarations: DeclarationSyntax = {
  extensions: ['.tex', '.ltx', '.latex', '.rnw'],
  projectFiles: [],
  findDeclared,
  findIncluded,
  findRoot,
  isPart,
  detectDialect,
  declare: (text, path, dialect) =>
    declareInLatex(text, shownText(text, 'latex'), path, detectDialect(text) ?? dialect),
};
