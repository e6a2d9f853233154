/**
 * Takes TeX of formulas from others: only what is known to print without packages, to be sound, and to be read by other
 * programs gets into an entry.
 */
import { mathSymbols } from '../../record/mathSymbols.ts';

/** Commands that take arguments in braces, by how many. */
const functions: ReadonlyMap<string, number> = new Map([
  ...'sqrt bar vec overline underline mathrm'.split(' ').map((name): [string, number] => [name, 1]),
  ['frac', 2],
]);

const symbols: ReadonlySet<string> = new Set([
  ...[...mathSymbols.values()].filter((name) => /^[A-Za-z]+$/.test(name)),
  ...'le ge ne to times pm div cdot ldots dots rightarrow leftarrow epsilon phi quad prime dagger'.split(' '),
  ...[',', ':', ';', '!', '|', '&', '#', '_', '%', ' '],
]); // prettier-ignore

// Not `\{`: BibTeX counts its brace.
const token = /\\(?:[A-Za-z]+|[^A-Za-z])|[A-Za-z0-9]|[-+=<>()[\],.;:!/|*'~ ]|[{}^_]/y;
const maxLength = 500;
/** TeX has 255 levels; more than a few are an attack. */
const maxDepth = 20;

/** Words within a formula, and sizes of brackets, which need no package if they are as they are by themselves. */
const words = /\\(?:text|textrm|mbox|hbox)\s*\{([A-Za-z ]*)\}/g;
const sizes = /\\(?:left|right)\s*(?=[()[\]|])/g;

function plainTeX(tex: string): string {
  return tex
    .replace(words, (_, text: string) => text.replace(/[A-Za-z]+/g, '\\mathrm{$&}').replace(/ +/g, '\\ '))
    .replace(sizes, '');
}

function tokensOf(tex: string): readonly string[] | undefined {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < tex.length) {
    const match = token.exec(tex);
    if (match === null) return undefined;
    if (match[0] !== ' ') tokens.push(match[0]);
  }
  return tokens;
}

/** Reads formulas token by token; every method returns undefined at the first thing that is not known to be sound. */
class FormulaReader {
  private at = 0;
  private depth = 0;
  private readonly tokens: readonly string[];

  constructor(tokens: readonly string[]) {
    this.tokens = tokens;
  }

  /** Reads up to the end, or to the brace that closes a group. */
  readAll(isGroup: boolean): string | undefined {
    let tex = '';
    /** Scripts that the last symbol has; a second one of a kind is an error to TeX. */
    let scripts: readonly string[] = [];
    for (;;) {
      const next = this.tokens[this.at];
      if (next === undefined || next === '}') {
        this.at += 1;
        return isGroup === (next === '}') ? tex : undefined;
      }
      const isScript = next === '^' || next === '_';
      if (scripts.includes(next === "'" ? '^' : next)) return undefined;
      if (isScript) this.at += 1;
      const part = isScript ? this.readArgument() : this.readSymbol();
      if (part === undefined) return undefined;
      if (isScript) scripts = [...scripts, next];
      else scripts = next === "'" ? ['^'] : [];
      tex += isScript ? `${next}${part}` : part;
    }
  }

  private readArgument(): string | undefined {
    const next = this.tokens[this.at] ?? '';
    if (next === '{') return this.readSymbol();
    return /^(?:[A-Za-z0-9+*'-]|\\[A-Za-z]+)$/.test(next) && !functions.has(next.slice(1))
      ? wrap(this.readSymbol())
      : undefined;
  }

  private readSymbol(): string | undefined {
    const next = this.tokens[this.at] ?? '';
    this.at += 1;
    if (next === '{') {
      this.depth += 1;
      const group = this.depth > maxDepth ? undefined : wrap(this.readAll(true));
      this.depth -= 1;
      return group;
    }
    if (!next.startsWith('\\')) return next;
    const name = next.slice(1);
    if (symbols.has(name)) return /[A-Za-z]$/.test(name) ? `${next} ` : next;
    const count = functions.get(name);
    if (count === undefined) return undefined;
    const args = Array.from({ length: count }, () =>
      this.tokens[this.at] === '{' ? this.readSymbol() : undefined,
    );
    return args.includes(undefined) ? undefined : `\\${name}${args.join('')}`;
  }
}

function wrap(tex: string | undefined): string | undefined {
  return tex === undefined ? undefined : `{${tex}}`;
}

/** Returns a formula (TeX without dollar signs) as an entry can hold it, in braces and dollar signs; undefined where any of it is not known to print. */
export function toMath(tex: string): string | undefined {
  const tokens = tex.length > maxLength ? undefined : tokensOf(plainTeX(tex));
  const math = tokens && new FormulaReader(tokens).readAll(false)?.replace(/(?<!\\) $/, '');
  return math === undefined || math === '' ? undefined : `{$${math}$}`;
}
