/** Looks many works up under a progress with a way to cancel. */
import * as vscode from 'vscode';
import type { Identifier } from '../../core/identifiers/identifier.ts';
import type { Outcome } from '../../core/lookup/resolveMany.ts';
import { showFailure } from '../messages.ts';
import type { Services } from '../services/services.ts';
import { showProgress } from '../showProgress.ts';

/** Returns what became of an identifier. */
export type OutcomeOf = (identifier: Identifier) => Outcome | undefined;

/** Looks identifiers up; undefined where the person cancelled, or where it failed, which is said. */
export async function resolveWithProgress(
  identifiers: readonly Identifier[],
  services: Services,
): Promise<OutcomeOf | undefined> {
  const title = vscode.l10n.t('Looking up identifiers: {0}', identifiers.length);
  return showProgress(title, async (signal, onProgress) => {
    try {
      const outcomes = await services.resolveMany(identifiers, {
        signal,
        priority: 'background',
        onProgress,
      });
      return ({ kind, id }: Identifier) => outcomes.get(`${kind}:${id}`);
    } catch (error) {
      void showFailure(error);
      return undefined;
    }
  });
}
