/** Bibliographies in AsciiDoc with asciidoctor-bibtex: one attribute in the document's header. */
import { insertion, lineEndOf } from '../span.ts';
import type { TextEdit } from '../span.ts';
import type { DeclarationSyntax, DeclaredPath } from './syntax.ts';

const attribute = /^:bibtex-file:[ \t]*([^\r\n]*)/m;

function findDeclared(text: string): readonly DeclaredPath[] {
  const match = attribute.exec(text);
  const path = match?.[1]?.trim() ?? '';
  if (match === null || path === '') return [];
  const start = match.index + match[0].indexOf(path);
  return [{ path, start, end: start + path.length }];
}

function declare(text: string, path: string): TextEdit | undefined {
  if (attribute.test(text)) return undefined;
  const lineEnd = lineEndOf(text);
  // Behind the title, its author and revision lines, and the attributes: the header ends with an empty line.
  const header = /^= [^\n]*(?:\n|$)(?:[^\r\n][^\n]*(?:\n|$))*/.exec(text)?.[0] ?? '';
  const gap = header === '' || header.endsWith('\n') ? '' : lineEnd;
  const behind = header === '' ? lineEnd : '';
  return insertion(header.length, `${gap}:bibtex-file: ${path}${lineEnd}${behind}`);
}

/** Bibliographies of AsciiDoc documents. */
export const asciidocDeclarations: DeclarationSyntax = {
  extensions: ['.adoc', '.asciidoc', '.asc'],
  projectFiles: [],
  findDeclared,
  findIncluded: (text) => [...text.matchAll(/^include::([^\r\n[\]]+)\[/gm)].map(([, path = '']) => path),
  isPart: (text) => findDeclared(text).length === 0,
  detectDialect: () => undefined,
  declare,
};
