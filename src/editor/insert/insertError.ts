import * as vscode from 'vscode';

/** Why nothing was inserted, in one sentence for the person. */
export class InsertError extends Error {
  override readonly name = 'InsertError';
}

/** The text is no longer the one that the edit was planned for: nothing is written, and it can be planned anew. */
export class RefusedEditError extends InsertError {}

/** Says that a text has become another. */
export function sayChanged(): string {
  return vscode.l10n.t('The file has changed in the meantime. Nothing was changed; try again.');
}
