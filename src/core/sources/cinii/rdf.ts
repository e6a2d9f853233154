/**
 * Turns RDF/XML into the shape that CiNii's JSON-LD has, so that one mapper reads both: properties are lists under
 * their prefixed names; values are texts or `{"@value", "@language", "@type"}`, resources `{"@id", …}`.
 */
import { parseXml, type XmlElement } from '../xml.ts';

type Json = string | JsonObject;
interface JsonObject {
  readonly [name: string]: Json | readonly Json[] | undefined;
}

/** What RDF/XML itself means by attributes, by the JSON-LD keyword that means the same. */
const keywords: Readonly<Record<string, string>> = {
  'rdf:about': '@id',
  'rdf:resource': '@id',
  'xml:lang': '@language',
  'rdf:datatype': '@type',
};

/** `https://cir.nii.ac.jp/schema/1.0/DOI` and `cir:DOI` are the type `DOI`. */
export function localName(type: string): string {
  return type.slice(Math.max(type.lastIndexOf('/'), type.lastIndexOf('#'), type.lastIndexOf(':')) + 1);
}

function readAttributes({ attributes }: XmlElement): JsonObject {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => name !== 'rdf:parseType' && !name.startsWith('xmlns'))
      .map(([name, value]) => [keywords[name] ?? name, name === 'rdf:datatype' ? localName(value) : value]),
  );
}

function readProperties(element: XmlElement): JsonObject {
  const properties = new Map<string, Json[]>();
  for (const child of element.children) {
    const values = properties.get(child.name) ?? [];
    values.push(readValue(child));
    properties.set(child.name, values);
  }
  return { ...readAttributes(element), ...Object.fromEntries(properties) };
}

/** A property's value: a text, a nested description, or properties given in place. */
function readValue(property: XmlElement): Json {
  const [node] = property.children;
  if (node !== undefined && property.attributes['rdf:parseType'] !== 'Resource') return readNode(node);
  if (node !== undefined) return readProperties(property);
  const attributes = readAttributes(property);
  if (property.text === '') return attributes;
  return Object.keys(attributes).length === 0 ? property.text : { '@value': property.text, ...attributes };
}

function readNode(node: XmlElement): JsonObject {
  return { '@type': node.name, ...readProperties(node) };
}

/** Reads the descriptions of a document in their order; undefined where it is no RDF. */
export function readRdf(text: string): readonly JsonObject[] | undefined {
  const root = parseXml(text);
  return root?.name === 'rdf:RDF' ? root.children.map(readNode) : undefined;
}
