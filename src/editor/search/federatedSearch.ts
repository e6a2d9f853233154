/** One search of all sources: what each has said so far, and the works that come of it. The picker and the panel show it. */
import { isCancelled, toLookupError } from '../../core/errors.ts';
import type { Identifier } from '../../core/identifiers/identifier.ts';
import { joinWorks, type SearchResult, type SourceOutcome } from '../../core/lookup/search.ts';
import { workKey } from '../../core/lookup/sameWork.ts';
import type { CitationRecord } from '../../core/record/record.ts';
import type { Sentence } from '../../core/sentence.ts';
import { parseQuery } from '../../core/sources/parseQuery.ts';
import type { Found, SourceShare } from '../../webview/protocol.ts';
import type { Services } from '../services/services.ts';
import { findNamedWork, type NamedWork } from './findNamedWork.ts';
import { createFoundWorks, type FoundWork, type FoundWorks } from './foundWorks.ts';
import { savedVersion, type SavedSearch } from './savedSearch.ts';

export interface SearchOptions {
  /** Works a source and page. */
  readonly pageSize: number;
  readonly services: Pick<Services, 'search' | 'searchMore' | 'searchable' | 'resolve' | 'matchReference'>;
  /** Says that nobody knows an identifier. */
  readonly describeNotFound: (identifier: Identifier) => string;
  /** Says what the core says, in the person's language. */
  readonly translate: (sentence: Sentence) => string;
  readonly onChange: () => void;
}

type OnPartial = (outcome: SourceOutcome) => void;

export class FederatedSearch {
  readonly #options: SearchOptions;
  #text = '';
  #note: string | undefined;
  #shares = new Map<string, SourceShare>();
  /** Each source's records by work. */
  #answers = new Map<string, Map<string, CitationRecord>>();
  #works: FoundWorks = createFoundWorks();
  /** Where `more` goes on. */
  #live: readonly SearchResult[] = [];
  #running: AbortController | undefined;
  #isSettled = false;
  #isPaused = false;

  constructor(options: SearchOptions) {
    this.#options = options;
  }

  get records(): ReadonlyMap<string, CitationRecord> {
    return this.#works.records;
  }

  get found(): Found {
    const { order, records } = this.#works;
    const credits = order
      .map((id) => records.get(id)?.facts?.credit)
      .filter((credit) => credit !== undefined);
    return {
      text: this.#text,
      busy: this.#running !== undefined,
      sources: [...this.#shares.values()],
      order,
      credits: [...new Set(credits)],
      ...(this.#note === undefined ? {} : { note: this.#note }),
    };
  }

  /** Returns what is to be kept of it. */
  save(): SavedSearch {
    const works = this.#works.order.flatMap((id): readonly FoundWork[] => {
      const record = this.records.get(id);
      return record === undefined ? [] : [[id, record]];
    });
    return { version: savedVersion, text: this.#text, shares: this.found.sources, works };
  }

  restore({ text, shares, works }: SavedSearch): void {
    this.#text = text;
    this.#shares = new Map(shares.map((share) => [share.id, share]));
    this.#works = createFoundWorks(works);
    this.#isSettled = true;
  }

  /** Brings in which sources there are, such as after credentials were set; what they found stays. */
  async refreshSources(): Promise<void> {
    const before = this.#shares;
    const sources = await this.#options.services.searchable();
    this.#shares = new Map(
      sources.map(({ id, name, lacksCredentials }) => {
        const known = before.get(id);
        if (known !== undefined && (known.state === 'lacks-credentials') === lacksCredentials)
          return [id, known];
        const state = lacksCredentials ? 'lacks-credentials' : 'idle';
        return [id, { id, name, state, count: 0, hasMore: false, notApplied: [] }];
      }),
    );
    this.#options.onChange();
  }

  /** Searches for words, or goes straight to the work that they name. */
  async start(text: string): Promise<void> {
    this.stop();
    [this.#text, this.#note, this.#live] = [text, undefined, []];
    [this.#works, this.#isSettled, this.#isPaused] = [createFoundWorks(), false, false];
    this.#shares.clear();
    this.#answers.clear();
    await this.#run(async (signal, onPartial) => {
      await this.refreshSources();
      const named = await findNamedWork(text, this.#options.services, signal);
      if (signal.aborted) return;
      if (named === undefined) await this.#search(undefined, signal, onPartial);
      else this.#show(named);
    });
  }

  /** Loads the next page of every source that has one. */
  async more(): Promise<void> {
    if (this.#running !== undefined) return;
    this.#isSettled = true;
    await this.#run(async (signal, onPartial) => {
      const before = this.#works.order.length;
      // A search of an earlier window is done again, its answers being known, until it comes to something new.
      if (this.#live.length === 0) await this.#search(undefined, signal, onPartial);
      else await this.#loadMore(signal, onPartial);
      while (!signal.aborted && this.#works.order.length === before && this.#hasMore())
        await this.#loadMore(signal, onPartial);
    });
  }

  /** Asks some sources again, from their beginning. */
  async retry(ids: readonly string[]): Promise<void> {
    this.#isSettled ||= this.#works.order.length > 0;
    await this.#run((signal, onPartial) => this.#search(ids, signal, onPartial));
  }

  /** The order of what is there stays from now on. */
  settle(): void {
    this.#isSettled = true;
  }

  /** Cancels everything on the wire; sources that have not answered can be asked again. */
  stop(): void {
    if (this.#running === undefined) return;
    this.#running.abort();
    this.#running = undefined;
    for (const share of this.#shares.values())
      if (share.state === 'waiting') this.#shares.set(share.id, { ...share, state: 'stopped' });
    this.#options.onChange();
  }

  /** Stops while nobody looks. */
  pause(): void {
    this.#isPaused ||= this.#running !== undefined;
    this.stop();
  }

  /** Goes on where `pause` stopped. */
  async resume(): Promise<void> {
    if (!this.#isPaused) return;
    this.#isPaused = false;
    const stopped = [...this.#shares.values()].filter(({ state }) => state === 'stopped').map(({ id }) => id);
    if (stopped.length > 0) await this.retry(stopped);
    else if (this.#works.order.length === 0) await this.start(this.#text);
  }

  /** Lets something run that `stop` ends; a failure of the whole becomes the note. */
  async #run(task: (signal: AbortSignal, onPartial: OnPartial) => Promise<void>): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    const { signal } = running;
    this.#running = running;
    this.#options.onChange();
    try {
      await task(signal, (outcome) => {
        if (!signal.aborted) this.#add(outcome);
      });
    } catch (error) {
      if (!signal.aborted && !isCancelled(error)) {
        this.#note = this.#options.translate(toLookupError(error).sentence);
      }
    }
    if (signal.aborted) return;
    this.#running = undefined;
    this.#options.onChange();
  }

  async #search(
    ids: readonly string[] | undefined,
    signal: AbortSignal,
    onPartial: OnPartial,
  ): Promise<void> {
    const query = parseQuery(this.#text);
    const asked = [...this.#shares.values()].filter(
      ({ id, state }) =>
        state !== 'lacks-credentials' && (ids ?? [id]).includes(id) && (query.source ?? [id]).includes(id),
    );
    for (const { id } of asked) this.#expect(id);
    this.#options.onChange();
    const sources = asked.map(({ id }) => id);
    const { services, pageSize } = this.#options;
    const result = await services.search(query, { signal, pageSize, onPartial, sources });
    if (!signal.aborted) this.#live = [...this.#live, result];
  }

  async #loadMore(signal: AbortSignal, onPartial: OnPartial): Promise<void> {
    for (const { id, hasMore } of [...this.#shares.values()]) if (hasMore) this.#expect(id);
    this.#options.onChange();
    const { services } = this.#options;
    const next = await Promise.all(
      this.#live.map((result) => services.searchMore(result, { signal, onPartial })),
    );
    if (!signal.aborted) this.#live = next;
  }

  #show({ record, identifier }: NamedWork): void {
    if (record !== undefined) this.#works.update([record], false);
    else if (identifier !== undefined) this.#note = this.#options.describeNotFound(identifier);
  }

  #hasMore(): boolean {
    return [...this.#shares.values()].some(({ hasMore }) => hasMore);
  }

  /** Marks a source as asked. */
  #expect(id: string): void {
    const share = this.#shares.get(id);
    if (share !== undefined) this.#shares.set(id, { ...share, state: 'waiting', failure: undefined });
  }

  #add({ source, records, total, hasMore, error, notApplied = [], notes }: SourceOutcome): void {
    const share = this.#shares.get(source);
    if (share === undefined) return;
    const answers = this.#answers.get(source) ?? new Map<string, CitationRecord>();
    for (const record of records) answers.set(workKey(record), record);
    this.#answers.set(source, answers);
    this.#shares.set(source, {
      ...share,
      state: error === undefined ? 'answered' : error.kind === 'credentials' ? 'lacks-credentials' : 'failed',
      count: Math.max(answers.size, share.count),
      hasMore,
      notApplied,
      notes: notes?.map(this.#options.translate),
      ...(total === undefined ? {} : { total }),
      failure: error && {
        message: this.#options.translate(error.sentence),
        offline: error.kind === 'network',
      },
    });
    const all = [...this.#answers].map(([id, found]) => ({
      source: id,
      records: [...found.values()],
      hasMore: false,
    }));
    this.#works.update(joinWorks(all), this.#isSettled);
    this.#options.onChange();
  }
}
