/** Search as one types: every source at once in a Quick Pick, one row a work, several can be picked and inserted. */
import * as vscode from 'vscode';
import { isCancelled, toLookupError } from '../core/errors.ts';
import type { SearchResult, SourceOutcome } from '../core/lookup/search.ts';
import { workKey } from '../core/lookup/sameWork.ts';
import type { CitationRecord } from '../core/record/record.ts';
import { parseQuery } from '../core/sources/parseQuery.ts';
import { addressOf } from './addressOf.ts';
import type { Bibliographies } from './bibliographies.ts';
import { commands } from './contributions.ts';
import { copyEntry } from './copyBibTeX.ts';
import { findNamedWork } from './findNamedWork.ts';
import { insertFound } from './insertFound.ts';
import { describeNotFound } from './messages.ts';
import { createRecentSearches } from './recentSearches.ts';
import { createReminders } from './reminders.ts';
import {
  credentialsItem,
  moreItem,
  noteItem,
  recentItems,
  workItem,
  type SearchItem,
} from './searchItems.ts';
import type { Services } from './services.ts';

const { l10n } = vscode;

/** How long typing must pause before the services are asked. */
const pauseMs = 350;
const minLength = 3;

/** One open picker: what is shown, what is on its way. */
class SearchPicker {
  readonly #picker = vscode.window.createQuickPick<SearchItem>();
  readonly #services: Services;
  readonly #bibliographies: Bibliographies;
  readonly #recent: ReturnType<typeof createRecentSearches>;
  readonly #reminders: ReturnType<typeof createReminders>;
  /** Where the citation goes: the cursor as the picker opened. */
  readonly #editor = vscode.window.activeTextEditor;
  #running = new AbortController();
  #pause: NodeJS.Timeout | undefined;
  #result: SearchResult | undefined;
  #outcomes: readonly SourceOutcome[] = [];
  #records: readonly CitationRecord[] = [];

  constructor(services: Services, bibliographies: Bibliographies, state: vscode.Memento) {
    this.#services = services;
    this.#bibliographies = bibliographies;
    this.#recent = createRecentSearches(state);
    this.#reminders = createReminders(state);
  }

  show(words: string): void {
    const picker = this.#picker;
    picker.title = l10n.t('Search Works');
    picker.placeholder = l10n.t(
      'Words of the title, author: year:2019-2023 journal: …, an identifier, or a whole reference',
    );
    picker.canSelectMany = true;
    picker.matchOnDescription = false;
    picker.matchOnDetail = false;
    picker.items = recentItems(this.#recent.list());
    picker.onDidChangeValue((value) => {
      this.#restart(value);
    });
    picker.onDidTriggerItemButton(({ item, button }) => void this.#press(item, button));
    picker.onDidAccept(() => void this.#accept());
    picker.onDidHide(() => {
      clearTimeout(this.#pause);
      this.#running.abort();
      picker.dispose();
    });
    picker.show();
    if (words === '') return;
    picker.value = words;
    this.#restart(words);
  }

  /** Drops what is on its way and asks anew once typing pauses. */
  #restart(value: string): void {
    this.#running.abort();
    this.#running = new AbortController();
    clearTimeout(this.#pause);
    this.#picker.busy = false;
    if (value.trim().length < minLength) {
      this.#picker.items = value.trim() === '' ? recentItems(this.#recent.list()) : [];
      return;
    }
    this.#pause = setTimeout(() => void this.#find(value, this.#running.signal), pauseMs);
  }

  async #find(value: string, signal: AbortSignal): Promise<void> {
    this.#picker.busy = true;
    [this.#records, this.#outcomes, this.#result] = [[], [], undefined];
    try {
      const isOver = (): boolean => signal.aborted;
      const named = await findNamedWork(value, this.#services, signal);
      if (isOver()) return;
      if (named !== undefined) {
        const { record, identifier } = named;
        this.#records = record === undefined ? [] : [record];
        const notes =
          identifier === undefined || record !== undefined
            ? []
            : [describeNotFound(identifier, this.#services)];
        await this.#draw(notes.map(noteItem));
        return;
      }
      const found = await this.#services.search(parseQuery(value), {
        signal,
        onPartial: (outcome) => void this.#addPartial(outcome, signal),
      });
      if (isOver()) return;
      [this.#result, this.#records, this.#outcomes] = [found, found.records, found.outcomes];
      this.#picker.busy = false;
      await this.#draw();
    } catch (error) {
      if (!signal.aborted && !isCancelled(error))
        this.#picker.items = [noteItem(toLookupError(error).message)];
    } finally {
      if (!signal.aborted) this.#picker.busy = false;
    }
  }

  /** Shows a source's share while others are still on their way. */
  async #addPartial(outcome: SourceOutcome, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const known = new Set(this.#records.map(workKey));
    this.#records = [...this.#records, ...outcome.records.filter((record) => !known.has(workKey(record)))];
    this.#outcomes = [...this.#outcomes, outcome];
    await this.#draw();
  }

  async #draw(notes: readonly SearchItem[] = []): Promise<void> {
    const records = this.#records;
    const keys = await Promise.all(records.map((record) => this.#findKey(record)));
    if (records !== this.#records) return;
    const chosen = new Set(this.#picker.selectedItems.map(({ id }) => id));
    const active = this.#picker.activeItems[0]?.id;
    const items = [
      ...records.map((record, place) =>
        workItem(record, keys[place], this.#services.namesOf(record.sources)),
      ),
      ...(this.#result?.outcomes.some(({ hasMore }) => hasMore) === true ? [moreItem()] : []),
      ...this.#outcomes.flatMap((outcome) => this.#noteOn(outcome)),
      ...notes,
    ];
    if (records.length === 0 && notes.length === 0 && !this.#picker.busy)
      items.unshift(noteItem(l10n.t('No work found.')));
    this.#picker.keepScrollPosition = true;
    this.#picker.items = items;
    this.#picker.selectedItems = items.filter(({ id }) => id !== undefined && chosen.has(id));
    // Enter takes the row in focus: the one that was, else the best.
    this.#picker.activeItems = items.filter(({ id }) => id !== undefined && id === (active ?? items[0]?.id));
  }

  /** Says why a source has no share; what it lacks for lack of credentials only once on this machine. */
  #noteOn({ source, error }: SourceOutcome): readonly SearchItem[] {
    if (error === undefined) return [];
    if (error.kind !== 'credentials') return [noteItem(error.message)];
    return this.#reminders.isNew(source) ? [credentialsItem(source, error.message)] : [];
  }

  #findKey(record: CitationRecord): Promise<string | undefined> {
    const document = this.#editor?.document;
    return document === undefined
      ? Promise.resolve(undefined)
      : this.#bibliographies.findKey(document, record);
  }

  async #press(item: SearchItem, button: vscode.QuickInputButton): Promise<void> {
    if (item.record === undefined) return;
    if (button.tooltip === l10n.t('Copy BibTeX')) await copyEntry(item.record);
    const page = addressOf(item.record);
    if (button.tooltip === l10n.t('Open') && page !== undefined)
      await vscode.env.openExternal(vscode.Uri.parse(page));
  }

  /** Enter: a recent search is repeated, "more" loads more, works are inserted: the ticked ones, else the one in focus. */
  async #accept(): Promise<void> {
    const [active] = this.#picker.activeItems;
    const picked =
      this.#picker.selectedItems.length > 0
        ? this.#picker.selectedItems
        : active === undefined
          ? []
          : [active];
    const records = picked.flatMap(({ record }) => (record === undefined ? [] : [record]));
    if (records.length > 0) {
      this.#recent.add(this.#picker.value);
      this.#picker.hide();
      await insertFound(records, this.#editor, this.#services, this.#bibliographies);
    } else if (active?.words !== undefined) {
      this.#picker.value = active.words;
      this.#restart(active.words);
    } else if (active?.credentialsOf !== undefined) {
      this.#picker.hide();
      await vscode.commands.executeCommand(commands.setCredentials, { source: active.credentialsOf });
    } else if (active?.more === true && this.#result !== undefined) {
      await this.#loadMore(this.#result, this.#running.signal);
    }
  }

  async #loadMore(result: SearchResult, signal: AbortSignal): Promise<void> {
    this.#picker.busy = true;
    try {
      const next = await this.#services.searchMore(result, { signal });
      if (signal.aborted) return;
      [this.#result, this.#records, this.#outcomes] = [
        next,
        [...this.#records, ...next.records],
        next.outcomes,
      ];
      await this.#draw();
    } catch (error) {
      if (!isCancelled(error))
        this.#picker.items = [...this.#picker.items, noteItem(toLookupError(error).message)];
    } finally {
      if (!signal.aborted) this.#picker.busy = false;
    }
  }
}

/** Registers the search; an argument `{ query }` is searched for at once. */
export function registerSearch(
  services: Services,
  bibliographies: Bibliographies,
  state: vscode.Memento,
): vscode.Disposable {
  return vscode.commands.registerCommand(commands.search, (argument?: { readonly query?: unknown }) => {
    const query = argument?.query;
    new SearchPicker(services, bibliographies, state).show(typeof query === 'string' ? query : '');
  });
}
