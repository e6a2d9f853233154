import { createZoneFinder, endOfParagraph, endOfText } from './zone.ts';

/** Environments whose content LaTeX does not read as LaTeX. */
const verbatim =
  '[BL]?[Vv]erbatim|SaveVerbatim|VerbatimOut|filecontents|lstlisting|minted|tcblisting|luacode|pycode|pyblock|sagesilent|macrocode|asy';

const math =
  '(?:display)?math|d?equation|alignat|x?x?alignat|(?:fl)?align|gather|multline|eqnarray|IEEEeqnarray|dmath|dgroup';

function environment(names: string, group: string, end: string): string {
  return `\\\\begin\\s*\\{(?<${group}>(?:${names})\\*?)\\}[^]*?(?:\\\\end\\s*\\{\\k<${group}>\\}|${end})`;
}

/** Finds comments, verbatim text, formulas and hand-written reference lists in LaTeX. */
export const findLatexZones = createZoneFinder([
  { kind: 'prose', pattern: '\\\\[\\\\%$&#_{}~^]' },
  { kind: 'a comment', pattern: '%[^\\n]*', toLineEnd: true },
  { kind: 'a comment', pattern: `\\\\iffalse(?![A-Za-z])[^]*?(?:\\\\fi(?![A-Za-z])|${endOfText})` },
  { kind: 'a comment', pattern: environment('comment', 'silent', endOfText) },
  { kind: 'code', pattern: environment(verbatim, 'verbatim', endOfText) },
  { kind: 'code', pattern: '\\\\[Vv]erb\\*?(?<bar>[^\\sA-Za-z*])[^\\n]*?\\k<bar>' },
  {
    kind: 'code',
    pattern:
      '\\\\(?:lstinline|mintinline)(?:\\[[^\\[\\]\\n]*\\])?(?:\\{[^{}\\n]*\\}){0,2}(?:(?<quote>[|!+/"\'])[^\\n]*?\\k<quote>)?',
  },
  { kind: 'a reference list', pattern: environment('thebibliography', 'list', endOfText) },
  { kind: 'a formula', pattern: environment(math, 'math', endOfParagraph) },
  { kind: 'a formula', pattern: `\\\\\\([^]*?(?:\\\\\\)|${endOfParagraph})` },
  { kind: 'a formula', pattern: `\\\\\\[[^]*?(?:\\\\\\]|${endOfParagraph})` },
  { kind: 'a formula', pattern: `\\$\\$[^]*?(?:\\$\\$|${endOfParagraph})` },
  { kind: 'a formula', pattern: `\\$(?:\\\\[^]|[^$])*?(?:\\$|${endOfParagraph})` },
]);
