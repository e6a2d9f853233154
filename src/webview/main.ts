/** The page: shows the state, tells the host what happens, keeps what must survive. */
import { render } from 'lit';
import { messagesOf } from './effects.ts';
import { isHostMessage, type PageMessage } from './protocol.ts';
import { createState, reduce, toKept, type Action, type PanelState } from './state.ts';
import { findPlace, goTo, type Place } from './view/place.ts';
import { rowId } from './view/list.ts';
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

function keep(): void {
  place = findPlace(place);
  if (state !== undefined) host.postMessage({ kind: 'keep', kept: toKept(state, place) });
}

/** Moves the keyboard where the change wants it, and brings its row into sight. */
function follow(before: PanelState, now: PanelState): void {
  const targets = { query: '#query', list: '#list', details: '#details-title' };
  if (now.focus !== undefined) document.querySelector<HTMLElement>(targets[now.focus])?.focus();
  const { active } = now.selection;
  if (active !== undefined && active !== before.selection.active)
    document.getElementById(rowId(active))?.scrollIntoView({ block: 'nearest' });
}

function draw(): void {
  if (state !== undefined) render(viewPanel(state, send), root);
}

/** Draws what the host says once a frame, however much it says in one. */
function schedule(): void {
  if (isDrawing) return;
  isDrawing = true;
  requestAnimationFrame(() => {
    isDrawing = false;
    draw();
  });
}

/** Lets something happen. What the person does is drawn at once: their next key finds the page as it is now. */
function send(action: Action): void {
  if (state === undefined) return;
  for (const message of messagesOf(action, state)) host.postMessage(message);
  const before = state;
  state = reduce(state, action);
  if (action.kind === 'host') schedule();
  else draw();
  // A list that details covered when the page was made anew has not been scrolled yet.
  if (action.kind === 'closeDetails') goTo(place);
  follow(before, state);
  if (action.kind !== 'host') keep();
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
