/** Writes formulas (MathML, or TeX where nothing else is given) as text on one line. */
import { bareTeX, functionNames } from './texTree.ts';
import { attributeOf, type MarkupElement, type MarkupNode } from './markupTree.ts';

/** How an element becomes text, given its rendered children. */
export type Render = (name: string, children: readonly string[]) => string;

/** A letter or number with its scripts needs no brackets. */
const oneTerm = /^[\p{L}\p{N}\p{M}.]*(?:<(su[bp])>[^<]*<\/\1>)*$/u;

function group(part: string): string {
  return Array.from(part).length > 1 && !oneTerm.test(part) ? `(${part})` : part;
}

/** Combining characters by the signs that MathML has above its bases. */
const combining: ReadonlyMap<string, string> = new Map(
  (
    [
      ['\u0304', '¯‾_―—\u0305\u0304'],
      ['\u0302', '^ˆ\u0302'],
      ['\u0303', '~˜∼\u0303'],
      ['\u0307', '˙.\u0307'],
      ['\u0308', '¨\u0308'],
      ['\u030c', 'ˇ\u030c'],
      ['\u20d7', '→⃗⇀'],
    ] as const
  ).flatMap(([mark, signs]) => Array.from(signs, (sign) => [sign, mark] as const)),
);
const letters = /^[\p{L}\p{N}]\p{M}*(?:[\p{L}\p{N}]\p{M}*)?$/u;

function setAbove(base: string, sign: string, rule: Render): string {
  const mark = sign === '..' ? '\u0308' : (combining.get(sign) ?? (/^\p{M}$/u.test(sign) ? sign : undefined));
  if (mark === undefined || !letters.test(base)) return base + rule('sup', [sign]);
  return base.replace(/[\p{L}\p{N}]\p{M}*/gu, `$&${mark}`).normalize('NFC');
}

function setBelow(base: string, sign: string, rule: Render): string {
  return /^[_\u0332\u0331¯‾]$/u.test(sign) && letters.test(base)
    ? base.replace(/[\p{L}\p{N}]\p{M}*/gu, '$&\u0331').normalize('NFC')
    : base + rule('sub', [sign]);
}

/** Scripts behind the base in pairs, then, behind `mprescripts`, those before it. */
function setScripts({ children }: MarkupElement, parts: readonly string[], rule: Render): string {
  const border = children.findIndex((child) => typeof child !== 'string' && child.name === 'mprescripts');
  const end = border === -1 ? parts.length : border;
  const scripts = (from: number, to: number): string =>
    parts
      .slice(from, to)
      .map((part, place) => (part === '' ? '' : rule(place % 2 === 0 ? 'sub' : 'sup', [part])))
      .join('');
  return scripts(end + 1, parts.length) + (parts[0] ?? '') + scripts(1, end);
}

function setFenced(element: MarkupElement, parts: readonly string[]): string {
  const [open, close, separators] = ['open', 'close', 'separators'].map((name) => attributeOf(element, name)?.trim()); // prettier-ignore
  const between = Array.from((separators ?? ',').replace(/\s/g, ''));
  const joined = parts.map((part, place) => part + (place === parts.length - 1 ? '' : (between[place] ?? between.at(-1) ?? ''))); // prettier-ignore
  return `${open ?? '('}${joined.join('')}${close ?? ')'}`;
}

/** The letters of sets, ℂ to ℤ; the others stand together. */
function doubleStruck(letter: string): string {
  const known = Array.from('ℂℍℕℙℚℝℤ').find((candidate) => candidate.normalize('NFKD') === letter);
  const place = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'.indexOf(letter);
  if (known !== undefined || place === -1 || letter === '') return known ?? letter;
  return String.fromCodePoint(0x1d538 + place);
}

function setIdentifier(element: MarkupElement, text: string, rule: Render): string {
  const variant = attributeOf(element, 'mathvariant');
  if (variant === 'double-struck') return doubleStruck(text);
  if (variant?.startsWith('bold') === true && text !== '') return rule('b', [text]);
  // A function's name stands apart from letters beside it.
  return functionNames.has(text) ? `\u0003${text}\u0003` : text;
}

/**
 * Returns presentation MathML in one line, scripts as `sub` and `sup`; undefined for everything else. U+0003 stands where
 * a blank has to be between letters.
 */
export function renderFormula(
  element: MarkupElement,
  parts: readonly string[],
  rule: Render,
): string | undefined {
  const [first = '', second = '', third = ''] = parts;
  switch (element.name) {
    case 'msub':
      return first + rule('sub', [second]);
    case 'munder':
      return setBelow(first, second, rule);
    case 'msup':
      if (/^[′″‴⁗]$/.test(second)) return first + second;
      return /^[¯~^˙¨→\p{M}]$/u.test(second) ? setAbove(first, second, rule) : first + rule('sup', [second]);
    case 'mover':
      return setAbove(first, second, rule);
    case 'msubsup':
    case 'munderover':
      return first + rule('sub', [second]) + rule('sup', [third]);
    case 'mmultiscripts':
      return setScripts(element, parts, rule);
    case 'mfrac':
      return `${group(first)}/${group(second)}`;
    case 'msqrt':
      return `√${group(parts.join(''))}`;
    case 'mroot':
      return `${rule('sup', [second])}√${group(first)}`;
    case 'mfenced':
      return setFenced(element, parts);
    case 'mi':
      return setIdentifier(element, parts.join(''), rule);
    case 'mtr':
      return parts.join(' ');
    case 'mtable':
      return parts.join('; ');
    case 'mspace':
      return /^(?:-|0(?:\.0*)?(?!\.?\d))/.test(attributeOf(element, 'width') ?? '') ? '' : ' ';
    default:
      return undefined;
  }
}

/** Returns the TeX that a formula brings, without dollar signs: MathML's `alttext`, JATS's `tex-math`, an annotation; undefined where it has none. */
export function texOf(node: MarkupNode): string | undefined {
  if (typeof node === 'string') return undefined;
  const isTeX = node.name.startsWith('tex') || (node.name === 'annotation' && /tex/i.test(attributeOf(node, 'encoding') ?? '')); // prettier-ignore
  const own = isTeX ? textOf(node) : node.name === 'math' ? attributeOf(node, 'alttext') : undefined;
  if (own !== undefined && own.trim() !== '') return bareTeX(own);
  for (const child of node.children) {
    const tex = texOf(child);
    if (tex !== undefined) return tex;
  }
  return undefined;
}

function textOf(node: MarkupNode): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}
