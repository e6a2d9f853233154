/**
 * Turns the markup that services put into titles and abstracts (HTML, JATS, MathML, entities, doubly escaped
 * entities) into CSL's four tags or plain text. Every step is linear in the text.
 */
import { decodeHTML } from 'entities';
import { dropUnseen } from './unseen.ts';

interface Element {
  readonly name: string;
  readonly children: Node[];
}
type Node = Element | string;

/** CSL's tags by the tags that mean the same. */
const cslTags: Readonly<Record<string, 'i' | 'b' | 'sub' | 'sup'>> = {
  i: 'i', em: 'i', italic: 'i', b: 'b', bold: 'b', strong: 'b', sub: 'sub', inf: 'sub', sup: 'sup',
}; // prettier-ignore

/** Tags that are markup wherever they stand; anything else in angle brackets is text ("a<b and c>d"). */
const strippedTags = new Set(
  (
    'abstract a article-title ack alt-title alternatives annotation annotation-xml blockquote body br caption center cite code ' +
    'def-list div dl dt dd disp-formula disp-quote email ext-link fig font formula graphic h1 h2 h3 h4 h5 h6 hr html img ' +
    'inline-formula inline-graphic label li list list-item monospace named-content ol overline p pre ref roman ' +
    'sans-serif sc scp script sec section small span strike styled-content style table tbody td tex-math tfoot th thead ' +
    'title tr tt u ul underline uri xref math maction maligngroup menclose merror mfenced mfrac mi ' +
    'mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup ' +
    'mtable mtd mtext mtr munder munderover none semantics'
  ).split(' '),
);

/** Elements whose content is not prose, or says again what stands beside it. */
const droppedTags = new Set([
  'script',
  'style',
  'annotation',
  'annotation-xml',
  'tex-math',
  'graphic',
  'inline-graphic',
  'img',
]);

/** Elements that stand on a line of their own. */
const blockTags = new Set([
  'p',
  'title',
  'sec',
  'section',
  'div',
  'br',
  'li',
  'list-item',
  'tr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'label',
]);

const voidTags = new Set(['br', 'hr', 'img', 'mspace', 'none', 'mprescripts', 'graphic', 'inline-graphic']);

/** Deeper nesting is hostile, not typography; its tags are ignored. */
const maxDepth = 64;

const escapedMarkup = /&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#[xX][\da-fA-F]{1,6});/;

/** Decodes entities until none of the escaping that services repeat is left. */
function decodeEntities(raw: string): string {
  let text = raw;
  for (let round = 0; round < 3 && text.includes('&'); round += 1) {
    const decoded = decodeHTML(text);
    if (round > 0 && !escapedMarkup.test(text)) break;
    if (decoded === text) break;
    text = decoded;
  }
  return dropUnseen(text.replaceAll('<![CDATA[', '').replaceAll(']]>', ''));
}

/** A tag from its name to its closing bracket; attributes must look like attributes, or it is text ("a<b and c>d"). */
const tagPattern =
  /^(\/?)(?:[A-Za-z]{1,10}:)?([A-Za-z][A-Za-z0-9-]{0,24})((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))*)\s*(\/?)>/;

/** Reads the tag whose `<` stands at `at`; undefined where that `<` is text. */
function readTag(
  text: string,
  at: number,
): { name: string; closing: boolean; empty: boolean; end: number } | undefined {
  const next = text.indexOf('<', at + 1);
  const match = tagPattern.exec(text.slice(at + 1, next === -1 ? undefined : next));
  const name = match?.[2]?.toLowerCase();
  if (match === null || name === undefined || !(name in cslTags || strippedTags.has(name))) return undefined;
  return {
    name,
    closing: match[1] === '/',
    empty: match[4] === '/' || voidTags.has(name),
    end: at + 1 + match[0].length,
  };
}

/** Where the comment or processing instruction at `at` ends; `at` where there is none. */
function skipNonElement(text: string, at: number): number {
  for (const [open, close] of [
    ['<!--', '-->'],
    ['<?xml', '?>'],
  ] as const) {
    if (!text.startsWith(open, at)) continue;
    const end = text.indexOf(close, at + open.length);
    return end === -1 ? text.length : end + close.length;
  }
  return at;
}

function parse(text: string): Element {
  const root: Element = { name: '', children: [] };
  const open: Element[] = [root];
  const innermost = (): Element => open[open.length - 1] ?? root;
  let at = 0;
  while (at < text.length) {
    const bracket = text.indexOf('<', at);
    const textEnd = bracket === -1 ? text.length : bracket;
    if (textEnd > at) innermost().children.push(text.slice(at, textEnd));
    if (bracket === -1) break;
    const skipped = skipNonElement(text, bracket);
    if (skipped > bracket) {
      at = skipped;
      continue;
    }
    const tag = readTag(text, bracket);
    if (tag === undefined) {
      innermost().children.push('<');
      at = bracket + 1;
      continue;
    }
    at = tag.end;
    if (tag.closing) {
      const opened = open.findLastIndex((element) => element.name === tag.name);
      if (opened > 0) open.length = opened;
    } else if (open.length < maxDepth) {
      const element: Element = { name: tag.name, children: [] };
      innermost().children.push(element);
      if (!tag.empty) open.push(element);
    }
  }
  return root;
}

/** How an element becomes text, given its rendered children. */
type Render = (name: string, children: readonly string[]) => string;

function render(node: Node, rule: Render): string {
  if (typeof node === 'string') return node;
  if (droppedTags.has(node.name)) return '';
  // White space between the parts of a formula is layout; between words it is text.
  const formula = node.name.startsWith('m') && node.name !== 'mtext' && node.name !== 'monospace';
  const children = formula
    ? node.children.filter((child) => typeof child !== 'string' || child.trim() !== '')
    : node.children;
  const rendered = children.map((child) => render(child, rule));
  return renderFormula(node.name, rendered, rule) ?? rule(node.name, rendered);
}

function group(part: string): string {
  return part.length > 1 && !/^\w+$/u.test(part) ? `(${part})` : part;
}

/** Presentation MathML in one line, scripts as `sub` and `sup`; undefined for everything else. */
function renderFormula(name: string, parts: readonly string[], rule: Render): string | undefined {
  const [first = '', second = '', third = ''] = parts;
  switch (name) {
    case 'math':
      return `\u0001${parts.join('').trim()}\u0002`;
    case 'msub':
    case 'munder':
      return first + rule('sub', [second]);
    case 'msup':
    case 'mover':
      return first + (/^[\u0300-\u036f\u00af~^¯˙¨→]$/u.test(second) ? accent(second) : rule('sup', [second]));
    case 'msubsup':
    case 'munderover':
      return first + rule('sub', [second]) + rule('sup', [third]);
    case 'mfrac':
      return `${group(first)}/${group(second)}`;
    case 'msqrt':
      return `√${group(parts.join(''))}`;
    case 'mroot':
      return `${rule('sup', [second])}√${group(first)}`;
    case 'mfenced':
      return `(${parts.join(',')})`;
    case 'mspace':
      return ' ';
    default:
      return undefined;
  }
}

const combining: Readonly<Record<string, string>> = {
  '~': '\u0303',
  '^': '\u0302',
  '¯': '\u0304',
  '˙': '\u0307',
  '¨': '\u0308',
  '→': '\u20d7',
};

function accent(mark: string): string {
  return combining[mark] ?? mark;
}

/** Sets formulas apart from the words that services glue to them, and drops the marks around them. */
function spaceFormulas(text: string): string {
  return text
    .replace(/([\p{L}\p{N}])\u0001(?=[\p{L}\p{N}])/gu, '$1 ')
    .replace(/([\p{L}\p{N}>])\u0002(?=\p{L})/gu, '$1 ')
    .replace(/[\u0001\u0002]/g, '');
}

/** White space around a line end becomes that line end; hard spaces before it stay. */
function toLineEnd(space: string): string {
  const end = space.indexOf('\n');
  return end === -1 ? space : `${space.slice(0, space.lastIndexOf('\u00a0', end) + 1)}\n`;
}

/** Collapses white space; that of pretty-printing (with a line end) goes from inside brackets and before stops. */
function tidySpace(text: string): string {
  return text
    .replace(/\s+/g, toLineEnd)
    .replace(/\n((?:<\/\w+>)*[.,;:!?)\]])/g, '$1')
    .replace(/([([](?:<\w+>)*)\n/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Text and dropped elements can join to what looks like a tag, `<<b></b>i>`: then no tag can be told from text. */
function keepBalanced(text: string): string {
  const open: string[] = [];
  for (const [, closing, name = ''] of text.matchAll(/<(\/?)(i|b|sub|sup)>/g)) {
    if (closing === '') open.push(name);
    else if (open.pop() !== name) open.push('', name);
  }
  return open.length === 0 ? text : text.replaceAll(/<(?=\/?(?:i|b|sub|sup)>)/g, '< ');
}

/** Returns a title as CSL wants it: only balanced `<i> <b> <sub> <sup>`, entities decoded, white space collapsed. */
export function toTitle(raw: string): string {
  const html = render(parse(decodeEntities(raw)), (name, children) => {
    const inner = children.join('');
    const tag = cslTags[name];
    if (tag === undefined) return blockTags.has(name) ? ` ${inner} ` : inner;
    return inner.trim() === '' ? inner : `<${tag}>${inner}</${tag}>`;
  });
  return keepBalanced(tidySpace(spaceFormulas(html)));
}

/** Returns text without any markup, on one line; for names, publishers and the like. */
export function toPlainText(raw: string): string {
  return tidySpace(spaceFormulas(renderPlain(raw, ' ')));
}

/** Returns an abstract as paragraphs of plain text with an empty line between; '' where nothing is left. */
export function toParagraphs(raw: string): string {
  const paragraphs = spaceFormulas(renderPlain(raw, '\n\n'))
    .split(/\n\s*\n/)
    .map(tidySpace)
    .filter((paragraph) => paragraph !== '');
  const heading =
    paragraphs.length > 1 &&
    /^(?:abstract|summary|zusammenfassung|résumé|resumen)[.:]?$/iu.test(paragraphs[0] ?? '');
  return (heading ? paragraphs.slice(1) : paragraphs).join('\n\n');
}

function renderPlain(raw: string, blockEnd: string): string {
  return render(parse(decodeEntities(raw)), (name, children) => {
    const inner = children.join('');
    return blockTags.has(name) ? `${blockEnd}${inner}${blockEnd}` : inner;
  });
}
