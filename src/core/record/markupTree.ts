/**
 * Reads the markup that services put into texts (HTML, JATS, MathML, entities, doubly escaped entities) into a tree.
 * Every step is linear in the text.
 */
import { decodeHTML } from 'entities';
import { dropUnseen } from './unseen.ts';

export interface MarkupElement {
  /** Lower case, without its namespace. */
  readonly name: string;
  /** As they stand in the tag. */
  readonly attributes: string;
  readonly children: MarkupNode[];
}
export type MarkupNode = MarkupElement | string;

/** CSL's tags by the tags that mean the same. */
export const cslTags: Readonly<Record<string, 'i' | 'b' | 'sub' | 'sup'>> = {
  i: 'i', em: 'i', italic: 'i', b: 'b', bold: 'b', strong: 'b', sub: 'sub', inf: 'sub', sup: 'sup',
}; // prettier-ignore

/** Tags that are markup wherever they stand; anything else in angle brackets is text ("a<b and c>d"). */
const strippedTags = new Set(
  (
    'abstract a article-title ack alt-title alternatives annotation annotation-xml blockquote body br break caption center ' +
    'chem-struct cite code def-list div dl dt dd disp-formula disp-quote email ext-link fig fn font formula graphic h1 h2 h3 ' +
    'h4 h5 h6 hr html img inline-formula inline-graphic label li list list-item monospace named-content ol overline ovl p ' +
    'pre ref roman sans-serif sc scp script sec section small small-caps span strike styled-content style table tbody td ' +
    'tex tex-math tfoot th thead title tr tt u ul underline uri xref math maction maligngroup malignmark menclose merror mfenced ' +
    'mfrac mglyph mi mlabeledtr mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle ' +
    'msub msubsup msup mtable mtd mtext mtr munder munderover none semantics'
  ).split(' '),
);

const voidTags = new Set(
  'br break hr img mglyph mspace none maligngroup malignmark mprescripts graphic inline-graphic'.split(' '),
);

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

/** Signs that end tags and values, escaped within a tag, and what stands for them until the tag is read. */
const tagWithEntities = /<[A-Za-z][^<>&]*&[^<>]*>/g;
const escapedSign = /&(?:quot|apos|lt|gt|#(?:34|39|60|62)|#[xX](?:22|27|3[ceCE]));/g;
const standIn = /[\ue022\ue027\ue03c\ue03e]/g;

function hideEscapedSigns(raw: string): string {
  return raw.replace(tagWithEntities, (tag) =>
    tag.replace(escapedSign, (sign) => String.fromCharCode(0xe000 + decodeHTML(sign).charCodeAt(0))),
  );
}

function showSigns(text: string): string {
  return text.replace(standIn, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xe000));
}

/** A tag from its name to its closing bracket; attributes must look like attributes, or it is text ("a<b and c>d"). */
const tagPattern =
  /^(\/?)(?:[A-Za-z]{1,10}:)?([A-Za-z][A-Za-z0-9-]{0,24})((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))*)\s*(\/?)>/;

interface Tag {
  readonly name: string;
  readonly attributes: string;
  readonly closing: boolean;
  readonly empty: boolean;
  readonly end: number;
}

/** Reads the tag whose `<` stands at `at`; undefined where that `<` is text. */
function readTag(text: string, at: number): Tag | undefined {
  const next = text.indexOf('<', at + 1);
  const match = tagPattern.exec(text.slice(at + 1, next === -1 ? undefined : next));
  const name = match?.[2]?.toLowerCase();
  if (match === null || name === undefined || !(name in cslTags || strippedTags.has(name))) return undefined;
  return {
    name,
    attributes: match[3] ?? '',
    closing: match[1] === '/',
    empty: match[4] === '/' || voidTags.has(name),
    end: at + 1 + match[0].length,
  };
}

/** Returns an attribute's value; undefined where the element lacks it. */
export function attributeOf({ attributes }: MarkupElement, name: string): string | undefined {
  for (const [, key, double, single, bare] of attributes.matchAll(
    /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g,
  )) {
    if (key?.toLowerCase() === name) return showSigns(double ?? single ?? bare ?? '');
  }
  return undefined;
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

/** Returns the tree of a text, its entities decoded. */
export function parseMarkup(raw: string): MarkupElement {
  const text = decodeEntities(hideEscapedSigns(raw));
  const root: MarkupElement = { name: '', attributes: '', children: [] };
  const open: MarkupElement[] = [root];
  const innermost = (): MarkupElement => open[open.length - 1] ?? root;
  let at = 0;
  while (at < text.length) {
    const bracket = text.indexOf('<', at);
    const textEnd = bracket === -1 ? text.length : bracket;
    if (textEnd > at) innermost().children.push(showSigns(text.slice(at, textEnd)));
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
      const element: MarkupElement = { name: tag.name, attributes: tag.attributes, children: [] };
      innermost().children.push(element);
      if (!tag.empty) open.push(element);
    }
  }
  return root;
}
