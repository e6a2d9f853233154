/**
 * Pages of `/dois`: by number as far as numbers reach, then by cursor. A cursor goes through all works by the date of
 * their registration whatever order was asked for, so that those which the numbers have shown are left out of it.
 */
import { asList, asObject, asText } from '../json.ts';
import type { Ask } from './directories.ts';
import { listForm } from './form.ts';

/** The last work that a page number reaches. */
const maxReach = 10_000;

const maxSize = 1000;

export interface Page {
  readonly items: readonly unknown[];
  readonly total: number | undefined;
  /** A page number, or `cursor` and its token. */
  readonly next: string | undefined;
  /** As the service sends it: counts, where they were asked for. */
  readonly meta?: Readonly<Record<string, unknown>>;
}

function idsOf(items: readonly unknown[]): readonly string[] {
  return items.map((item) => asText(asObject(item)['id']) ?? '');
}

/** Reads the page of a list that `next` of the page before names; the first page for undefined. */
export async function readPage(
  question: string,
  page: { readonly size: number; readonly cursor?: string },
  ask: Ask,
): Promise<Page> {
  const size = Math.min(page.size, maxSize);
  const lastNumber = Math.floor(maxReach / size);

  const list = async (paging: string, form = listForm): Promise<Page> => {
    const body = asObject(await ask(`/dois?${[question, paging, form].join('&')}`, 'search'));
    const meta = asObject(body['meta']);
    const { total } = meta;
    const link = asText(asObject(body['links'])['next']) ?? '';
    const token = new URLSearchParams(link.slice(link.indexOf('?') + 1)).get('page[cursor]');
    return {
      items: asList(body['data']),
      total: typeof total === 'number' ? total : undefined,
      next: token ?? undefined,
      meta,
    };
  };

  async function findShown(): Promise<ReadonlySet<string>> {
    const numbers = Array.from({ length: maxReach / maxSize }, (_, index) => String(index + 1));
    const pages = await Promise.all(
      numbers.map((number) =>
        list(`page[size]=${String(maxSize)}&page[number]=${number}`, 'fields[dois]=doi'),
      ),
    );
    return new Set(idsOf(pages.flatMap(({ items }) => items)).slice(0, lastNumber * size));
  }

  const [place = '1', token] = (page.cursor ?? '1').split(' ');
  if (token === undefined) {
    const number = Number(place);
    const { items, total, meta } = await list(`page[size]=${String(size)}&page[number]=${place}`);
    const hasMore = items.length === size && (total === undefined || number * size < total);
    const next = number < lastNumber ? String(number + 1) : 'cursor 1';
    return { items, total, next: hasMore ? next : undefined, ...(meta === undefined ? {} : { meta }) };
  }
  const shown = await findShown();
  let found: Page = { items: [], total: undefined, next: token };
  // A page may hold nothing but what has been shown.
  while (found.items.length === 0 && found.next !== undefined) {
    const { items, total, next } = await list(
      `page[size]=${String(size)}&page[cursor]=${encodeURIComponent(found.next)}`,
    );
    const ids = idsOf(items);
    found = { items: items.filter((_, index) => !shown.has(ids[index] ?? '')), total, next };
  }
  return { ...found, next: found.next === undefined ? undefined : `cursor ${found.next}` };
}
