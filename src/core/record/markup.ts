/** Writes the markup that services put into titles and abstracts as CSL's four tags or plain text, in linear time. */
import type { Formula } from './formulas.ts';
import { renderFormula, texOf, type Render } from './formulaText.ts';
import { cslTags, parseMarkup, type MarkupNode } from './markupTree.ts';
import { parseTeX } from './texTree.ts';

/** Elements whose content is not prose, or says again what stands beside it. */
const droppedTags = new Set(
  'script style annotation annotation-xml tex tex-math mphantom fn graphic inline-graphic img'.split(' '),
);

/** Elements that stand on a line of their own. */
const blockTags = new Set(
  'p title sec section div br break li list-item tr h1 h2 h3 h4 h5 h6 label'.split(' '),
);

/** Elements that hold one formula, some of them within each other. */
const formulaTags = new Set(['inline-formula', 'disp-formula', 'alternatives', 'tex', 'tex-math', 'math']);

/** Stand around a formula, and where names of functions need a blank to letters; no text has them. */
const start = '\u0001';
const end = '\u0002';

/** Renders a tree; the TeX that its formulas bring is added to `tex` in their order, '' for one without. */
function render(node: MarkupNode, rule: Render, tex?: string[]): string {
  if (typeof node === 'string') return node;
  if (tex !== undefined && formulaTags.has(node.name)) {
    const own = texOf(node);
    if (own !== undefined || node.name === 'math') return renderWhole(node, own, rule, tex);
  }
  if (droppedTags.has(node.name)) return '';
  // White space between the parts of a formula is layout, unless it is wider; between words it is text.
  const formula = node.name.startsWith('m') && node.name !== 'mtext' && node.name !== 'monospace';
  const children = formula
    ? node.children.filter((child) => typeof child !== 'string' || /[^ \t\r\n]/.test(child))
    : node.children;
  const rendered = children.map((child) => render(child, rule, tex));
  return renderFormula({ ...node, children }, rendered, rule) ?? rule(node.name, rendered);
}

/** A formula between its marks: as its elements say, or where they say nothing, as its TeX does. */
function renderWhole(node: MarkupNode, own: string | undefined, rule: Render, tex: string[]): string {
  const elements = render(node, rule).trim();
  const text = elements === '' && own !== undefined ? render(parseTeX(own), rule).trim() : elements;
  if (text === '') return '';
  tex.push(own ?? '');
  return start + text + end;
}

/** Sets formulas apart from the words that services glue to them. */
function spaceFormulas(text: string): string {
  return text
    .replace(/(?<=\p{L})\u0003+(?=\p{L})/gu, ' ')
    .replace(/\u0003/g, '')
    .replace(/(?<=[\p{L}\p{N}])\u0001(?=[\p{L}\p{N}√∑∏∫]|<su[bp]>[^<]*<\/su[bp]>\p{L})/gu, ` ${start}`)
    .replace(/(?<=[\p{L}\p{N}>])\u0002(?=\p{L})/gu, `${end} `);
}

function dropMarks(text: string): string {
  return text.replace(/[\u0001\u0002]/g, '');
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

export interface Title {
  readonly title: string;
  /** The formulas that bring their TeX, in their order. */
  readonly formulas: readonly Formula[];
}

/** Returns a title as CSL wants it: only balanced `<i> <b> <sub> <sup>`, entities decoded, white space collapsed. */
export function readTitle(raw: string): Title {
  const tex: string[] = [];
  const rule: Render = (name, children) => {
    const inner = children.join('');
    const tag = cslTags[name];
    if (tag === undefined) return blockTags.has(name) ? ` ${inner} ` : inner;
    return inner.trim() === '' ? inner : `<${tag}>${inner}</${tag}>`;
  };
  const marked = keepBalanced(tidySpace(spaceFormulas(render(parseMarkup(raw), rule, tex))));
  let title = '';
  const formulas = marked.split(start).flatMap((part, place): Formula[] => {
    const [text = '', rest = ''] = place === 0 ? ['', part] : part.split(end);
    const formula = { at: title.length, text, tex: tex[place - 1] ?? '' };
    title += text + rest;
    return formula.tex === '' ? [] : [formula];
  });
  return { title, formulas };
}

/** Returns a title as `readTitle` does, without its formulas. */
export function toTitle(raw: string): string {
  return readTitle(raw).title;
}

/** Returns text without any markup, on one line; for names, publishers and the like. */
export function toPlainText(raw: string): string {
  return tidySpace(renderPlain(raw, ' '));
}

/** Returns an abstract as paragraphs of plain text with an empty line between; '' where nothing is left. */
export function toParagraphs(raw: string): string {
  const paragraphs = renderPlain(raw, '\n\n')
    .split(/\n\s*\n/)
    .map(tidySpace)
    .filter((paragraph) => paragraph !== '');
  const heading =
    paragraphs.length > 1 &&
    /^(?:abstract|summary|zusammenfassung|résumé|resumen)[.:]?$/iu.test(paragraphs[0] ?? '');
  return (heading ? paragraphs.slice(1) : paragraphs).join('\n\n');
}

function renderPlain(raw: string, blockEnd: string): string {
  const rule: Render = (name, children) => {
    const inner = children.join('');
    return blockTags.has(name) ? `${blockEnd}${inner}${blockEnd}` : inner;
  };
  return dropMarks(spaceFormulas(render(parseMarkup(raw), rule, [])));
}
