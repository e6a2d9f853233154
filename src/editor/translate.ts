import * as vscode from 'vscode';
import type { Sentence } from '../core/sentence.ts';

/** Returns a sentence of the core in the editor's language. */
export function translate({ template, values }: Sentence): string {
  const texts = values.map((value) => (typeof value === 'object' ? translate(value) : value));
  return vscode.l10n.t(template, ...texts);
}
