/** The page: shows the state, tells the host what happens, keeps what must survive. */
import { render } from 'lit';
import { messagesOf } from './effects.ts';
import { isHostMessage, type PageMessage } from './protocol.ts';
import { createState, reduce, shownWorks, toKept, type Action, type PanelState } from './state.ts';
import { findPlace, goTo, type Place } from './view/place.ts';
import { countChunks, rowId } from './view/list.ts';
import { viewPanel } from './view/panel.ts';

interface Host {
  postMessage(message: PageMessage): void;
}
declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
const root = document.querySelector('main') ?? document.body;
let state: PanelState | undefined;
let place: Place;
let isDrawing = false;
let isKeeping = false;
/** Chunks of the list that are built. */
let built = 0;

function keep(): void {
  place = findPlace(place);
  if (state !== undefined) host.postMessage({ kind: 'keep', kept: toKept(state, place) });
}

/** Keeps once the page has nothing else to do: finding the place lays the page out, which no letter shall wait for. */
function keepSoon(): void {
  if (isKeeping) return;
  isKeeping = true;
  requestIdleCallback(() => { isKeeping = false; keep(); }, { timeout: 300 }); // prettier-ignore
}

/** Moves the keyboard where the change wants it, and brings its row into sight. */
function follow(before: PanelState, now: PanelState): void {
  const targets = { query: '#query', list: '#list', details: '#details-title' };
  if (now.focus !== undefined) document.querySelector<HTMLElement>(targets[now.focus])?.focus();
  const { active } = now.selection;
  if (active !== undefined && active !== before.selection.active)
    document.getElementById(rowId(active))?.scrollIntoView({ block: 'nearest' });
}

/** Draws the page with at most so many chunks of its list, and the others one a frame: no key waits for all of them. */
function draw(maxChunks = Infinity): void {
  if (state === undefined) return;
  const all = countChunks(shownWorks(state));
  built = Math.min(maxChunks, all);
  render(viewPanel(state, built, send), root);
  if (built < all) schedule();
}

/** Draws what the host says once a frame, however much it says in one. */
function schedule(): void {
  if (isDrawing) return;
  isDrawing = true;
  requestAnimationFrame(() => {
    isDrawing = false;
    draw(built + 1);
  });
}

/**
 * Lets something happen. What the person does is drawn at once: their next key finds the page as it is now. So are the
 * first works of a search: who waits for them shall not wait for a frame to begin.
 */
function send(action: Action): void {
  if (state === undefined) return;
  for (const message of messagesOf(action, state)) host.postMessage(message);
  const before = state;
  state = reduce(state, action);
  if (action.kind === 'host' && built > 0) schedule();
  else if (action.kind === 'host') draw(1);
  else draw(action.kind === 'type' ? built : Infinity);
  // A list that details covered when the page was made anew has not been scrolled yet.
  if (action.kind === 'closeDetails') goTo(place);
  follow(before, state);
  if (action.kind === 'type') keepSoon();
  else if (action.kind !== 'host') keep();
}

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!isHostMessage(data)) return;
  if (data.kind !== 'state' || state !== undefined) {
    send({ kind: 'host', message: data });
    return;
  }
  state = createState(data);
  draw();
  const left = data.kept?.scrolled;
  place = left;
  goTo(left);
  // Rows get their heights when they are first laid out: only then is the place where it was.
  requestAnimationFrame(() => requestAnimationFrame(() => { goTo(left); })); // prettier-ignore
  if (state.details !== undefined) host.postMessage({ kind: 'details', id: state.details.id });
});

// Pictures that do not come leave no hole; the event does not rise, so it is caught on its way down.
addEventListener('error', ({ target }) => { if (target instanceof HTMLImageElement) target.hidden = true; }, true); // prettier-ignore
addEventListener('scrollend', keep, { capture: true, passive: true });
// Keys typed while the panel itself has the keyboard go to the query.
addEventListener('focus', () => {
  if (document.activeElement === document.body) document.querySelector<HTMLElement>('#query')?.focus();
});
host.postMessage({ kind: 'ready' });
