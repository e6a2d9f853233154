/** What citeproc writes as HTML, made into text or into HTML with four tags and no attribute. */
import { decodeHTML } from 'entities';

type Format = 'i' | 'b' | 'sub' | 'sup';

/** What an element does to the text in it: citeproc takes italics back within italics. */
interface Change {
  readonly set?: Format;
  readonly unset?: Format;
}

const changes: readonly (readonly [tag: RegExp, change: Change])[] = [
  [/^<(?:i|em)[ >]/, { set: 'i' }],
  [/^<(?:b|strong)[ >]/, { set: 'b' }],
  [/^<sub[ >]/, { set: 'sub' }],
  [/^<sup[ >]/, { set: 'sup' }],
  [/^<span style="font-style: ?normal/, { unset: 'i' }],
  [/^<span style="font-weight: ?normal/, { unset: 'b' }],
];

/** A number before the reference counts within a list, and this is no list. */
const ordinal = /<div class="csl-left-margin">[^<]*<\/div>/;

function changeOf(tag: string): Change {
  return changes.find(([pattern]) => pattern.test(tag))?.[1] ?? {};
}

/** Returns the formats that hold, outermost first. */
function formatsOf(stack: readonly Change[]): readonly Format[] {
  const formats = new Set<Format>();
  for (const { set, unset } of stack) {
    if (set !== undefined) formats.add(set);
    if (unset !== undefined) formats.delete(unset);
  }
  return [...formats];
}

function closing(formats: readonly Format[]): string {
  return formats
    .toReversed()
    .map((format) => `</${format}>`)
    .join('');
}

/** Returns the same text with no tags but `<i> <b> <sub> <sup>`, balanced and without attributes. */
export function toSafeHtml(html: string): string {
  const stack: Change[] = [];
  let open: readonly Format[] = [];
  let result = '';
  for (const part of tidy(html).split(/(<[^>]*>)/)) {
    if (part.startsWith('</')) stack.pop();
    else if (part.startsWith('<')) stack.push(changeOf(part));
    else if (part !== '') {
      const wanted = formatsOf(stack);
      const differs = wanted.findIndex((format, place) => format !== open[place]);
      const kept = differs === -1 ? wanted.length : differs;
      result +=
        closing(open.slice(kept)) +
        wanted
          .slice(kept)
          .map((format) => `<${format}>`)
          .join('') +
        part;
      open = wanted;
    }
  }
  return (result + closing(open)).trim();
}

/** Returns the same text as CSL writes titles: with these tags, and without entities. */
export function toTitleMarkup(html: string): string {
  return decodeHTML(toSafeHtml(html));
}

/** Returns the text without tags and entities. */
export function toReferenceText(html: string): string {
  return decodeHTML(tidy(html).replace(/<[^>]*>/g, '')).trim();
}

/** On one line; what stands in a block of its own stands apart. */
function tidy(html: string): string {
  return html
    .replace(ordinal, '')
    .replaceAll('<div', ' <div')
    .replace(/[ \t\r\n]+/g, ' ');
}
