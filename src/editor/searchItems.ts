/** The rows of the search. */
import * as vscode from 'vscode';
import { yearOf } from '../core/record/dates.ts';
import { workKey } from '../core/lookup/sameWork.ts';
import type { CitationRecord } from '../core/record/record.ts';
import { describeAuthors, describeTitle, describeType, describeVenue } from './describe.ts';

const { l10n } = vscode;

/** A work, a recent search, "more", or a sentence. */
export interface SearchItem extends vscode.QuickPickItem {
  /** What the row is recognised by when the list is drawn anew. */
  readonly id?: string;
  readonly record?: CitationRecord;
  readonly words?: string;
  readonly more?: boolean;
  /** Id of the source whose credentials the row offers to set. */
  readonly credentialsOf?: string;
}

/** `$(…)` in a title is text, not an icon. */
function plain(text: string): string {
  return text.replaceAll('$(', '$\u200b(');
}

/** A work: title, then authors and year, then venue and sources; marked where it is in the bibliography or retracted. */
export function workItem(record: CitationRecord, key: string | undefined, sources: string): SearchItem {
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
    id: workKey(record),
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
      { iconPath: new vscode.ThemeIcon('copy'), tooltip: l10n.t('Copy BibTeX') },
      { iconPath: new vscode.ThemeIcon('link-external'), tooltip: l10n.t('Open') },
    ],
  };
}

/** What was searched before. */
export function recentItems(searches: readonly string[]): SearchItem[] {
  return searches.map((words) => ({ label: `$(history) ${plain(words)}`, words, alwaysShow: true }));
}

export function moreItem(): SearchItem {
  return { label: `$(ellipsis) ${l10n.t('Load more')}`, more: true, alwaysShow: true };
}

/** What a source lacks, and the way to give it. */
export function credentialsItem(source: string, text: string): SearchItem {
  return { label: `$(key) ${plain(text)}`, credentialsOf: source, alwaysShow: true };
}

/** A sentence about what did not work. */
export function noteItem(text: string): SearchItem {
  return { label: `$(info) ${plain(text)}`, alwaysShow: true };
}
