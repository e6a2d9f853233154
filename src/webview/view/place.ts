/** Where the list is scrolled to: by the work that is there, since rows out of sight have no height of their own. */
import type { Kept } from '../protocol.ts';
import { rowId } from './list.ts';

export type Place = Kept['scrolled'];

/** Returns the place that the list shows, undefined at its top; that of `before` while the list is covered or not laid out yet. */
export function findPlace(before: Place): Place {
  const scroller = document.querySelector('#scroll');
  if (scroller === null || scroller.clientHeight === 0) return before;
  if (scroller.scrollTop === 0) return undefined;
  const { left, top, width } = scroller.getBoundingClientRect();
  const row = document.elementFromPoint(left + width / 2, top + 2)?.closest<HTMLElement>('[data-work]');
  const id = row?.dataset['work'];
  return row && id !== undefined ? { id, pixels: top - row.getBoundingClientRect().top } : before;
}

/** Scrolls the list to a place; stays where the work is not there. */
export function goTo(place: Place): void {
  const row = place === undefined ? null : document.getElementById(rowId(place.id));
  if (place === undefined || row === null) return;
  row.scrollIntoView({ block: 'start' });
  document.querySelector('#scroll')?.scrollBy({ top: place.pixels });
}
