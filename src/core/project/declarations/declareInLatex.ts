import { insertion, lineEndOf } from '../span.ts';
import type { TextEdit } from '../span.ts';
import type { Dialect } from './syntax.ts';

const addBibResource = /\\addbibresource\s*(?:\[[^[\]]*\]\s*)?\{[^{}]*\}/g;

/** The names of the first `\bibliography`, up to the last one. */
const bibliography = /\\bibliography\s*\{[^{}]*?(?=\s*\})/;

/** Plans the edit that declares `path` in a LaTeX text whose comments and verbatim stretches are blanks; `undefined` in a text that is no whole document. */
export function declareInLatex(
  readable: string,
  path: string,
  dialect: Dialect | undefined,
): TextEdit | undefined {
  if (/[\\{}%#~^&$]/.test(path)) return undefined;
  const lineEnd = lineEndOf(readable);
  const resource = `\\addbibresource{${path}}`;
  const last = [...readable.matchAll(addBibResource)].at(-1);
  if (last !== undefined) return insertion(last.index + last[0].length, lineEnd + resource);

  const begin = readable.search(/\\begin\s*\{document\}/);
  const list = bibliography.exec(readable);
  if (list === null && dialect === 'biblatex')
    return begin === -1 ? undefined : insertion(begin, resource + lineEnd);

  // BibTeX splits names at commas and cannot read blanks.
  if (/[\s,]/.test(path)) return undefined;
  const name = path.replace(/\.bib$/i, '');
  if (list !== null) return insertion(list.index + list[0].length, list[0].endsWith('{') ? name : `,${name}`);
  const end = readable.search(/\\end\s*\{document\}/);
  if (begin === -1 || end === -1) return undefined;
  const style = /\{[^{}]*(?<![\w-])natbib(?![\w-])/.test(readable) ? 'plainnat' : 'plain';
  const styled = /\\bibliographystyle(?![A-Za-z])/.test(readable);
  return insertion(
    end,
    `${styled ? '' : `\\bibliographystyle{${style}}${lineEnd}`}\\bibliography{${name}}${lineEnd}`,
  );
}
