/** Shows short title and year over lines with identifiers. Providing only scans; a lens looks up when it is seen. */
import * as vscode from 'vscode';
import { isCancelled, toLookupError } from '../../core/errors.ts';
import type { IdentifierMatch } from '../../core/identifiers/identifier.ts';
import { toSignal } from '../abort.ts';
import { argumentFor } from './argumentFor.ts';
import type { Bibliographies } from '../bibliography/bibliographies.ts';
import { commands, configurationSection } from '../contributions.ts';
import { describeShort, describeTitle, shorten } from '../describe.ts';
import { identifiersIn } from './identifiersIn.ts';
import { documentSelector, isBibliography } from '../languages.ts';
import { describeFailure, describeNotFound, remedyFor } from '../messages.ts';
import type { Services } from '../services/services.ts';
import { readSetting } from '../settings.ts';
import { toRange } from '../toRange.ts';

const { l10n } = vscode;

/** Titles longer than this are cut, so that two lenses fit on a line. */
const maxTitleLength = 60;

class IdentifierLens extends vscode.CodeLens {
  readonly document: vscode.TextDocument;
  readonly match: IdentifierMatch;

  constructor(document: vscode.TextDocument, match: IdentifierMatch) {
    super(toRange(document, match));
    this.document = document;
    this.match = match;
  }
}

async function resolveLens(
  lens: IdentifierLens,
  token: vscode.CancellationToken,
  services: Services,
  bibliographies: Bibliographies,
): Promise<vscode.Command> {
  const { document, match } = lens;
  const argument = argumentFor(document, match);
  try {
    // Lenses come by the screenful: a hover must not queue behind them.
    const record = await services.resolve(match, { signal: toSignal(token), priority: 'background' });
    if (record === undefined)
      return { title: `$(question)\u00a0${describeNotFound(match, services)}`, command: '' };
    const key = await bibliographies.findKey(document, record);
    const retracted = record.notices.some(({ kind }) => kind === 'retraction')
      ? `$(warning)\u00a0${l10n.t('RETRACTED')}`
      : '';
    const work = [describeShort(record), shorten(describeTitle(record), maxTitleLength)]
      .filter((part) => part !== '')
      .join(': ')
      .replaceAll('$(', '$\u200b(');
    const state = key === undefined ? `$(add)\u00a0${l10n.t('Insert')}` : `$(check)\u00a0${key}`;
    return {
      title: [state, retracted, work].filter((part) => part !== '').join(' · '),
      tooltip: describeTitle(record),
      command: commands.insertCitation,
      arguments: [argument],
    };
  } catch (error) {
    if (isCancelled(error)) return { title: '', command: '' };
    const failure = toLookupError(error);
    const { command, argument: about } = remedyFor(failure) ?? { command: commands.lookup, argument };
    return { title: `$(warning)\u00a0${describeFailure(failure)}`, command, arguments: [about] };
  }
}

/** One lens a work and line: a link often names its DOI twice. */
function lensesOf(document: vscode.TextDocument): IdentifierLens[] {
  const seen = new Set<string>();
  return identifiersIn(document)
    .map((match) => new IdentifierLens(document, match))
    .filter(({ match, range }) => {
      const name = `${String(range.start.line)} ${match.kind} ${match.id}`;
      return !seen.has(name) && seen.add(name);
    });
}

/** Registers the lenses. */
export function registerCodeLens(
  services: Services,
  bibliographies: Bibliographies,
  secrets: vscode.SecretStorage,
): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider<IdentifierLens> = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: (document) => {
      if (!readSetting('codeLens.enabled', document) || isBibliography(document)) return [];
      return lensesOf(document);
    },
    resolveCodeLens: async (lens, token) => {
      lens.command = await resolveLens(lens, token, services, bibliographies);
      return lens;
    },
  };
  return vscode.Disposable.from(
    changed,
    vscode.languages.registerCodeLensProvider(documentSelector, provider),
    bibliographies.onDidChange(() => {
      changed.fire();
    }),
    secrets.onDidChange(() => {
      changed.fire();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(configurationSection)) changed.fire();
    }),
  );
}
