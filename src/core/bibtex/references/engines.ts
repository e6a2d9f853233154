/** The engines of citeproc, few of them: citation-js keeps every one that it made, and one for APA holds 100 MB. */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import { say } from '../../sentence.ts';
import type { PlainItem } from './plainItem.ts';
import { StyleError } from './styleError.ts';

/** What is used of citeproc, whose types citation-js leaves open. */
export interface Engine {
  readonly opt: { readonly development_extensions: Record<string, boolean> };
  updateItems(ids: readonly string[]): unknown;
  makeBibliography(): unknown;
}

const { engine: createEngine } = plugins.config.get('@csl');

/** So many languages or styles can take turns without an engine being made anew. */
const mostEngines = 3;

/** By style and language, in the order of their last use. */
const engines = new Map<string, Engine>();

function isEngine(value: unknown): value is Engine {
  return typeof value === 'object' && value !== null && 'makeBibliography' in value && 'opt' in value;
}

/** Takes everything from an engine; one without its prototype is none to citation-js, which then makes a new one. */
function empty(engine: Engine): void {
  for (const name of Object.keys(engine)) Reflect.deleteProperty(engine, name);
  Object.setPrototypeOf(engine, null);
}

/** Returns the engine that writes an item in a style and a language. Throws where the style cannot be read. */
export function findEngine(item: PlainItem, style: string, locale: string): Engine {
  const engine: unknown = createEngine([item], style, locale, 'html');
  if (!isEngine(engine)) throw new StyleError(say`This citation style cannot be read.`);
  const key = `${style}|${locale}`;
  engines.delete(key);
  engines.set(key, engine);
  for (const [oldest, old] of engines) {
    if (engines.size <= mostEngines) break;
    engines.delete(oldest);
    empty(old);
  }
  return engine;
}
