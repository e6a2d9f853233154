/** Reads XML into a tree that mappers can walk: tolerant, linear, no entity of the document's own is expanded. */
import { Parser } from 'htmlparser2';

export interface XmlElement {
  /** With its prefix, as written. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The element's own text, that of its children left out, white space collapsed. */
  readonly text: string;
}

interface OpenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  readonly texts: string[];
}

/** Deeper nesting is hostile, and the parser's time grows with its square. */
const maxDepth = 64;

class TooDeep extends Error {}

function close({ name, attributes, children, texts }: OpenElement): XmlElement {
  return { name, attributes, children, text: texts.join('').replace(/\s+/g, ' ').trim() };
}

/**
 * Parses a document; undefined where it has no element or nests deeper than any service does. Elements that are
 * never closed end with their parent.
 */
export function parseXml(text: string): XmlElement | undefined {
  const root: OpenElement = { name: '', attributes: {}, children: [], texts: [] };
  const open: OpenElement[] = [root];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open.length > maxDepth) throw new TooDeep();
        open.push({ name, attributes, children: [], texts: [] });
      },
      ontext(data) {
        open.at(-1)?.texts.push(data);
      },
      onclosetag() {
        const element = open.pop();
        if (element !== undefined) open.at(-1)?.children.push(close(element));
      },
    },
    { xmlMode: true },
  );
  try {
    parser.end(text);
  } catch (error) {
    if (error instanceof TooDeep) return undefined;
    throw error;
  }
  return root.children[0];
}

/** Returns the children of this name. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** Returns the text of the first child of this name that has one. */
export function childText(element: XmlElement | undefined, name: string): string | undefined {
  return childrenOf(element, name).find(({ text }) => text !== '')?.text;
}
