import * as vscode from 'vscode';
import { followSpan } from '../../core/span.ts';
import { toRange } from '../toRange.ts';

/** A place in a document, which moves along when somebody writes before it. */
export interface FollowedPlace {
  readonly uri: vscode.Uri;
  /** Returns where the place is by now; undefined where its own text has become another. */
  readonly now: () => vscode.Range | undefined;
}

/** Follows a place from now on. */
export function followPlace({ uri, range }: vscode.Location): FollowedPlace {
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  // Nobody writes in what is not open.
  if (document === undefined) return { uri, now: () => range };
  const before = document.getText();
  const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  return {
    uri,
    now() {
      const moved = followSpan(span, before, document.getText());
      return moved === undefined ? undefined : toRange(document, moved);
    },
  };
}
