/** Writes XML from nested arrays. */

type XmlAttributes = Readonly<Record<string, string | undefined>>;

/** An element: name, attributes, content; or text. Undefined parts are left out. */
export type Xml = string | undefined | readonly [name: string, attributes: XmlAttributes, ...content: Xml[]];

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The text of an element and all within it. */
function toXml(node: Xml): string {
  if (node === undefined) return '';
  if (typeof node === 'string') return escape(node);
  const [name, attributes, ...content] = node;
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escape(value)}"`))
    .join('');
  const inner = content.map(toXml).join('');
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}

/** An element with text only; undefined where there is none. */
export function leaf(name: string, text: string | undefined, attributes: XmlAttributes = {}): Xml {
  return text === undefined ? undefined : [name, attributes, text];
}

/** A document in UTF-8. */
export function toDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(root)}\n`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
