/**
 * Pages of a list: by offset as far as offsets reach, then by cursor. A cursor always begins with the first work, so
 * that what the offsets have shown is walked through once; one that has expired is walked to again. The service keeps
 * the number of rows that a cursor began with, so that all its pages ask for the same.
 */
import { asList, asObject, asText } from '../json.ts';
import type { Ask } from './directories.ts';

/** The last work that an offset reaches. */
const maxOffset = 10_000;

const maxRows = 1000;

export interface Page {
  readonly items: readonly unknown[];
  readonly total: number | undefined;
  /** Where the next page begins: its position, and after the last offset its cursor. */
  readonly next: string | undefined;
  /** As the service sends them; undefined beyond the reach of offsets. */
  readonly facets?: unknown;
}

interface List {
  readonly items: readonly unknown[];
  readonly total: number | undefined;
  /** Undefined where the service does not know the cursor that it was asked with. */
  readonly cursor: string | undefined;
  readonly facets: unknown;
}

/** Reads the page of a list that `next` of the page before names; the first page for undefined. */
export async function readPage(
  question: readonly string[],
  { size, cursor = '0' }: { readonly size: number; readonly cursor?: string },
  ask: Ask,
): Promise<Page> {
  async function list(paging: string, keep: 'search' | 'none'): Promise<List> {
    const message = asObject(await ask(`/works?${[...question, paging].join('&')}`, keep));
    const total = message['total-results'];
    return {
      items: asList(message['items']),
      total: typeof total === 'number' ? total : undefined,
      cursor: asText(message['next-cursor']),
      facets: message['facets'],
    };
  }

  // A cursor is only good for minutes: answers that name one are not kept.
  const listFrom = (mark: string): Promise<List> =>
    list(`rows=${String(Math.min(size, maxRows))}&cursor=${encodeURIComponent(mark)}`, 'none');

  /** The page at a position, from the first one on. */
  async function walk(position: number): Promise<List> {
    let page = await listFrom('*');
    let at = 0;
    while (at + page.items.length <= position && page.items.length > 0 && page.cursor !== undefined) {
      at += page.items.length;
      page = await listFrom(page.cursor);
    }
    return { ...page, items: page.items.slice(position - at) };
  }

  const [start = '0', mark] = cursor.split(' ');
  const position = Number(start);
  if (position < maxOffset) {
    const rows = Math.min(size, maxRows, maxOffset - position);
    const { items, total, facets } = await list(`rows=${String(rows)}&offset=${start}`, 'search');
    const next = position + items.length;
    const hasMore = items.length === rows && (total === undefined || next < total);
    return { items, total, next: hasMore ? String(next) : undefined, facets };
  }
  const known = mark === undefined ? undefined : await listFrom(mark);
  const { items, total, cursor: following } = known?.cursor === undefined ? await walk(position) : known;
  const next = position + items.length;
  const hasMore = items.length > 0 && following !== undefined && (total === undefined || next < total);
  return { items, total, next: hasMore ? `${String(next)} ${following}` : undefined };
}
