/** Products in the shape of OpenAIRE's answers. */

/** A product in the service's shape; everything a test does not name is null, as the service has it. */
export function product(members: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return {
    id: 'doi_dedup___::0',
    type: 'publication',
    mainTitle: 'A title',
    subTitle: null,
    authors: null,
    container: null,
    pids: null,
    instances: null,
    publicationDate: null,
    ...members,
  };
}

/** A persistent identifier as products and instances hold it. */
export function pid(scheme: string, value: string): unknown {
  return { scheme, value };
}

/** An instance of a product; `nonPeerReviewed` is what the service says when it knows nothing. */
export function instance(type: string, members: Readonly<Record<string, unknown>> = {}): unknown {
  return { type, refereed: 'nonPeerReviewed', ...members };
}
