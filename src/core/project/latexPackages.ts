/** Packages that decide how a LaTeX document cites and lists, as its shown text loads them. */

const options = '(?:\\[[^\\[\\]]*\\]\\s*)?';

function load(names: string): string {
  return `\\\\(?:usepackage|RequirePackage)\\s*${options}\\{[^{}]*(?<![\\w-])(?:${names})(?![\\w-])`;
}

const biblatex = new RegExp(
  [
    load('biblatex(?:-[a-z]+)?|kaobiblio'),
    // A class's option, or a class known to load it.
    '\\\\documentclass\\s*\\[[^\\[\\]]*(?<![\\w-])biblatex(?![\\w-])',
    `\\\\documentclass\\s*${options}\\{(?:yathesis|novathesis|hgbthesis)\\}`,
    // Commands that only it has.
    '\\\\(?:addbibresource|addglobalbib|addsectionbib|printbibliography)(?![A-Za-z])',
  ].join('|'),
);

const natbib = new RegExp(load('natbib'));

/** Tells whether a shown LaTeX text loads or uses BibLaTeX. */
export function usesBiblatex(shown: string): boolean {
  return biblatex.test(shown);
}

/** Tells whether a shown LaTeX text loads natbib. */
export function usesNatbib(shown: string): boolean {
  return natbib.test(shown);
}

/** The command that the packages which a shown LaTeX text loads are made for; `undefined` if it loads none. */
export function latexCommandFor(shown: string): string | undefined {
  if (usesBiblatex(shown)) return '\\autocite';
  return usesNatbib(shown) ? '\\citep' : undefined;
}
