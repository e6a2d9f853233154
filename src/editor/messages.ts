/** Sentences that several features say. */
import * as vscode from 'vscode';
import type { Identifier } from '../core/identifiers/identifier.ts';
import type { Services } from './services.ts';

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
