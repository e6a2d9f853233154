/** Reads the TeX of a formula into the MathML that says the same, as far as text on one line can show it. */
import { mathSymbols } from './mathSymbols.ts';
import type { MarkupElement, MarkupNode } from './markupTree.ts';

/** Commands of characters that are no symbols of mathematics alone, or have two names. */
const moreSymbols = readNames('to → rightarrow → leftarrow ← gets ← le ≤ ge ≥ ne ≠ times × pm ± div ÷ ldots … dots … prime ′ dagger † epsilon ε phi φ Delta Δ langle ⟨ rangle ⟩ lbrace { rbrace } lbrack [ rbrack ] vert | Vert ‖ degree ° colon :'); // prettier-ignore

function readNames(pairs: string): ReadonlyMap<string, string> {
  const words = pairs.split(' ');
  return new Map(words.flatMap((name, place) => (place % 2 === 0 ? [[name, words[place + 1] ?? '']] : [])));
}

const symbols: ReadonlyMap<string, string> = new Map([
  // Of look-alikes that share a command, the first one is what the command means.
  ...Array.from(mathSymbols, ([symbol, name]) => [name, symbol] as const).reverse(),
  ...moreSymbols,
]);

/** Signs above or below a letter, as MathML has them. */
const accents: ReadonlyMap<string, string> = readNames('bar ¯ overline ¯ hat ^ widehat ^ tilde ~ widetilde ~ vec → dot ˙ ddot ¨'); // prettier-ignore

/** Words that stand upright in formulas. */
export const functionNames: ReadonlySet<string> = new Set('log ln exp sin cos tan cot sinh cosh tanh max min sup inf lim det dim ker arg gcd Pr deg'.split(' ')); // prettier-ignore
const fences = new Set('left right big Big bigl bigr bigg Bigg limits nolimits'.split(' '));
const textCommands = new Set('text textrm textit textbf mbox hbox'.split(' '));

const tokens = /\\([A-Za-z]+)\*?\s*|\\([^A-Za-z]|$)|[{}^_$~]|\s+|[^\\{}^_$~\s]/gu;

const maxDepth = 20;

function element(name: string, ...children: MarkupNode[]): MarkupElement {
  return { name, attributes: '', children };
}

/** Returns a formula without dollar signs around it, and without the document that Springer puts around those. */
export function bareTeX(tex: string): string {
  const begin = tex.indexOf('\\begin{document}');
  const end = tex.lastIndexOf('\\end{document}');
  const body = begin === -1 || end < begin ? tex : tex.slice(begin + '\\begin{document}'.length, end);
  return body
    .trim()
    .replace(/^(?:\${1,2}|\\[([])/, '')
    .replace(/(?:\${1,2}|\\[)\]])$/, '')
    .trim();
}

/** Returns the tree of a formula; commands that it does not know leave what they apply to. */
export function parseTeX(tex: string): MarkupElement {
  const found = [...bareTeX(tex).matchAll(tokens)];
  let at = 0;

  const readGroup = (depth: number, isText: boolean): MarkupElement => {
    const row = element('mrow');
    while (at < found.length) {
      const node = readNode(depth, isText);
      if (node === undefined) break;
      if (node !== '') row.children.push(node);
    }
    return row;
  };

  /** Returns the next thing; undefined at the brace that closes a group. */
  const readNode = (depth: number, isText = false): MarkupNode | undefined => {
    const [token, word, sign] = found[at] ?? [''];
    at += 1;
    if (token === '}') return undefined;
    if (token === '{') return depth > maxDepth ? '' : readGroup(depth + 1, isText);
    if (token === '^' || token === '_') {
      return depth > maxDepth
        ? ''
        : element(token === '^' ? 'msup' : 'msub', element('mrow'), readArgument(depth));
    }
    if (token === '~' || (isText && token.trim() === '')) return element('mspace');
    if (token === '$' || token.trim() === '') return '';
    if (word !== undefined) return readCommand(word, depth);
    if (sign !== undefined) return /[\s\\,;:]/.test(sign) ? element('mspace') : sign === '!' ? '' : sign;
    return token;
  };

  const readArgument = (depth: number, isText = false): MarkupNode => {
    while (found[at]?.[0].trim() === '' && at < found.length) at += 1;
    const node = found[at]?.[0] === '}' ? '' : readNode(depth + 1, isText);
    return node === undefined || node === '' ? element('mrow') : node;
  };

  const readCommand = (word: string, depth: number): MarkupNode => {
    const accent = accents.get(word);
    if (depth > maxDepth) return '';
    if (accent !== undefined) return element('mover', readArgument(depth), accent);
    if (word === 'frac' || word === 'dfrac' || word === 'tfrac')
      return element('mfrac', readArgument(depth), readArgument(depth));
    if (word === 'sqrt') return element('msqrt', readArgument(depth));
    if (word === 'mathbb') return { ...element('mi', readArgument(depth)), attributes: ' mathvariant="double-struck"' }; // prettier-ignore
    if (textCommands.has(word)) return readArgument(depth, true);
    if (functionNames.has(word)) return element('mi', word);
    if (word === 'quad' || word === 'qquad') return element('mspace');
    return fences.has(word) ? '' : (symbols.get(word) ?? '');
  };

  const rows: MarkupElement[] = [];
  while (at < found.length) rows.push(readGroup(0, false));
  return element('mrow', ...rows);
}
