/** Rests the mouse on an identifier: the card of its work, or the sentence that says why there is none. */
import * as vscode from 'vscode';
import { isCancelled, toLookupError } from '../../core/errors.ts';
import { toSignal } from '../abort.ts';
import { argumentFor } from './argumentFor.ts';
import type { Bibliographies } from '../bibliography/bibliographies.ts';
import { identifierAt } from './identifiersIn.ts';
import { documentSelector } from '../languages.ts';
import { describeFailure, describeNotFound, remedyFor } from '../messages.ts';
import { recordCard, sentenceCard } from './recordCard.ts';
import type { Services } from '../services/services.ts';
import { readSetting } from '../settings.ts';
import { toRange } from '../toRange.ts';

async function provideHover(
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
  services: Services,
  bibliographies: Bibliographies,
): Promise<vscode.Hover | undefined> {
  if (!readSetting('hover.enabled', document)) return undefined;
  const match = identifierAt(document, position);
  if (match === undefined) return undefined;
  const range = toRange(document, match);
  try {
    const record = await services.resolve(match, { signal: toSignal(token) });
    if (record === undefined) return new vscode.Hover(sentenceCard(describeNotFound(match, services)), range);
    const key = await bibliographies.findKey(document, record);
    return new vscode.Hover(recordCard(record, argumentFor(document, match), services, key), range);
  } catch (error) {
    if (isCancelled(error) || token.isCancellationRequested) return undefined;
    const failure = toLookupError(error);
    return new vscode.Hover(sentenceCard(describeFailure(failure), remedyFor(failure)), range);
  }
}

/** Registers the hover. */
export function registerHover(services: Services, bibliographies: Bibliographies): vscode.Disposable {
  return vscode.languages.registerHoverProvider(documentSelector, {
    provideHover: (document, position, token) =>
      provideHover(document, position, token, services, bibliographies),
  });
}
