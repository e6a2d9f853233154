/** Bibliographies in Typst, which has one `#bibliography` a document. */
import { insertion, lineEndOf } from '../../span.ts';
import type { TextEdit } from '../../span.ts';
import { shownText } from '../zones/shownText.ts';
import type { DeclarationSyntax, DeclaredPath } from './syntax.ts';

const string = '"(?:[^"\\\\\\n]|\\\\.)*"';

/** Arguments with a name, which can stand in front. */
const named = `(?:[a-z]+:\\s*(?:none|auto|true|false|${string}|\\[[^\\]\\n]{0,200}\\])\\s*,\\s*)*`;

/** The call and its sources: one string, or several in brackets. */
const bibliography = new RegExp(
  `(?<![\\w-])(?:bibliography-file:|bibliography\\()\\s*${named}(?:(?:path|bytes|read)\\(\\s*)*(?<sources>${string}|\\(\\s*(?:${string}\\s*,?\\s*)*\\))`,
  'd',
);

function findDeclared(text: string): readonly DeclaredPath[] {
  const sources = bibliography.exec(shownText(text, 'typst'))?.indices?.groups?.['sources'];
  if (sources === undefined) return [];
  return [...text.slice(...sources).matchAll(new RegExp(string, 'g'))].map(({ 0: quoted, index }) => {
    const start = sources[0] + index + 1;
    return { path: quoted.slice(1, -1), start, end: start + quoted.length - 2 };
  });
}

function declare(text: string, path: string): TextEdit {
  const source = JSON.stringify(path);
  const sources = bibliography.exec(shownText(text, 'typst'))?.indices?.groups?.['sources'];
  if (sources === undefined) {
    const lineEnd = lineEndOf(text);
    const gap = text === '' || text.endsWith('\n') ? '' : lineEnd;
    return insertion(text.length, `${gap}${lineEnd}#bibliography(${source})${lineEnd}`);
  }
  const [start, end] = sources;
  const written = text.slice(start, end);
  if (!written.startsWith('(')) return { start, end, newText: `(${written}, ${source})` };
  const separator = /^\(\s*\)$/.test(written) ? '' : /,\s*\)$/.test(written) ? ' ' : ', ';
  return insertion(end - 1, separator + source);
}

/** Bibliographies of Typst documents. */
export const typstDeclarations: DeclarationSyntax = {
  extensions: ['.typ'],
  projectFiles: [],
  findDeclared,
  findIncluded: (text) =>
    [...shownText(text, 'typst').matchAll(/(?<![\w-])(?:include|import)\s+"([^"\n@]+\.typ)"/g)].map(
      ([, path = '']) => path,
    ),
  isPart: (text) => findDeclared(text).length === 0,
  detectDialect: () => undefined,
  declare,
};
