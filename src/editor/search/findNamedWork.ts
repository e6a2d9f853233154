import type { Identifier } from '../../core/identifiers/identifier.ts';
import { parseIdentifier } from '../../core/identifiers/parseIdentifier.ts';
import type { CitationRecord } from '../../core/record/record.ts';
import { findIdentifiers } from '../../core/text/findIdentifiers.ts';
import type { Services } from '../services/services.ts';

/** The work that a text names, undefined where nobody knows it, and the identifier that names it. */
export interface NamedWork {
  readonly record: CitationRecord | undefined;
  readonly identifier?: Identifier;
}

/** A reference as one pastes it from a list: long, with a year. */
function isReference(text: string): boolean {
  return text.length > 50 && /\b(?:1[5-9]|20)\d\d\b/.test(text) && !text.includes(':"');
}

/** Looks up the work that a text names by an identifier or as a whole reference; undefined where it is words to search for. */
export async function findNamedWork(
  text: string,
  services: Pick<Services, 'resolve' | 'matchReference'>,
  signal: AbortSignal,
): Promise<NamedWork | undefined> {
  const identifier =
    parseIdentifier(text) ?? (isReference(text) ? findIdentifiers(text, 'plaintext')[0] : undefined);
  if (identifier !== undefined) return { identifier, record: await services.resolve(identifier, { signal }) };
  const match = isReference(text) ? await services.matchReference(text, { signal }) : undefined;
  return match && { record: match.record };
}
