/** Bibliographies in Org: `#+bibliography:`, and LaTeX's and org-ref's own commands. */
import { insertion, lineEndOf } from '../../span.ts';
import type { TextEdit } from '../../span.ts';
import { shownText } from '../zones/shownText.ts';
import { latexDeclarations } from './latex.ts';
import type { DeclarationSyntax, DeclaredPath, Dialect } from './syntax.ts';

const keyword = /^[ \t]*#\+bibliography:[ \t]*([^\r\n]*)/gim;
const orgRef = /(?<![\w#+\\])(?:(?:no)?bibliography|addbibresource):([^\s\]]+)/g;

function readKeyword(match: RegExpExecArray): readonly DeclaredPath[] {
  const path = (match[1] ?? '').trim();
  const start = match.index + match[0].length - (match[1] ?? '').length;
  // BibTeX's style may stand behind the name: `#+bibliography: refs plain`.
  const [name = ''] = /^"[^"]*"|^\S+/.exec(path) ?? [];
  const bare = name.replaceAll('"', '');
  return bare === ''
    ? []
    : [{ path: /\.[a-z]+$/i.test(bare) ? bare : `${bare}.bib`, start, end: start + name.length }];
}

function readLink(match: RegExpExecArray): readonly DeclaredPath[] {
  let start = match.index + match[0].length - (match[1] ?? '').length;
  return (match[1] ?? '').split(',').map((path) => {
    const place = { path: path.endsWith('.bib') ? path : `${path}.bib`, start, end: start + path.length };
    start += path.length + 1;
    return place;
  });
}

function findDeclared(text: string): readonly DeclaredPath[] {
  const shown = shownText(text, 'org');
  return [
    ...[...shown.matchAll(keyword)].flatMap(readKeyword),
    ...[...shown.matchAll(orgRef)].flatMap(readLink),
    ...latexDeclarations.findDeclared(shown),
  ];
}

function detectDialect(text: string): Dialect | undefined {
  const exporter = /^[ \t]*#\+cite_export:[ \t]*(\w+)/im.exec(text)?.[1];
  if (exporter === 'biblatex') return 'biblatex';
  return exporter === 'natbib' || exporter === 'bibtex' ? 'bibtex' : latexDeclarations.detectDialect(text);
}

function declare(text: string, path: string): TextEdit {
  const lineEnd = lineEndOf(text);
  const last = [...text.matchAll(keyword)].at(-1);
  // Beside the other ones, else behind the keywords at the start.
  const head = last === undefined ? /^(?:[ \t]*#\+[^\n]*(?:\n|$))*/.exec(text)?.[0] : undefined;
  const at = last === undefined ? (head ?? '').length : last.index + last[0].length;
  const [before, behind] =
    last === undefined && (at === 0 || head?.endsWith('\n')) ? ['', lineEnd] : [lineEnd, ''];
  return insertion(at, `${before}#+bibliography: ${path}${behind}`);
}

/** Bibliographies of Org documents. */
export const orgDeclarations: DeclarationSyntax = {
  extensions: ['.org'],
  projectFiles: [],
  findDeclared,
  findIncluded: (text) =>
    [...text.matchAll(/^[ \t]*#\+(?:include|setupfile):[ \t]*"?([^"\s]+)/gim)].map(([, path = '']) => path),
  isPart: (text) => findDeclared(text).length === 0 && !/^[ \t]*#\+title:/im.test(text),
  detectDialect,
  declare,
};
