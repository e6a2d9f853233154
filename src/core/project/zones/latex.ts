import { createZoneFinder, endOfParagraph, endOfText } from './zone.ts';

const math =
  '(?:display)?math|d?equation|alignat|x?x?alignat|(?:fl)?align|gather|multline|eqnarray|IEEEeqnarray|dmath|dgroup';

function environment(names: string, group: string, end: string): string {
  return `\\\\begin\\s*\\{(?<${group}>(?:${names})\\*?)\\}[^]*?(?:\\\\end\\s*\\{\\k<${group}>\\}|${end})`;
}

/** Finds formulas and hand-written reference lists in LaTeX. */
export const findLatexZones = createZoneFinder([
  { kind: 'prose', pattern: '\\\\[\\\\$]' },
  { kind: 'a reference list', pattern: environment('thebibliography', 'list', endOfText) },
  { kind: 'a formula', pattern: environment(math, 'math', endOfParagraph) },
  { kind: 'a formula', pattern: `\\\\\\([^]*?(?:\\\\\\)|${endOfParagraph})` },
  { kind: 'a formula', pattern: `\\\\\\[[^]*?(?:\\\\\\]|${endOfParagraph})` },
  { kind: 'a formula', pattern: `\\$\\$[^]*?(?:\\$\\$|${endOfParagraph})` },
  { kind: 'a formula', pattern: `\\$(?:\\\\[^]|[^$])*?(?:\\$|${endOfParagraph})` },
]);
