/** Compares every entry of the bibliography with what its source knows, and shows what differs in Problems. */
import * as vscode from 'vscode';
import { checkEntry } from '../../core/bibtex/check/checkEntry.ts';
import { detectDialect } from '../../core/bibtex/entry/detectDialect.ts';
import type { Bibliographies } from '../bibliography/bibliographies.ts';
import { commands } from '../contributions.ts';
import { readFieldOptions } from '../fieldOptions.ts';
import { resolveWithProgress } from '../identifiers/resolveWithProgress.ts';
import type { Services } from '../services/services.ts';
import type { BibProblems, CheckedEntry } from './bibProblems.ts';
import { identifiedEntries, readBibliographies, type OpenBibliography } from './openBibliographies.ts';

const { l10n } = vscode;

/** What a check came to. */
export interface CheckOutcome {
  readonly entries: number;
  readonly problems: number;
  /** Entries whose source could not be asked. */
  readonly notChecked: number;
  /** Entries that name no identifier, by which a source could be asked. */
  readonly unidentified: number;
}

/** Checks one file; undefined where the person cancelled. */
async function check(
  { uri, index }: OpenBibliography,
  services: Services,
  problems: BibProblems,
): Promise<CheckOutcome | undefined> {
  const entries = identifiedEntries(index);
  const outcomeOf = await resolveWithProgress(
    entries.map(({ identifier }) => identifier),
    services,
  );
  if (outcomeOf === undefined) return undefined;
  const options = readFieldOptions(uri, detectDialect(index) ?? 'bibtex');
  const checked = new Map<string, CheckedEntry>();
  const failures: string[] = [];
  for (const { entry, identifier } of entries) {
    const outcome = outcomeOf(identifier);
    if (outcome === undefined) continue;
    if ('error' in outcome) {
      failures.push(`${entry.key}: ${outcome.error.message}`);
      continue;
    }
    const record = 'record' in outcome ? outcome.record : undefined;
    checked.set(entry.key, {
      text: index.text.slice(entry.start, entry.end),
      findings: checkEntry(index, entry, identifier, record, options).map((finding) => ({
        ...finding,
        start: finding.start - entry.start,
        end: finding.end - entry.start,
      })),
      source: services.namesOf(record?.sources ?? []),
    });
  }
  for (const failure of failures) services.log.warn(failure);
  const all = [...index.entries()];
  return {
    entries: all.length,
    problems: await problems.show(uri, checked),
    notChecked: failures.length,
    unidentified: all.filter(({ fault }) => fault === undefined).length - entries.length,
  };
}

function report(name: string, { entries, problems, notChecked, unidentified }: CheckOutcome): void {
  const found =
    problems === 0
      ? l10n.t('{0}: no problem. Entries: {1}.', name, entries)
      : l10n.t('{0}: problems: {1}, entries: {2}.', name, problems, entries);
  const left = [
    ...(notChecked === 0 ? [] : [l10n.t('Could not be asked for: {0}; the log says why.', notChecked)]),
    ...(unidentified === 0 ? [] : [l10n.t('Not looked up for want of an identifier: {0}.', unidentified)]),
  ];
  const showProblems = l10n.t('Show Problems');
  const showLog = l10n.t('Show Log');
  const offered = [...(problems === 0 ? [] : [showProblems]), ...(notChecked === 0 ? [] : [showLog])];
  void vscode.window.showInformationMessage([found, ...left].join(' '), ...offered).then((picked) => {
    if (picked === showProblems) void vscode.commands.executeCommand('workbench.actions.view.problems');
    if (picked === showLog) void vscode.commands.executeCommand(commands.showLog);
  });
}

/** Registers the command, which returns what it found, one outcome a file. */
export function registerCheckBibliography(
  services: Services,
  bibliographies: Bibliographies,
  problems: BibProblems,
): vscode.Disposable {
  return vscode.commands.registerCommand(
    commands.checkBibliography,
    async (): Promise<readonly CheckOutcome[]> => {
      const outcomes: CheckOutcome[] = [];
      for (const bibliography of await readBibliographies(bibliographies)) {
        const outcome = await check(bibliography, services, problems);
        if (outcome === undefined) break;
        outcomes.push(outcome);
        report(vscode.workspace.asRelativePath(bibliography.uri), outcome);
      }
      return outcomes;
    },
  );
}
