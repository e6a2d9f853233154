/** Media types of replies: whether one is what was asked for, and how its bytes become text. */

/** Tells whether a reply of type `actual` answers a request for `accept`; any JSON answers for JSON, any XML for XML. */
export function isAccepted(accept: string, actual: string | undefined): boolean {
  // A server that names no type leaves the judgement to whoever parses the text.
  if (actual === undefined || essence(actual) === '') return true;
  const given = essence(actual);
  return accept.split(',').map(essence).some((asked) => asked === '*/*' || family(asked) === family(given)); // prettier-ignore
}

/** Decodes a body by the charset of its type, UTF-8 where it names none or an unknown one; a BOM is dropped. */
export function decodeText(body: Uint8Array, contentType: string | undefined): string {
  const charset = /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(contentType ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}

/** Tells whether a type is JSON, whatever of. */
export function isJson(type: string | undefined): boolean {
  return family(essence(type ?? '')) === 'json';
}

function essence(type: string): string {
  return type.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

function family(type: string): string {
  if (/[/+]json$/.test(type)) return 'json';
  if (/[/+]xml$/.test(type) && type !== 'application/xhtml+xml') return 'xml';
  return type;
}
