/**
 * Stands in for `sync-fetch-undici` in the bundle: citation-js imports it to fetch addresses, which no code here asks
 * of it, and which would go round the throttled client.
 */
function refuseToFetch(): never {
  throw new Error('citation-js must not use the network.');
}

// The package that this replaces has a default export and nothing else.
export { refuseToFetch as default };
