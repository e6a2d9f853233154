import * as vscode from 'vscode';
import { yearOf } from '../../core/record/dates.ts';
import type { CitationRecord } from '../../core/record/record.ts';
import type { Details } from '../../webview/protocol.ts';
import {
  describeAuthors,
  describeNotice,
  describeType,
  describeVenue,
  escapeMarkdown,
  firstOfEachKind,
  titleMarkdown,
} from '../describe.ts';

const { l10n } = vscode;

/** A block of code that nothing in it can end. */
function codeBlock(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((marks) => marks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}bibtex\n${text}\n${fence}`;
}

function fieldTable(fields: Details['fields']): string {
  const rows = fields.map(({ name, value, source }) => [name, value, source].map(escapeMarkdown).join(' | '));
  const head = [l10n.t('Field'), l10n.t('Value'), l10n.t('Said by')].map(escapeMarkdown).join(' | ');
  return [`| ${head} |`, '| --- | --- | --- |', ...rows.map((row) => `| ${row} |`)].join('\n');
}

/** Writes all that is known of a work as a page in Markdown that can do no harm. */
export function workPage({ csl, notices }: CitationRecord, details: Details): string {
  const { abstract, bibtex, fields, reference } = details;
  const about = [describeVenue(csl), String(yearOf(csl.issued) ?? ''), describeType(csl)];
  const parts = [
    `# ${csl.title === '' ? escapeMarkdown(csl.id) : titleMarkdown(csl.title)}`,
    ...firstOfEachKind(notices).map((notice) => `**⚠ ${escapeMarkdown(describeNotice(notice))}**`),
    escapeMarkdown(describeAuthors(csl)),
    escapeMarkdown(about.filter((part) => part !== '').join(' · ')),
    reference === '' ? '' : `## ${l10n.t('Reference')}\n\n${titleMarkdown(reference)}`,
    abstract === '' ? '' : `## ${l10n.t('Abstract')}\n\n${escapeMarkdown(abstract)}`,
    `## ${l10n.t('BibTeX')}\n\n${codeBlock(bibtex)}`,
    `## ${l10n.t('Fields')}\n\n${fieldTable(fields)}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
