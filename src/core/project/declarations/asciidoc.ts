/** Bibliographies in AsciiDoc with asciidoctor-bibtex: an attribute of the header, or the list's own macro. */
import { insertion, lineEndOf } from '../../span.ts';
import type { TextEdit } from '../../span.ts';
import type { DeclarationSyntax, DeclaredPath } from './syntax.ts';

const attribute = /^:(?:bibtex-file|bibliography-database):[ \t]*([^\r\n]*)/dm;
const listMacro = /^bibliography::([^\r\n[\]]+)\[/dm;

function findDeclared(text: string): readonly DeclaredPath[] {
  // The attribute goes before what the macro says.
  const place = attribute.exec(text)?.indices?.[1] ?? listMacro.exec(text)?.indices?.[1];
  if (place === undefined) return [];
  const [start] = place;
  const path = text.slice(...place).trim();
  return path === '' ? [] : [{ path, start, end: start + path.length }];
}

function declare(text: string, path: string): TextEdit | undefined {
  if (findDeclared(text).length > 0) return undefined;
  const lineEnd = lineEndOf(text);
  // Behind the title, its author and revision lines, and the attributes: the header ends with an empty line.
  const header = /^= [^\n]*(?:\n|$)(?:[^\r\n][^\n]*(?:\n|$))*/.exec(text)?.[0] ?? '';
  const gap = header === '' || header.endsWith('\n') ? '' : lineEnd;
  const behind = header === '' ? lineEnd : '';
  return insertion(header.length, `${gap}:bibtex-file: ${path}${lineEnd}${behind}`);
}

/** Finds what a text includes, attributes in the names filled in. */
function findIncluded(text: string): readonly string[] {
  const attributes = new Map(
    Array.from(text.matchAll(/^:([\w-]+):[ \t]*(\S+)/gm), ([, name = '', value = '']) => [name, value]),
  );
  return Array.from(text.matchAll(/^include::([^\r\n[\]]+)\[/gm), ([, path = '']) =>
    path.replace(/\{([\w-]+)\}/g, (reference, name: string) => attributes.get(name) ?? reference),
  );
}

/** Bibliographies of AsciiDoc documents. */
export const asciidocDeclarations: DeclarationSyntax = {
  extensions: ['.adoc', '.asciidoc', '.asc'],
  projectFiles: [],
  findDeclared,
  findIncluded,
  isPart: (text) => findDeclared(text).length === 0,
  detectDialect: () => undefined,
  declare,
};
