/** What of a service's answers reaches no record on purpose: each source lists it beside its mapper, the conformance report reads it. */

/** Names of fields as the service writes them, `author[].family`, and why they are left out; the first that matches counts. */
export type LeftOut = readonly (readonly [names: RegExp, reason: string])[];

/** Reasons that several services share. */
export const reasons = {
  about: 'about the record, not the work',
  others: 'about other works or their use, not needed to cite this one',
  codes: 'the code of a value that is read, or of its scheme',
  people: 'who a person or body is and where they work; no field of CSL holds it',
  rights: 'terms of use; the licence that counts is shown, the rest is for machines',
  money: 'who paid; citations do not say',
} as const;
