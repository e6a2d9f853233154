/** Rests the mouse on an identifier: what the work is, whether it still stands, and what to do with it. */
import * as vscode from 'vscode';
import { isCancelled, toLookupError } from '../core/errors.ts';
import { identifierUrl } from '../core/identifiers/identifierUrl.ts';
import type { IdentifierMatch } from '../core/identifiers/identifier.ts';
import type { CitationRecord } from '../core/record/record.ts';
import { yearOf } from '../core/record/dates.ts';
import { toSignal } from './abort.ts';
import type { Bibliographies } from './bibliographies.ts';
import { commands, type IdentifierArgument } from './contributions.ts';
import {
  describeAbstract,
  describeAuthors,
  describeNotice,
  describeType,
  describeVenue,
  escapeMarkdown,
  firstOfEachKind,
  titleMarkdown,
} from './describe.ts';
import { identifierAt } from './identifiersIn.ts';
import { documentSelector } from './languages.ts';
import { describeNotFound } from './messages.ts';
import type { Services } from './services.ts';
import { readSetting } from './settings.ts';

const { l10n } = vscode;

/** Brackets, blanks and backslashes would end a Markdown link early. */
function encodeBrackets(address: string): string {
  return address.replaceAll(/[\s()<>\\]/g, (mark) => `%${mark.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

/** Makes a link that runs one of our commands with an identifier. */
function commandLink(label: string, command: string, argument: IdentifierArgument): string {
  return `[${escapeMarkdown(label)}](command:${command}?${encodeBrackets(encodeURIComponent(JSON.stringify([argument])))})`;
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
    citedBy === undefined ? undefined : l10n.t('cited {0} times', citedBy),
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
  sources: string,
  key?: string,
): vscode.MarkdownString {
  const { csl } = record;
  const year = yearOf(csl.issued);
  const about = [describeVenue(csl), year === undefined ? '' : String(year), describeType(csl)].filter(
    (part) => part !== '',
  );
  const address =
    csl.DOI === undefined ? (csl.URL ?? record.links.landing) : identifierUrl({ kind: 'doi', id: csl.DOI });
  const insert = key === undefined ? l10n.t('Insert citation') : l10n.t('Cite');
  const actions = [
    commandLink(insert, commands.insertCitation, argument),
    commandLink(l10n.t('Copy BibTeX'), commands.copyBibTeX, { identifier: argument.identifier }),
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
    actions.join(' · '),
    `*${escapeMarkdown([sources, record.facts?.credit].filter((part) => part !== undefined).join(' — '))}*`,
  ];
  const card = new vscode.MarkdownString(paragraphs.filter((part) => part !== '').join('\n\n'));
  card.isTrusted = { enabledCommands: [commands.insertCitation, commands.copyBibTeX] };
  return card;
}

/** Names where a match stands, for commands that replace it. */
export function argumentFor(
  document: vscode.TextDocument,
  match: IdentifierMatch,
): IdentifierArgument & { readonly identifier: string } {
  const { line, character } = document.positionAt(match.start);
  const end = document.positionAt(match.end);
  return {
    identifier: match.kind === 'doi' ? match.id : `${match.kind}:${match.id}`,
    at: {
      uri: document.uri.toString(),
      start: { line, character },
      end: { line: end.line, character: end.character },
    },
  };
}

async function provideHover(
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
  services: Services,
  bibliographies: Bibliographies,
): Promise<vscode.Hover | undefined> {
  if (!readSetting('hover.enabled', document)) return undefined;
  const match = identifierAt(document, position);
  if (match === undefined) return undefined;
  const range = new vscode.Range(document.positionAt(match.start), document.positionAt(match.end));
  const sentence = (text: string): vscode.Hover =>
    new vscode.Hover(new vscode.MarkdownString(escapeMarkdown(text)), range);
  try {
    const record = await services.resolve(match, { signal: toSignal(token) });
    if (record === undefined) return sentence(describeNotFound(match, services));
    const key = await bibliographies.findKey(document, record);
    return new vscode.Hover(
      recordCard(record, argumentFor(document, match), services.namesOf(record.sources), key),
      range,
    );
  } catch (error) {
    if (isCancelled(error) || token.isCancellationRequested) return undefined;
    return sentence(toLookupError(error).message);
  }
}

/** Registers the hover. */
export function registerHover(services: Services, bibliographies: Bibliographies): vscode.Disposable {
  return vscode.languages.registerHoverProvider(documentSelector, {
    provideHover: (document, position, token) =>
      provideHover(document, position, token, services, bibliographies),
  });
}
