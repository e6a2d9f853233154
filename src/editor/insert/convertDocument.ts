/** Makes citations of all the identifiers in a document: entries and text in one undo. */
import * as vscode from 'vscode';
import type { Identifier } from '../../core/identifiers/identifier.ts';
import { planConversion, type Conversion } from '../../core/project/planConversion.ts';
import type { CitationRecord } from '../../core/record/record.ts';
import type { Bibliographies } from '../bibliography/bibliographies.ts';
import { commands } from '../contributions.ts';
import { identifiersIn } from '../identifiers/identifiersIn.ts';
import { followPlace } from './followPlace.ts';
import type { InsertOutcome, InsertRequest } from './insert.ts';
import { insertAndReport } from './insertCitation.ts';
import { isBibliography, languageOf } from '../languages.ts';
import { describeFailure, describeNotFound } from '../messages.ts';
import { resolveWithProgress, type OutcomeOf } from '../identifiers/resolveWithProgress.ts';
import type { Services } from '../services/services.ts';

const { l10n } = vscode;

type CiteOptions = Parameters<NonNullable<InsertRequest['cite']>>[1];

/** Works by the name of the identifier that the document has for them. */
type Works = ReadonlyMap<string, CitationRecord>;

function nameOf({ kind, id }: Identifier): string {
  return `${kind}:${id}`;
}

/** Plans the citations of the document as it is now; identifiers without a key stay. */
function plan(
  document: vscode.TextDocument,
  keyOf: (identifier: Identifier) => string | undefined,
  options: CiteOptions,
): Conversion {
  const asked = identifiersIn(document).flatMap((identifier) => {
    const key = keyOf(identifier);
    return key === undefined ? [] : [{ identifier, key }];
  });
  return planConversion(document.getText(), languageOf(document), asked, options);
}

/** Returns the identifiers that can be cited where they stand, each once. */
function findConvertible(document: vscode.TextDocument): readonly Identifier[] {
  const { cited } = plan(document, () => 'key', { citeCommand: 'auto' });
  const places = new Set(cited.map(({ identifier }) => identifier.start));
  const found = identifiersIn(document).filter(({ start }) => places.has(start));
  return [...new Map(found.map((identifier) => [nameOf(identifier), identifier])).values()];
}

/** Parts what was found from the sentences that say what was not. */
function readOutcomes(
  identifiers: readonly Identifier[],
  outcomeOf: OutcomeOf,
  services: Services,
): { readonly works: Works; readonly problems: readonly string[] } {
  const works = new Map<string, CitationRecord>();
  const problems: string[] = [];
  for (const identifier of identifiers) {
    const outcome = outcomeOf(identifier);
    if (outcome !== undefined && 'record' in outcome) works.set(nameOf(identifier), outcome.record);
    else if (outcome !== undefined && 'error' in outcome) problems.push(describeFailure(outcome.error));
    else problems.push(describeNotFound(identifier, services));
  }
  return { works, problems };
}

/** Says in one sentence what was left, and where the reasons stand. */
function reportProblems(problems: readonly string[], services: Services): void {
  const [first] = problems;
  if (first === undefined) return;
  for (const problem of problems) services.log.warn(problem);
  const more = problems.length - 1;
  const text = more === 0 ? first : l10n.t('{0} identifiers stay as they are. {1}', problems.length, first);
  const show = l10n.t('Show Log');
  void vscode.window.showWarningMessage(text, ...(more === 0 ? [] : [show])).then((picked) => {
    if (picked === show) services.log.show();
  });
}

async function convert(
  document: vscode.TextDocument,
  services: Services,
  bibliographies: Bibliographies,
): Promise<InsertOutcome | undefined> {
  const identifiers = findConvertible(document);
  if (identifiers.length === 0) {
    void vscode.window.showInformationMessage(
      l10n.t('No identifier of this document can become a citation.'),
    );
    return undefined;
  }
  const outcomeOf = await resolveWithProgress(identifiers, services);
  if (outcomeOf === undefined) return undefined;
  const { works, problems } = readOutcomes(identifiers, outcomeOf, services);
  reportProblems(problems, services);
  if (works.size === 0) return undefined;
  const names = [...works.keys()];
  const cite = (keys: readonly string[], options: CiteOptions): Conversion['edits'] =>
    plan(document, (identifier) => keys[names.indexOf(nameOf(identifier))], options).edits;
  const at = followPlace(new vscode.Location(document.uri, new vscode.Position(0, 0)));
  const request = { records: [...works.values()], at, cite, mayAsk: true };
  return insertAndReport(request, services, bibliographies);
}

/** Registers the command that replaces every identifier of the active document by a citation. */
export function registerConvertDocument(
  services: Services,
  bibliographies: Bibliographies,
): vscode.Disposable {
  return vscode.commands.registerCommand(
    commands.convertDocument,
    async (): Promise<InsertOutcome | undefined> => {
      const document = vscode.window.activeTextEditor?.document;
      if (document !== undefined && !isBibliography(document))
        return convert(document, services, bibliographies);
      void vscode.window.showInformationMessage(
        l10n.t('Open the document whose identifiers are to become citations.'),
      );
      return undefined;
    },
  );
}
