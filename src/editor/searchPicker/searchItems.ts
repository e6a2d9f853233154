/** The rows of the search. */
import * as vscode from 'vscode';
import { yearOf } from '../../core/record/dates.ts';
import type { CitationRecord } from '../../core/record/record.ts';
import { addressOf } from '../addressOf.ts';
import { describeAuthors, describeTitle, describeType, describeVenue } from '../describe.ts';

const { l10n } = vscode;

/** What can be done with a work beside picking it. */
export type WorkAction = 'preview' | 'copy' | 'open';

/** A button of a row that says what it does. */
export interface WorkButton extends vscode.QuickInputButton {
  readonly action: WorkAction;
}

/** A work, a recent search, or a sentence. */
export interface SearchItem extends vscode.QuickPickItem {
  readonly buttons?: readonly WorkButton[];
  /** Id of the work among those found; what the row is recognised by when the list is drawn anew. */
  readonly id?: string;
  readonly record?: CitationRecord;
  readonly words?: string;
}

/** Which icons are VS Code's for it, and what it is called. */
function workButton(action: WorkAction): WorkButton {
  const [icon, tooltip] = {
    preview: ['open-preview', l10n.t('Preview')],
    copy: ['copy', l10n.t('Copy BibTeX')],
    open: ['link-external', l10n.t('Open')],
  }[action];
  return { action, iconPath: new vscode.ThemeIcon(icon ?? ''), tooltip: tooltip ?? '' };
}

/** `$(…)` in a title is text, not an icon. */
function plain(text: string): string {
  return text.replaceAll('$(', '$\u200b(');
}

/** A work: title, then authors and year, then venue and sources; marked where it is in the bibliography or retracted. */
export function workItem(
  id: string,
  record: CitationRecord,
  key: string | undefined,
  sources: string,
): SearchItem {
  const { csl } = record;
  const retracted = record.notices.some(({ kind }) => kind === 'retraction')
    ? `$(warning) ${l10n.t('RETRACTED')} `
    : '';
  const year = yearOf(csl.issued);
  const detail = [
    describeVenue(csl),
    describeType(csl),
    sources,
    key === undefined ? '' : l10n.t('in the bibliography as {0}', key),
  ];
  return {
    id,
    record,
    alwaysShow: true,
    label: `${retracted}${key === undefined ? '' : '$(check) '}${plain(describeTitle(record))}`,
    description: plain(
      [describeAuthors(csl), year === undefined ? '' : String(year)]
        .filter((part) => part !== '')
        .join(' · '),
    ),
    detail: plain(detail.filter((part) => part !== '').join(' · ')),
    buttons: [
      workButton('preview'),
      workButton('copy'),
      ...(addressOf(record) === undefined ? [] : [workButton('open')]),
    ],
  };
}

/** What was searched before. */
export function recentItems(searches: readonly string[]): SearchItem[] {
  return searches.map((words) => ({ label: `$(history) ${plain(words)}`, words, alwaysShow: true }));
}

/** A sentence in the place of works. */
export function noteItem(text: string): SearchItem {
  return { label: `$(info) ${plain(text)}`, alwaysShow: true };
}
