/** Prints bibliographies as their writers do: the bibliography program, the TeX engine, and what a reader can read. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTemporaryFolder } from '../support/atExit.ts';
import { missingPrograms } from '../support/programs.ts';

export interface Typesetter {
  readonly name: string;
  readonly programs: readonly string[];
  /** Files of fonts that TeX's own distribution lacks. */
  readonly fonts?: readonly string[];
  readonly preamble: string;
  readonly bibliography: string;
  /** Commands in order, `main` being the document. */
  readonly commands: readonly (readonly [program: string, ...args: string[]])[];
}

const engineOptions = ['-interaction=nonstopmode', '-halt-on-error', 'main'] as const;
const withoutHyphens = '\\raggedright\\hyphenpenalty=10000\\exhyphenpenalty=10000\\tolerance=9999';

/** BibTeX with pdfTeX, for Latin script. */
export const pdfTeX: Typesetter = {
  name: 'bibtex and pdflatex',
  programs: ['bibtex', 'pdflatex', 'pdftotext'],
  preamble: String.raw`\documentclass{article}\usepackage[T1]{fontenc}\usepackage{lmodern}
\input{glyphtounicode}\pdfgentounicode=1 \usepackage{natbib}\usepackage{url}`,
  bibliography: String.raw`\nocite{*}\bibliographystyle{plainnat}\bibliography{refs}`,
  commands: [
    ['pdflatex', ...engineOptions],
    ['bibtex', 'main'],
    ['pdflatex', ...engineOptions],
    ['pdflatex', ...engineOptions],
  ],
};

/** biber with LuaTeX, for Latin script. */
export const luaTeX: Typesetter = {
  name: 'biber and lualatex',
  programs: ['biber', 'lualatex', 'pdftotext'],
  preamble: String.raw`\documentclass{article}\usepackage{fontspec}\usepackage[style=authoryear,maxnames=999,dashed=false]{biblatex}
\tracinglostchars=2 \addbibresource{refs.bib}`,
  bibliography: String.raw`\nocite{*}\printbibliography`,
  commands: [
    ['lualatex', ...engineOptions],
    ['biber', 'main'],
    ['lualatex', ...engineOptions],
    ['lualatex', ...engineOptions],
  ],
};

/**
 * biber with LuaTeX and fonts for all scripts: luatexja's for Japanese, DejaVu for Greek, Cyrillic and Arabic, Baekmuk
 * Batang for Hangul. babel sets Arabic from right to left, in lines so long that none ends within a title: pdftotext
 * reads a line that is mostly Arabic from its right end.
 */
export const luaTeXAllScripts: Typesetter = {
  ...luaTeX,
  fonts: ['DejaVuSerif.ttf', 'DejaVuSans.ttf', 'batang.ttf'],
  preamble: luaTeX.preamble.replace(
    '\\usepackage{fontspec}',
    String.raw`\usepackage{luatexja-fontspec}\usepackage[english,bidi=basic]{babel}
\directlua{luaotfload.add_fallback("scripts", {"file:DejaVuSans.ttf:mode=node;script=arab;", "file:batang.ttf:mode=node;"})}
\setmainfont{DejaVuSerif}[Extension=.ttf,BoldFont=*-Bold,ItalicFont=*,BoldItalicFont=*-Bold,RawFeature={fallback=scripts}]
\ltjsetparameter{jacharrange={-2,-7}} % Greek, Cyrillic and Hangul are not for the Japanese font.
\textwidth=4800pt \pagewidth=5000pt`,
  ),
};

/** upBibTeX with upTeX, for Japanese. */
export const upTeX: Typesetter = {
  name: 'upbibtex and uplatex',
  programs: ['upbibtex', 'uplatex', 'dvipdfmx', 'pdftotext'],
  preamble: String.raw`\documentclass[uplatex]{ujarticle}\usepackage[T1]{fontenc}\usepackage{lmodern}\usepackage{url}`,
  bibliography: String.raw`\nocite{*}\bibliographystyle{jplain}\bibliography{refs}`,
  commands: [
    ['uplatex', ...engineOptions],
    ['upbibtex', 'main'],
    ['uplatex', ...engineOptions],
    ['uplatex', ...engineOptions],
    ['dvipdfmx', '-q', 'main'],
  ],
};

/** Returns the programs and fonts of a typesetter that are not installed. */
export function missingFor({ programs, fonts = [] }: Typesetter): readonly string[] {
  const missingFonts = fonts.filter((font) => spawnSync('kpsewhich', [font]).status !== 0);
  return [...missingPrograms(programs), ...missingFonts];
}

export interface Printed {
  /** Errors of the engine and warnings of the bibliography program. */
  readonly complaints: readonly string[];
  /** What stands on the pages, made comparable by `comparable`. */
  readonly text: string;
}

/** Makes printed and written text comparable: no blanks, line ends or letter case, one kind of quote and hyphen. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‘’′`]/g, "'")
    .replace(/[“”″]|''/g, '"')
    .replace(/[\u2010-\u2012\u2212\u00ad]/g, '-')
    .replace(/\s/g, '')
    .toLowerCase();
}

function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** Prints a bibliography of all entries of `bib`. */
export function printBibliography(bib: string, { preamble, bibliography, commands }: Typesetter): Printed {
  const folder = createTemporaryFolder('typeset');
  writeFileSync(join(folder, 'refs.bib'), bib);
  writeFileSync(
    join(folder, 'main.tex'),
    `${preamble}\n\\begin{document}\\pagestyle{empty}${withoutHyphens}\n${bibliography}\n\\end{document}\n`,
  );
  const complaints: string[] = [];
  for (const [program, ...args] of commands) {
    const { status, stdout } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) complaints.push(`${program} ended with ${String(status)}: ${stdout.slice(-2000)}`);
  }
  complaints.push(
    ...(readIfThere(join(folder, 'main.blg')).match(
      /^(?:Warning--.*|.*\b(?:WARN|ERROR) - .*|.*error message.*)$/gm,
    ) ?? []),
    ...(readIfThere(join(folder, 'main.log')).match(
      /^(?:!.*|Missing character.*|.*No driver for '(?!audio|image|video).*)$/gm,
    ) ?? []),
  );
  spawnSync('pdftotext', ['-enc', 'UTF-8', 'main.pdf', 'main.txt'], { cwd: folder });
  return { complaints, text: comparable(readIfThere(join(folder, 'main.txt'))) };
}
