import type { Action } from '../state.ts';

/** Lets an action happen. */
export type Send = (action: Action) => void;
