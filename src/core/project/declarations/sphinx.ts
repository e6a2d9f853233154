/** Bibliographies of Sphinx with sphinxcontrib-bibtex, and of docutils' own `bibliography` directive. */
import { shownText } from '../zones/shownText.ts';
import type { DeclarationSyntax, DeclaredPath } from './syntax.ts';

/** The list in `conf.py`: strings up to the closing bracket. */
const configured = /^bibtex_bibfiles\s*(?::[^=\n]*)?=\s*[[(]([^\])]*)[\])]/dm;

/** Finds the bibliographies that Sphinx's `conf.py` declares. */
export function findSphinxDeclared(python: string): readonly DeclaredPath[] {
  const list = configured.exec(python)?.indices?.[1];
  if (list === undefined) return [];
  const uncommented = python.slice(...list).replace(/#[^\n]*/g, (comment) => ' '.repeat(comment.length));
  return [...uncommented.matchAll(/(["'])([^"'\n]+)\1/g)].map(({ 2: path = '', index }) => {
    const start = list[0] + index + 1;
    return { path, start, end: start + path.length };
  });
}

function findDeclared(text: string): readonly DeclaredPath[] {
  const shown = shownText(text, 'restructuredtext');
  return [...shown.matchAll(/^[ \t]*\.\. bibliography::[ \t]+([^\r\n]*)/gm)].flatMap((match) => {
    const [whole, names = ''] = match;
    const from = match.index + whole.length - names.length;
    return [...names.matchAll(/\S+/g)].map(({ 0: path, index }) => ({
      path,
      start: from + index,
      end: from + index + path.length,
    }));
  });
}

/** Bibliographies of reStructuredText; a new one belongs into `conf.py`, which is a program and not written to. */
export const sphinxDeclarations: DeclarationSyntax = {
  extensions: ['.rst'],
  projectFiles: ['conf.py'],
  findDeclared,
  findIncluded: () => [],
  detectDialect: () => undefined,
  declare: () => undefined,
};
