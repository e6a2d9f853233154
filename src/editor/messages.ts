/** Sentences that several features say. */
import * as vscode from 'vscode';
import { isCancelled, toLookupError, type LookupError } from '../core/errors.ts';
import type { Identifier } from '../core/identifiers/identifier.ts';
import type { CitationRecord } from '../core/record/record.ts';
import { SpokenError } from '../core/sentence.ts';
import { commands } from './contributions.ts';
import type { Services } from './services/services.ts';
import { translate } from './translate.ts';

const { l10n } = vscode;

const kindNames: Readonly<Record<Identifier['kind'], string>> = {
  doi: 'DOI', arxiv: 'arXiv', pmid: 'PMID', pmcid: 'PMCID', isbn: 'ISBN', crid: 'CRID', naid: 'NAID', ncid: 'NCID',
}; // prettier-ignore

/** Says who was asked for an identifier that nobody knows. */
export function describeNotFound(identifier: Identifier, services: Services): string {
  const name = `${kindNames[identifier.kind]} ${identifier.id}`;
  const asked = services.askedFor(identifier.kind);
  if (identifier.kind === 'doi')
    return l10n.t(
      '{0} is not registered: neither {1} nor doi.org knows it. Is there a typo in it?',
      name,
      asked.join(', '),
    );
  if (asked.length === 0) return l10n.t('None of the chosen services looks up {0}.', name);
  return l10n.t('No record of {0}. Asked: {1}.', name, asked.join(', '));
}

/** Says that a source gives no answer now and the record is an earlier one; '' where that is not so. */
export function describeStored({ facts }: CitationRecord, services: Pick<Services, 'namesOf'>): string {
  if (facts?.storedFrom === undefined) return '';
  return l10n.t(
    '{0} gives no answer now; shown is what it said earlier.',
    services.namesOf([facts.storedFrom]),
  );
}

/** Says why something failed; an error that is not ours says it in its own words. */
export function describeFailure(error: unknown): string {
  if (error instanceof SpokenError) return translate(error.sentence);
  return error instanceof Error ? error.message : String(error);
}

/** What a person can do next: one of our commands with its argument. */
export interface Step {
  readonly title: string;
  readonly command: string;
  readonly argument: unknown;
}

/** Returns what mends a failure; undefined where nothing but time does. */
export function remedyFor({ kind, source }: LookupError): Step | undefined {
  if (kind !== 'credentials' || source === undefined) return undefined;
  return { title: l10n.t('Set Credentials'), command: commands.setCredentials, argument: { source } };
}

/** Says in a message why a lookup failed, with what mends it; nothing where the person has cancelled it. */
export async function showFailure(error: unknown): Promise<void> {
  if (isCancelled(error)) return;
  const failure = toLookupError(error);
  const remedy = remedyFor(failure);
  const offered = remedy === undefined ? [] : [remedy.title];
  const picked = await vscode.window.showErrorMessage(describeFailure(failure), ...offered);
  if (remedy !== undefined && picked === remedy.title)
    await vscode.commands.executeCommand(remedy.command, remedy.argument);
}
