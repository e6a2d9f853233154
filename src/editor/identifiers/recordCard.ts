/** The card of a work: what it is, whether it still stands, and what to do with it, in Markdown that can do no harm. */
import * as vscode from 'vscode';
import { identifierUrl } from '../../core/identifiers/identifierUrl.ts';
import { yearOf } from '../../core/record/dates.ts';
import type { CitationRecord } from '../../core/record/record.ts';
import { addressOf } from '../addressOf.ts';
import { commands, type IdentifierArgument } from '../contributions.ts';
import {
  describeAbstract,
  describeAuthors,
  describeNotice,
  describeType,
  describeVenue,
  escapeMarkdown,
  firstOfEachKind,
  titleMarkdown,
} from '../describe.ts';
import { describeStored, type Step } from '../messages.ts';
import type { Services } from '../services/services.ts';

const { l10n } = vscode;

/** Brackets, blanks and backslashes would end a Markdown link early. */
function encodeBrackets(address: string): string {
  return address.replaceAll(/[\s()<>\\]/g, (mark) => `%${mark.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

/** Makes a Markdown link that runs one of our commands. */
function commandLink({ title, command, argument }: Step): string {
  return `[${escapeMarkdown(title)}](command:${command}?${encodeBrackets(encodeURIComponent(JSON.stringify([argument])))})`;
}

function webLink(label: string, address: string): string {
  return `[${escapeMarkdown(label)}](${encodeBrackets(address)})`;
}

/** One line a kind: several notices of one retraction say one thing. */
function noticeLines(record: CitationRecord): readonly string[] {
  return firstOfEachKind(record.notices).map((notice) => {
    const words = escapeMarkdown(describeNotice(notice));
    const address =
      notice.identifier === undefined ? undefined : identifierUrl({ kind: 'doi', id: notice.identifier });
    const link =
      address === undefined
        ? ''
        : ` — ${webLink(notice.kind.endsWith('version') ? l10n.t('see it') : l10n.t('read the notice'), address)}`;
    return notice.kind === 'retraction' || notice.kind === 'concern'
      ? `### ⚠ ${words}${link}`
      : `${words}${link}`;
  });
}

function factsLine(record: CitationRecord): string {
  const { citedBy, licence, openAccess } = record.facts ?? {};
  return [
    citedBy === undefined ? undefined : l10n.t('cited by {0}', citedBy),
    openAccess === true ? l10n.t('open access') : undefined,
    licence === undefined ? undefined : licence.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, ''),
  ]
    .filter((part) => part !== undefined)
    .map(escapeMarkdown)
    .join(' · ');
}

/** Writes the card of a work in Markdown; `key` is its key where it is in the bibliography. */
export function recordCard(
  record: CitationRecord,
  argument: IdentifierArgument & { readonly identifier: string },
  services: Pick<Services, 'namesOf'>,
  key?: string,
): vscode.MarkdownString {
  const { csl } = record;
  const year = yearOf(csl.issued);
  const about = [describeVenue(csl), year === undefined ? '' : String(year), describeType(csl)].filter(
    (part) => part !== '',
  );
  const address = addressOf(record);
  const { identifier } = argument;
  const insert = key === undefined ? l10n.t('Insert citation') : l10n.t('Cite');
  const actions = [
    commandLink({ title: insert, command: commands.insertCitation, argument }),
    commandLink({ title: l10n.t('Copy BibTeX'), command: commands.copyBibTeX, argument: { identifier } }),
    ...(address === undefined ? [] : [webLink(l10n.t('Open'), address)]),
  ];
  const paragraphs = [
    ...noticeLines(record),
    `**${csl.title === '' ? escapeMarkdown(csl.id) : titleMarkdown(csl.title)}**`,
    escapeMarkdown(describeAuthors(csl)),
    escapeMarkdown(about.join(' · ')),
    escapeMarkdown(describeAbstract(csl)),
    factsLine(record),
    key === undefined ? '' : `✓ ${l10n.t('In the bibliography as {0}', `\`${key.replaceAll('`', '')}\``)}`,
    escapeMarkdown(describeStored(record, services)),
    actions.join(' · '),
    `*${escapeMarkdown([services.namesOf(record.sources), record.facts?.credit].filter((part) => part !== undefined).join(' — '))}*`,
  ];
  const card = new vscode.MarkdownString(paragraphs.filter((part) => part !== '').join('\n\n'));
  card.isTrusted = { enabledCommands: [commands.insertCitation, commands.copyBibTeX] };
  return card;
}

/** Writes the card of a sentence, with a link to what mends what it says. */
export function sentenceCard(sentence: string, remedy?: Step): vscode.MarkdownString {
  const link = remedy === undefined ? [] : [commandLink(remedy)];
  const card = new vscode.MarkdownString([escapeMarkdown(sentence), ...link].join('\n\n'));
  if (remedy !== undefined) card.isTrusted = { enabledCommands: [remedy.command] };
  return card;
}
