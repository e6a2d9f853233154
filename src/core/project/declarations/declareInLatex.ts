import { usesNatbib } from '../latexPackages.ts';
import { insertion, lineEndOf } from '../../span.ts';
import type { TextEdit } from '../../span.ts';
import type { Dialect } from './syntax.ts';

const addBibResource = /\\addbibresource\s*(?:\[[^[\]]*\]\s*)?\{[^{}]*\}/g;

/** The names of the first `\bibliography`, up to the last one. */
const bibliography = /\\bibliography\s*\{[^{}]*?(?=\s*\})/;

/** Plans the edit that declares `path` in a LaTeX text, `shown` without what LaTeX hides; `undefined` in a text that is no whole document. */
export function declareInLatex(
  text: string,
  shown: string,
  path: string,
  dialect: Dialect | undefined,
): TextEdit | undefined {
  if (/[\\{}%#~^&$]/.test(path)) return undefined;
  const lineEnd = lineEndOf(shown);
  const resource = `\\addbibresource{${path}}`;
  const last = [...shown.matchAll(addBibResource)].at(-1);
  if (last !== undefined) return insertion(last.index + last[0].length, lineEnd + resource);

  const begin = shown.search(/\\begin\s*\{document\}/);
  const list = bibliography.exec(shown);
  if (list === null && dialect === 'biblatex')
    return begin === -1 ? undefined : insertion(begin, resource + lineEnd);

  // BibTeX splits names at commas and cannot read blanks.
  if (/[\s,]/.test(path)) return undefined;
  const name = path.replace(/\.bib$/i, '');
  if (list !== null) return insertion(list.index + list[0].length, list[0].endsWith('{') ? name : `,${name}`);
  // Nothing is shown from the document's end on.
  const shownEnd = shown.trimEnd().length;
  const end = text.slice(shownEnd).search(/\\end\s*\{document\}/);
  if (begin === -1 || end === -1) return undefined;
  const style = usesNatbib(shown) ? 'plainnat' : 'plain';
  const styled = /\\bibliographystyle(?![A-Za-z])/.test(shown);
  return insertion(
    shownEnd + end,
    `${styled ? '' : `\\bibliographystyle{${style}}${lineEnd}`}\\bibliography{${name}}${lineEnd}`,
  );
}
