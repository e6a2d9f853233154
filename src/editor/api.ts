/** What `activate()` returns: the extension's functions for other extensions and for tests. */
import * as vscode from 'vscode';
import type { IdentifierMatch } from '../core/identifiers/identifier.ts';
import { parseIdentifier } from '../core/identifiers/parseIdentifier.ts';
import type { CitationRecord } from '../core/record/record.ts';
import { findIdentifiers } from '../core/text/findIdentifiers.ts';
import { createSearchApi, type SearchApi } from './apiSearch.ts';
import type { Bibliographies } from './bibliography/bibliographies.ts';
import { followPlace } from './insert/followPlace.ts';
import { insertRecords, type InsertOutcome } from './insert/insert.ts';
import { InsertError } from './insert/insertError.ts';
import type { FormattedOptions, ReferenceFormatting } from './references/formatting.ts';
import type { Services } from './services/services.ts';
import { toBibTeX, type BibTeXOptions } from './toBibTeX.ts';

/** One outcome of `resolveMany`. */
export type ResolveOutcome = { readonly identifier: string } & (
  | { readonly record: CitationRecord }
  | { readonly notFound: true }
  | { readonly error: { readonly kind: string; readonly message: string; readonly source?: string } }
);

export interface CitationLookupApi extends SearchApi {
  readonly apiVersion: 1;
  /** Finds the work of an identifier in any form; undefined where it is none or nobody knows it. Rejects with LookupError. */
  resolve(
    identifier: string,
    options?: { signal?: AbortSignal; sources?: readonly string[] },
  ): Promise<CitationRecord | undefined>;
  /** Same order as asked; one outcome each. Uses the services' batch calls. */
  resolveMany(
    identifiers: readonly string[],
    options?: { signal?: AbortSignal; onProgress?: (done: number, total: number) => void },
  ): Promise<readonly ResolveOutcome[]>;
  findIdentifiers(text: string, languageId: string): readonly IdentifierMatch[];
  /** One identifier as a person types or pastes it; undefined if it is none. */
  parseIdentifier(input: string): { readonly kind: IdentifierMatch['kind']; readonly id: string } | undefined;
  toBibTeX(records: readonly CitationRecord[], options?: BibTeXOptions): string;
  /**
   * The reference in a CSL style, as text or as HTML with `<i> <b> <sub> <sup>`. Throws where the style cannot be used, and
   * once for a .csl file that is not on this machine, because reading that takes waiting.
   */
  toFormatted(record: CitationRecord, options?: FormattedOptions): string;
  /** One WorkspaceEdit. `at`: also write the citation there. Rejects where nothing could be written. */
  insert(
    records: readonly CitationRecord[],
    options?: { bibliography?: vscode.Uri; at?: vscode.Location },
  ): Promise<InsertOutcome>;
}

/** Builds the exported functions over the services of this window. */
export function createApi(
  services: Services,
  bibliographies: Bibliographies,
  { toFormatted }: Pick<ReferenceFormatting, 'toFormatted'>,
): CitationLookupApi {
  return {
    apiVersion: 1,
    parseIdentifier,
    findIdentifiers,
    toBibTeX,
    toFormatted,
    async resolve(text, options = {}) {
      const identifier = parseIdentifier(text);
      return identifier === undefined ? undefined : services.resolve(identifier, options);
    },
    async resolveMany(texts, options = {}) {
      const asked = texts.map((text) => ({ text, identifier: parseIdentifier(text) }));
      const identifiers = asked.flatMap(({ identifier }) => (identifier === undefined ? [] : [identifier]));
      const outcomes = await services.resolveMany(identifiers, { ...options, priority: 'background' });
      return asked.map(({ text, identifier }): ResolveOutcome => {
        const outcome =
          identifier === undefined ? undefined : outcomes.get(`${identifier.kind}:${identifier.id}`);
        if (outcome === undefined || 'notFound' in outcome) return { identifier: text, notFound: true };
        if ('record' in outcome) return { identifier: text, record: outcome.record };
        const { kind, message, source } = outcome.error;
        return { identifier: text, error: { kind, message, ...(source === undefined ? {} : { source }) } };
      });
    },
    ...createSearchApi(services),
    async insert(records, options = {}) {
      const { at, ...rest } = options;
      const place = at === undefined ? {} : { at: followPlace(at) };
      const outcome = await insertRecords({ records, ...rest, ...place, mayAsk: false }, bibliographies);
      if (outcome === undefined) throw new InsertError(vscode.l10n.t('No bibliography was chosen.'));
      return outcome;
    },
  };
}
