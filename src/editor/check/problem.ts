/** What is shown in Problems, in words, and how it can be mended. */
import * as vscode from 'vscode';
import type { BibBlock, BibIndex } from '../../core/bibtex/text/bibIndex.ts';
import type { Span } from '../../core/span.ts';
import type { EntryFinding } from '../../core/bibtex/check/checkEntry.ts';
import { setField } from '../../core/bibtex/edits/edit.ts';
import type { BibProblem } from '../../core/bibtex/check/findProblems.ts';
import type { TextEdit } from '../../core/span.ts';
import { identifierUrl } from '../../core/identifiers/identifierUrl.ts';
import type { Notice } from '../../core/record/record.ts';
import { commands } from '../contributions.ts';
import { describeNotice } from '../describe.ts';
import { translate } from '../translate.ts';

const { l10n, DiagnosticSeverity } = vscode;

/** A way to mend a problem: an edit of the .bib, or a command with what it is called with besides the place. */
export type Fix = { readonly title: string } & (
  { readonly edit: TextEdit } | { readonly command: string; readonly argument?: unknown }
);

/** One line in Problems. Offsets are those of the .bib text. */
export interface Problem extends Span {
  readonly severity: vscode.DiagnosticSeverity;
  readonly message: string;
  /** A word for the kind of problem. */
  readonly code: string;
  /** Where more is said. */
  readonly address?: string;
  /** Another place that belongs to it. */
  readonly related?: Span & { readonly message: string };
  readonly fixes: readonly Fix[];
}

/** What is said of a place. */
type Said = Omit<Problem, 'start' | 'end'>;

function sayProblem(problem: BibProblem): Said {
  switch (problem.kind) {
    case 'broken':
      return {
        severity: DiagnosticSeverity.Error,
        message: translate(problem.reason),
        code: 'syntax',
        fixes: [],
      };
    case 'repeatedKey':
      return {
        severity: DiagnosticSeverity.Error,
        message: l10n.t('Another entry has the key {0}; BibTeX takes the first one.', problem.entry.key),
        code: 'repeated-key',
        related: { ...problem.first.keySpan, message: l10n.t('The first one') },
        fixes: [],
      };
    case 'sameWork': {
      const { key, keySpan } = problem.twin;
      const merge = l10n.t('Merge "{0}", the same work, into this entry…', key);
      return {
        severity: DiagnosticSeverity.Warning,
        message: l10n.t('This is the same work as {0}.', key),
        code: 'same-work',
        related: { ...keySpan, message: key },
        fixes: [{ title: merge, command: commands.mergeEntries }],
      };
    }
  }
}

/** Puts what the text itself shows to be wrong in words. */
export function describeProblem(problem: BibProblem): Problem {
  const { start, end } = problem;
  return { start, end, ...sayProblem(problem) };
}

const severities: Readonly<Record<Notice['kind'], vscode.DiagnosticSeverity>> = {
  retraction: DiagnosticSeverity.Error,
  concern: DiagnosticSeverity.Warning,
  correction: DiagnosticSeverity.Information,
  'newer-version': DiagnosticSeverity.Information,
  'published-version': DiagnosticSeverity.Information,
};

function sayNotice(notice: Notice): Said {
  const { kind, identifier } = notice;
  const said = { severity: severities[kind], message: describeNotice(notice), code: kind };
  if (identifier === undefined) return { ...said, fixes: [] };
  const lookUp = {
    title: l10n.t('Look up {0}', identifier),
    command: commands.lookup,
    argument: { identifier },
  };
  return { ...said, address: identifierUrl({ kind: 'doi', id: identifier }), fixes: [lookUp] };
}

function sayFinding(index: BibIndex, entry: BibBlock, finding: EntryFinding, source: string): Said {
  switch (finding.kind) {
    case 'unknown':
      return {
        severity: DiagnosticSeverity.Warning,
        message: l10n.t('The DOI {0} is not registered. Is there a typo in it?', finding.identifier.id),
        code: 'unknown-doi',
        fixes: [],
      };
    case 'notice':
      return sayNotice(finding.notice);
    case 'otherTitle':
      return {
        severity: DiagnosticSeverity.Warning,
        message: l10n.t('{0} knows another work by this identifier: "{1}".', source, finding.title),
        code: 'other-work',
        fixes: [],
      };
    case 'differs': {
      const { name, value, after } = finding.change;
      return {
        severity: DiagnosticSeverity.Information,
        message: l10n.t('{0} says for {1}: {2}', source, name, after),
        code: 'differs',
        fixes: [
          { title: l10n.t('Change {0} to "{1}"', name, after), edit: setField(index, entry, name, value) },
        ],
      };
    }
  }
}

/** Puts what a source knows of an entry in words; `source` is its name. */
export function describeFinding(
  index: BibIndex,
  entry: BibBlock,
  finding: EntryFinding,
  source: string,
): Problem {
  const { start, end } = finding;
  return { start, end, ...sayFinding(index, entry, finding, source) };
}
