/** Why a citation style cannot be used, in one sentence for the person. */
export class StyleError extends Error {
  override readonly name = 'StyleError';
}
