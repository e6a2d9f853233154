/** CSL as the package of the styles holds it, and as citeproc reads it. */

/** An element: its name, its attributes, and elements or texts in it. */
export interface CslElement {
  readonly n: string;
  readonly a?: Readonly<Record<string, string>>;
  readonly c?: readonly CslNode[];
}

export type CslNode = CslElement | string;

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** Writes an element and all in it as XML on one line. */
export function toXml(node: CslNode): string {
  if (typeof node === 'string') return escape(node);
  const { n: name, a: attributes = {}, c: children = [] } = node;
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(value)}"`);
  const tag = `${name}${given.join('')}`;
  return children.length === 0 ? `<${tag}/>` : `<${tag}>${children.map(toXml).join('')}</${name}>`;
}
