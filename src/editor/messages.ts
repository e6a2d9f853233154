/** Sentences that several features say. */
import * as vscode from 'vscode';
import type { LookupError } from '../core/errors.ts';
import type { Identifier } from '../core/identifiers/identifier.ts';
import type { CitationRecord } from '../core/record/record.ts';
import type { Services } from './services/services.ts';
import { findSource } from './services/sourcesInUse.ts';

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

/** What a failure is known by: an error's own fields, or a source's part of a search. */
export type Failure = Pick<LookupError, 'kind' | 'message' | 'source' | 'retryAfterMs'>;

/**
 * Says why a service gave no answer. The core speaks English; where the editor speaks another language that these
 * sentences are translated into, the kind of failure is said in it.
 */
export function describeFailure({ kind, message, source, retryAfterMs }: Failure): string {
  const name = source === undefined ? undefined : findSource(source)?.name;
  if (l10n.bundle === undefined || name === undefined) return message;
  switch (kind) {
    case 'network':
      return l10n.t('{0} cannot be reached. Is this computer online?', name);
    case 'timeout':
      return l10n.t('{0} did not answer in time; try again later.', name);
    case 'rate-limited':
      return retryAfterMs === undefined
        ? l10n.t('{0} is asked too often; try again later.', name)
        : l10n.t('{0} asks to wait {1} s; try again then.', name, Math.ceil(retryAfterMs / 1000));
    case 'credentials':
      return l10n.t('{0} does not take these credentials. Set them anew.', name);
    case 'http':
      return l10n.t('{0} answered with an error: {1}', name, message);
    case 'unexpected-reply':
      return l10n.t('{0} sent an answer that cannot be read; try again later.', name);
    case 'cancelled':
      return message;
  }
}
