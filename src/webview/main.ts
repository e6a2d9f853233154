/** The page: shows the state, tells the host what happens, keeps what must survive. */
import { render } from 'lit';
import { messagesOf } from './effects.ts';
import { isHostMessage, type PageMessage, type Work } from './protocol.ts';
import { createState, reduce, shownWorks, toKept, type Action, type PanelState } from './state.ts';
import { findPlace, goTo, type Place } from './view/place.ts';
import { countChunks, countChunksTo, rowId } from './view/list.ts';
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
/** Chunks of the list that a frame builds: few enough to take a fraction of it. */
const chunksAFrame = 2;
/** Those that are built. */
let built = 0;
/** The works of the list, built or not yet. */
let listed: readonly Work[] = [];

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

/** Draws the page with at most so many chunks of its list, and the others over frames: nobody waits for all of them. */
function draw(maxChunks: number): void {
  if (state === undefined) return;
  listed = shownWorks(state);
  const all = countChunks(listed);
  built = Math.min(maxChunks, all);
  render(viewPanel(state, built, send), root);
  if (built < all) schedule();
}

/** Draws what the host says and some chunks more; the list stays where it is, whatever comes in above. */
function drawNews(): void {
  if (state === undefined) return;
  const shown = shownWorks(state);
  const held = listed.every(({ id }, at) => id === shown[at]?.id) ? undefined : findPlace(undefined);
  draw(Math.max(built, countChunksTo(held?.id, shown)) + chunksAFrame);
  goTo(held);
}

/** Draws what the host says once a frame, however much it says in one. */
function schedule(): void {
  if (isDrawing) return;
  isDrawing = true;
  requestAnimationFrame(() => {
    isDrawing = false;
    drawNews();
  });
}

/** What makes another list of the works. */
const listings: readonly Action['kind'][] = ['filter', 'filterYears', 'clearFilters', 'sort'];

/** Draws what the person did at once: their next key finds the page as it is now, `target` being the row that they go to. */
function drawNow(kind: Action['kind'], target: string | undefined): void {
  if (state === undefined) return;
  const isOther = listings.includes(kind);
  draw(isOther ? chunksAFrame : Math.max(built, countChunksTo(target, shownWorks(state))));
  if (isOther) document.querySelector('#scroll')?.scrollTo({ top: 0 });
}

/** Lets something happen. */
function send(action: Action): void {
  if (state === undefined) return;
  for (const message of messagesOf(action, state)) host.postMessage(message);
  const before = state;
  state = reduce(state, action);
  const { active } = state.selection;
  // The first works of a search are waited for; what comes later is drawn with the frame.
  if (action.kind === 'host' && listed.length === 0) drawNews();
  else if (action.kind === 'host') schedule();
  else drawNow(action.kind, active === before.selection.active ? undefined : active);
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
  const left = data.kept?.scrolled;
  draw(countChunksTo(left?.id, shownWorks(state)) + chunksAFrame);
  place = left;
  goTo(left);
  // Rows get their heights when they are first laid out: only then is the place where it was.
  requestAnimationFrame(() => requestAnimationFrame(() => { goTo(left); })); // prettier-ignore
  if (state.details !== undefined) host.postMessage({ kind: 'details', id: state.details.id });
});

// Pictures that do not come leave no hole; the event does not rise, so it is caught on its way down.
addEventListener('error', ({ target }) => { if (target instanceof HTMLImageElement) target.hidden = true; }, true); // prettier-ignore
addEventListener('scrollend', keep, { capture: true, passive: true });
addEventListener('scroll', ({ target }) => {
  const isMoved = target instanceof Element && target.id === 'scroll' && target.scrollTop > 0;
  if (isMoved && state?.found.busy === true && !state.isRead) send({ kind: 'read' });
}, { capture: true, passive: true }); // prettier-ignore
// Keys typed while the panel itself has the keyboard go to the query.
addEventListener('focus', () => {
  if (document.activeElement === document.body) document.querySelector<HTMLElement>('#query')?.focus();
});
host.postMessage({ kind: 'ready' });
