/** Why nothing was inserted, in one sentence for the person. */
export class InsertError extends Error {
  override readonly name = 'InsertError';
}
