import { createZoneFinder, endOfParagraph, endOfText } from './zone.ts';

const math =
  '(?:display)?math|d?equation|alignat|x?x?alignat|(?:fl)?align|gather|multline|eqnarray|IEEEeqnarray|dmath|dgroup';

function environment(names: string, group: string, end: string): string {
  return `\\\\begin\\s*\\{(?<${group}>(?:${names})\\*?)\\}[^]*?(?:\\\\end\\s*\\{\\k<${group}>\\}|${end})`;
}

/** Finds formulas and hand-written reference lists in LaTeX. */
export const findLatexZones = createZoneFinder([
  { kind: 'prose', pattern: '\\\\[\\\\$]' },
  { kind: 'referenceList', pattern: environment('thebibliography', 'list', endOfText) },
  { kind: 'formula', pattern: environment(math, 'math', endOfParagraph) },
  { kind: 'formula', pattern: `\\\\\\([^]*?(?:\\\\\\)|${endOfParagraph})` },
  { kind: 'formula', pattern: `\\\\\\[[^]*?(?:\\\\\\]|${endOfParagraph})` },
  { kind: 'formula', pattern: `\\$\\$[^]*?(?:\\$\\$|${endOfParagraph})` },
  { kind: 'formula', pattern: `\\$(?:\\\\[^]|[^$])*?(?:\\$|${endOfParagraph})` },
]);
