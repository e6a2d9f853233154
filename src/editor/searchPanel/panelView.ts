/** One open panel: answers its page, and tells it what changes. */
import * as vscode from 'vscode';
import { isCancelled } from '../../core/errors.ts';
import type { CitationRecord } from '../../core/record/record.ts';
import {
  isPageMessage,
  type HostMessage,
  type Kept,
  type PageMessage,
  type Work,
} from '../../webview/protocol.ts';
import { addressOf } from '../addressOf.ts';
import type { Bibliographies } from '../bibliography/bibliographies.ts';
import { commands } from '../contributions.ts';
import { describeFailure } from '../messages.ts';
import { insertFound } from '../search/insertFound.ts';
import type { ReferenceFormatting } from '../references/formatting.ts';
import type { Services } from '../services/services.ts';
import { toBibTeX } from '../toBibTeX.ts';
import type { FederatedSearch } from '../search/federatedSearch.ts';
import { pickCondition } from '../search/pickCondition.ts';
import { toForm, typeChoices } from './queryForm.ts';
import { panelTexts } from './texts.ts';
import { toDetails } from '../search/toDetails.ts';
import { toWork } from './toWork.ts';

const { l10n } = vscode;

/** How long changes of .bib files must pause before the marks are looked up anew. */
const pauseMs = 300;

/** Keeps what survives of the page when it is hidden and when the window is closed. */
export interface PageMemory {
  kept(): Kept | undefined;
  keep(kept: Kept): void;
}

/** Returns how many values two lists have in common from their beginning. */
function lengthOfSame(before: readonly string[], now: readonly string[]): number {
  const end = now.findIndex((id, place) => id !== before[place]);
  return end === -1 ? now.length : end;
}

/** What a panel shows and works with. */
export interface PanelParts {
  readonly memory: PageMemory;
  readonly search: FederatedSearch;
  readonly services: Services;
  readonly bibliographies: Bibliographies;
  readonly references: Pick<ReferenceFormatting, 'format'>;
  /** Origins of the covers that the page may show. */
  readonly coverOrigins: readonly string[];
}

export class PanelView {
  readonly #webview: vscode.Webview;
  readonly #parts: PanelParts;
  readonly #subscriptions: vscode.Disposable;
  /** What the page knows of each work. */
  #sent = new Map<string, { readonly record: CitationRecord; readonly key: string | undefined }>();
  /** The order that the page knows. */
  #order: readonly string[] = [];
  #keys: ReadonlyMap<string, string> = new Map();
  #pause: NodeJS.Timeout | undefined;
  #isReady = false;

  constructor(webview: vscode.Webview, parts: PanelParts) {
    this.#webview = webview;
    this.#parts = parts;
    this.#subscriptions = vscode.Disposable.from(
      webview.onDidReceiveMessage((message: unknown) => {
        if (isPageMessage(message)) void this.#answer(message);
      }),
      parts.bibliographies.onDidChange(() => {
        this.#refreshKeys();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.#refreshKeys();
      }),
    );
  }

  /** Tells the page how the search stands. */
  update(): void {
    if (!this.#isReady) return;
    const works = this.#changedWorks();
    this.#proceed(works);
    if (works.length > 0) this.#refreshKeys();
  }

  dispose(): void {
    clearTimeout(this.#pause);
    this.#subscriptions.dispose();
  }

  #post(message: HostMessage): void {
    void this.#webview.postMessage(message);
  }

  #proceed(works: readonly Work[]): void {
    const { order, ...found } = this.#parts.search.found;
    const from = lengthOfSame(this.#order, order);
    this.#order = order;
    this.#post({ kind: 'progress', found, order: { from, ids: order.slice(from) }, works });
  }

  #say(text: string): void {
    this.#post({ kind: 'said', text });
  }

  #changedWorks(): readonly Work[] {
    const works: Work[] = [];
    for (const [id, record] of this.#parts.search.records) {
      const [sent, key] = [this.#sent.get(id), this.#keys.get(id)];
      if (sent?.record === record && sent.key === key) continue;
      this.#sent.set(id, { record, key });
      works.push(toWork(id, record, key, this.#parts.coverOrigins));
    }
    return works;
  }

  #recordsOf(ids: readonly string[]): readonly CitationRecord[] {
    return ids.flatMap((id) => this.#parts.search.records.get(id) ?? []);
  }

  async #answer(message: PageMessage): Promise<void> {
    const search = this.#parts.search;
    switch (message.kind) {
      case 'ready':
        return this.#begin();
      case 'search':
        this.#sent = new Map();
        this.#order = [];
        return search.start(message.text);
      case 'stop':
        search.stop();
        return;
      case 'more':
        return search.more();
      case 'retry':
        return search.retry([message.source]);
      case 'settle':
        search.settle();
        return;
      case 'keep':
        this.#parts.memory.keep(message.kept);
        return;
      case 'details':
        return this.#showDetails(message.id);
      case 'insert':
        return this.#insert(this.#recordsOf(message.ids));
      case 'copy':
        return this.#copy(this.#recordsOf(message.ids));
      case 'open':
        return this.#open(message.id);
      case 'setCredentials':
        return this.#setCredentials(message.source);
      case 'readForm':
        this.#post({ kind: 'form', form: toForm(message.text) });
        return;
      case 'pickCondition': {
        const query = await pickCondition(message.text, this.#parts.services);
        if (query !== undefined) this.#post({ kind: 'form', form: toForm(query), query });
      }
    }
  }

  async #begin(): Promise<void> {
    await this.#parts.search.refreshSources();
    const { found } = this.#parts.search;
    this.#sent = new Map();
    this.#order = found.order;
    this.#isReady = true;
    this.#post({
      kind: 'state',
      texts: panelTexts(),
      language: vscode.env.language,
      types: typeChoices(),
      found,
      works: this.#changedWorks(),
      kept: this.#parts.memory.kept(),
    });
    this.#refreshKeys();
    await this.#parts.search.resume();
  }

  /** Marks the works that the document's bibliography holds. */
  #refreshKeys(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#findKeys(), pauseMs);
  }

  async #findKeys(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined) return;
    const keys = new Map<string, string>();
    for (const [id, record] of this.#parts.search.records) {
      const key = await this.#parts.bibliographies.findKey(document, record);
      if (key !== undefined) keys.set(id, key);
    }
    this.#keys = keys;
    const works = this.#changedWorks();
    if (works.length > 0) this.#proceed(works);
  }

  /** Shows what the search said at once, the whole record when it comes, and the reference when that is written. */
  async #showDetails(id: string): Promise<void> {
    const record = this.#parts.search.records.get(id);
    if (record === undefined) return;
    const nameOf = (source: string): string => this.#parts.services.namesOf([source]);
    this.#post({ kind: 'details', details: toDetails(id, record, nameOf, true) });
    const [whole = record] = await this.#complete([record]);
    const details = toDetails(id, whole, nameOf, false);
    this.#post({ kind: 'details', details });
    this.#post({ kind: 'details', details: { ...details, reference: await this.#formatReference(whole) } });
  }

  /** Returns the reference in the person's style, or why that style has none. */
  async #formatReference(record: CitationRecord): Promise<string> {
    try {
      return await this.#parts.references.format(record, vscode.window.activeTextEditor?.document, 'title');
    } catch (error) {
      return describeFailure(error);
    }
  }

  /** Returns records as their own sources know them, or as they are where nobody can be asked. */
  async #complete(records: readonly CitationRecord[]): Promise<readonly CitationRecord[]> {
    try {
      return await this.#parts.services.complete(records);
    } catch (error) {
      if (!isCancelled(error)) this.#parts.services.log.warn(String(error));
      return records;
    }
  }

  async #insert(records: readonly CitationRecord[]): Promise<void> {
    if (records.length === 0) return;
    const editor = vscode.window.activeTextEditor;
    const outcome = await insertFound(records, editor, this.#parts.services, this.#parts.bibliographies);
    if (outcome !== undefined) this.#say(l10n.t('Inserted: {0}', outcome.keys.join(', ')));
  }

  async #copy(records: readonly CitationRecord[]): Promise<void> {
    if (records.length === 0) return;
    await vscode.env.clipboard.writeText(toBibTeX(await this.#complete(records)));
    const text = l10n.t('BibTeX entries copied: {0}', records.length);
    void vscode.window.setStatusBarMessage(`$(check) ${text}`, 5000);
    this.#say(text);
  }

  async #open(id: string): Promise<void> {
    const record = this.#parts.search.records.get(id);
    const address = record === undefined ? undefined : addressOf(record);
    if (address !== undefined) await vscode.env.openExternal(vscode.Uri.parse(address));
  }

  /** Asks for a source's credentials, and then the source for its share of the search. */
  async #setCredentials(source: string): Promise<void> {
    await vscode.commands.executeCommand(commands.setCredentials, { source });
    await this.#parts.search.refreshSources();
    const { text, sources } = this.#parts.search.found;
    if (text !== '' && sources.some(({ id, state }) => id === source && state === 'idle'))
      await this.#parts.search.retry([source]);
  }
}
