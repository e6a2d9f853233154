import * as vscode from 'vscode';
import { identifierUrl } from '../../core/identifiers/identifierUrl.ts';
import { yearOf } from '../../core/record/dates.ts';
import type { CitationRecord } from '../../core/record/record.ts';
import { addressOf } from '../addressOf.ts';
import { askIdentifier, type AskedIdentifier } from './askIdentifier.ts';
import type { Bibliographies } from '../bibliography/bibliographies.ts';
import { commands } from '../contributions.ts';
import { copyEntry } from './copyBibTeX.ts';
import {
  describeAbstract,
  describeAuthors,
  describeNotice,
  describeTitle,
  describeType,
  describeVenue,
  firstOfEachKind,
} from '../describe.ts';
import { findWork } from './findWork.ts';
import { insertAndReport } from '../insert/insertCitation.ts';
import { describeStored } from '../messages.ts';
import type { Services } from '../services/services.ts';

const { l10n } = vscode;

interface Action extends vscode.QuickPickItem {
  readonly run?: () => unknown;
}

function actionsFor(
  record: CitationRecord,
  asked: AskedIdentifier,
  services: Services,
  bibliographies: Bibliographies,
): readonly Action[] {
  const { csl } = record;
  const year = yearOf(csl.issued);
  const about = [describeVenue(csl), year === undefined ? '' : String(year), describeType(csl)].filter(
    (part) => part !== '',
  );
  const address = addressOf(record);
  const place = asked.at === undefined ? {} : { at: asked.at };
  const open = (url: string) => (): unknown => vscode.env.openExternal(vscode.Uri.parse(url));
  const stored = describeStored(record, services);
  return [
    ...(stored === '' ? [] : [{ label: `$(cloud) ${stored}` }]),
    ...firstOfEachKind(record.notices).map((notice): Action => {
      const url =
        notice.identifier === undefined ? undefined : identifierUrl({ kind: 'doi', id: notice.identifier });
      return {
        label: `$(warning) ${describeNotice(notice)}`,
        ...(url === undefined ? {} : { description: notice.identifier ?? '', run: open(url) }),
      };
    }),
    {
      label: `$(quote) ${l10n.t('Insert citation')}`,
      description: describeAuthors(csl),
      detail: about.join(' · '),
      run: () => insertAndReport({ records: [record], ...place, mayAsk: true }, services, bibliographies),
    },
    { label: `$(copy) ${l10n.t('Copy BibTeX')}`, run: () => copyEntry(record) },
    ...(address === undefined
      ? []
      : [{ label: `$(link-external) ${l10n.t('Open')}`, description: address, run: open(address) }]),
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    ...(csl.abstract === undefined
      ? []
      : [{ label: l10n.t('Abstract'), detail: describeAbstract(csl, 300) }]),
  ];
}

/** Shows a work with what can be done with it; returns as soon as it is shown. */
function showRecord(
  record: CitationRecord,
  asked: AskedIdentifier,
  services: Services,
  bibliographies: Bibliographies,
): void {
  const picker = vscode.window.createQuickPick<Action>();
  picker.title = describeTitle(record);
  picker.placeholder = l10n.t('What to do with this work ({0})', services.namesOf(record.sources));
  picker.items = actionsFor(record, asked, services, bibliographies);
  picker.onDidAccept(() => {
    const [chosen] = picker.selectedItems;
    if (chosen?.run === undefined) return;
    picker.hide();
    void chosen.run();
  });
  picker.onDidHide(() => {
    picker.dispose();
  });
  picker.show();
}

/** Registers the command that looks any identifier up and returns its record. */
export function registerLookup(services: Services, bibliographies: Bibliographies): vscode.Disposable {
  return vscode.commands.registerCommand(
    commands.lookup,
    async (argument?: unknown): Promise<CitationRecord | undefined> => {
      const asked = await askIdentifier(argument);
      const record = asked === undefined ? undefined : await findWork(asked.identifier, services);
      if (asked !== undefined && record !== undefined) showRecord(record, asked, services, bibliographies);
      return record;
    },
  );
}
