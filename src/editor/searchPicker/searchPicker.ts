/** Search as one types: every source at once in a Quick Pick, one row a work, several can be picked and inserted. */
import * as vscode from 'vscode';
import type { CitationRecord } from '../../core/record/record.ts';
import { addressOf } from '../addressOf.ts';
import type { Bibliographies } from '../bibliography/bibliographies.ts';
import { commands } from '../contributions.ts';
import { copyEntry } from '../identifiers/copyBibTeX.ts';
import { describeNotFound } from '../messages.ts';
import { FederatedSearch } from '../search/federatedSearch.ts';
import { insertFound } from '../search/insertFound.ts';
import { pickCondition } from '../search/pickCondition.ts';
import type { Services } from '../services/services.ts';
import { translate } from '../translate.ts';
import { createRecentSearches } from './recentSearches.ts';
import { createReminders } from './reminders.ts';
import { noteItem, recentItems, workItem, type SearchItem, type WorkAction } from './searchItems.ts';
import { failuresOf, titleButtons, titleOf, type TitleButton } from './titleBar.ts';
import type { WorkPreview } from './workPreview.ts';

const { l10n } = vscode;

/** How long typing must pause before the services are asked. */
const pauseMs = 350;
const minLength = 3;
/** Works a source and page. */
const pageSize = 20;

/** One open picker. */
class SearchPicker {
  readonly #picker = vscode.window.createQuickPick<SearchItem>();
  readonly #services: Services;
  readonly #bibliographies: Bibliographies;
  readonly #preview: WorkPreview;
  readonly #search: FederatedSearch;
  readonly #recent: ReturnType<typeof createRecentSearches>;
  readonly #reminders: ReturnType<typeof createReminders>;
  /** Where the citation goes: the cursor as the picker opened. */
  readonly #editor = vscode.window.activeTextEditor;
  readonly #reopen: (words: string) => void;
  #pause: NodeJS.Timeout | undefined;
  #draws = 0;
  /** Works ticked in searches before this one. */
  #carried: readonly SearchItem[] = [];

  constructor(
    services: Services,
    bibliographies: Bibliographies,
    preview: WorkPreview,
    state: vscode.Memento,
    reopen: (words: string) => void,
  ) {
    this.#reopen = reopen;
    this.#services = services;
    this.#bibliographies = bibliographies;
    this.#preview = preview;
    this.#recent = createRecentSearches(state);
    this.#reminders = createReminders(state);
    this.#search = new FederatedSearch({
      services,
      pageSize,
      describeNotFound: (identifier) => describeNotFound(identifier, services),
      translate,
      onChange: () => void this.#draw(),
    });
  }

  show(words: string): void {
    const picker = this.#picker;
    picker.placeholder = l10n.t(
      'Words of the title, author: year:2019-2023 journal: …, an identifier, or a whole reference',
    );
    picker.matchOnDescription = false;
    picker.matchOnDetail = false;
    picker.keepScrollPosition = true;
    picker.onDidChangeValue((value) => {
      this.#restart(value);
    });
    picker.onDidChangeSelection((items) => {
      if (items.length > 0) this.#search.settle();
    });
    picker.onDidTriggerItemButton(({ item, button }) => {
      const action = item.buttons?.find((own) => own.tooltip === button.tooltip)?.action;
      if (item.record !== undefined && action !== undefined) void this.#act(action, item.record);
    });
    picker.onDidTriggerButton((pressed) => {
      const action = this.#buttons.find((own) => own.tooltip === pressed.tooltip)?.action;
      if (action !== undefined) void this.#mend(action);
    });
    picker.onDidAccept(() => void this.#accept());
    picker.onDidHide(() => {
      clearTimeout(this.#pause);
      this.#search.stop();
      void this.#preview.close();
      picker.dispose();
    });
    this.#restart(words);
    picker.buttons = this.#buttons;
    picker.value = words;
    picker.show();
  }

  get #buttons(): readonly TitleButton[] {
    return titleButtons(this.#search.found, (source) => this.#reminders.isNew(source));
  }

  /** Drops what is on its way and asks anew once typing pauses. */
  #restart(value: string): void {
    clearTimeout(this.#pause);
    this.#carried = this.#ticked();
    this.#search.stop();
    this.#draws += 1;
    this.#picker.busy = false;
    const text = value.trim();
    if (text.length >= minLength) this.#pause = setTimeout(() => void this.#search.start(text), pauseMs);
    else {
      this.#picker.title = l10n.t('Search Works');
      this.#setItems(this.#carried, text === '' ? recentItems(this.#recent.list()) : []);
    }
  }

  #ticked(): readonly SearchItem[] {
    return this.#picker.canSelectMany ? this.#picker.selectedItems : this.#carried;
  }

  /** Shows what has come so far; what a later call shows is not drawn over. */
  async #draw(): Promise<void> {
    const { found, records } = this.#search;
    if (this.#picker.value.trim() !== found.text) return;
    const draw = (this.#draws += 1);
    const works = found.order.flatMap((id): readonly (readonly [string, CitationRecord])[] => {
      const record = records.get(id);
      return record === undefined ? [] : [[id, record]];
    });
    const keys = await Promise.all(works.map(([, record]) => this.#findKey(record)));
    if (draw !== this.#draws) return;
    this.#picker.title = titleOf(found);
    this.#picker.buttons = this.#buttons;
    this.#picker.busy = found.busy;
    const items = works.map(([id, record], place) =>
      workItem(id, record, keys[place], this.#services.namesOf(record.sources)),
    );
    const failures = failuresOf(found);
    if (items.length > 0) this.#setItems(this.#ticked(), items);
    else if (found.busy) this.#setItems(this.#carried, failures.map(noteItem));
    else this.#setItems(this.#carried, [...failures, found.note ?? l10n.t('No work found.')].map(noteItem));
  }

  /** Shows rows, the ticked works that are not among them first. Only works can be ticked: without any, rows have no boxes. */
  #setItems(ticked: readonly SearchItem[], items: readonly SearchItem[]): void {
    const picker = this.#picker;
    const active = picker.activeItems[0]?.id;
    const shown = new Set(items.map(({ id }) => id));
    const elsewhere = ticked.filter(({ id }) => !shown.has(id));
    const isTicked = new Set(ticked.map(({ id }) => id));
    const all = [...elsewhere, ...items];
    picker.canSelectMany = all.some(({ record }) => record !== undefined);
    picker.items = all;
    picker.selectedItems = all.filter(({ id }) => id !== undefined && isTicked.has(id));
    // Enter takes the row in focus: the one that was, else the best.
    const first = items.find(({ id }) => id !== undefined)?.id;
    const focused = all.find(({ id }) => id !== undefined && id === (shown.has(active) ? active : first));
    picker.activeItems = focused === undefined ? [] : [focused];
  }

  #findKey(record: CitationRecord): Promise<string | undefined> {
    const document = this.#editor?.document;
    return document === undefined
      ? Promise.resolve(undefined)
      : this.#bibliographies.findKey(document, record);
  }

  async #act(action: WorkAction, record: CitationRecord): Promise<void> {
    this.#recent.add(this.#picker.value);
    const page = addressOf(record);
    if (action === 'copy') await copyEntry(record);
    else if (action === 'preview') {
      this.#picker.ignoreFocusOut = true;
      await this.#preview.show(record, this.#editor);
    } else if (page !== undefined) await vscode.env.openExternal(vscode.Uri.parse(page));
  }

  async #mend(action: TitleButton['action']): Promise<void> {
    if (action.kind === 'more') await this.#search.more();
    else if (action.kind === 'retry') await this.#search.retry([action.source]);
    else if (action.kind === 'pick') {
      const text = this.#picker.value;
      this.#picker.hide();
      this.#reopen((await pickCondition(text, this.#services)) ?? text);
    } else {
      this.#picker.hide();
      await vscode.commands.executeCommand(commands.setCredentials, { source: action.source });
    }
  }

  /** Enter: a recent search is repeated, works are inserted: the ticked ones, else the one in focus. Sentences do nothing. */
  async #accept(): Promise<void> {
    const [active] = this.#picker.activeItems;
    const ticked = this.#ticked();
    const picked = ticked.length > 0 ? ticked : active === undefined ? [] : [active];
    const records = picked.flatMap(({ record }) => record ?? []);
    if (records.length > 0) {
      this.#recent.add(this.#picker.value);
      this.#picker.hide();
      await insertFound(records, this.#editor, this.#services, this.#bibliographies);
    } else if (active?.words !== undefined) {
      this.#picker.value = active.words;
      this.#restart(active.words);
    }
  }
}

/** Registers the search; an argument `{ query }` is searched for at once. */
export function registerSearch(
  services: Services,
  bibliographies: Bibliographies,
  preview: WorkPreview,
  state: vscode.Memento,
): vscode.Disposable {
  const open = (words: string): void => {
    new SearchPicker(services, bibliographies, preview, state, open).show(words);
  };
  return vscode.commands.registerCommand(commands.search, (argument?: { readonly query?: unknown }) => {
    const query = argument?.query;
    open(typeof query === 'string' ? query : '');
  });
}
