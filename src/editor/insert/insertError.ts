/** Why nothing was inserted, in one sentence for the person. */
export class InsertError extends Error {
  override readonly name = 'InsertError';
}

/** The editor has not made the edit, as where a text is not the one that it was planned for: nothing is written. */
export class RefusedEditError extends InsertError {}
