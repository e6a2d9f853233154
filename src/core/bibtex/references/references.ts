/** Formats references by the bundle that is loaded when the first one is asked for. */
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { CslItem } from '../../record/record.ts';
import { say, type Sentence } from '../../sentence.ts';
import { createWorkerStart, type Answer, type Question } from './exchange.ts';
import type { openReferences } from './chunk.ts';
import type { ReferenceOptions } from './formatReference.ts';
import { StyleError } from './styleError.ts';

export interface References {
  /** Formats at once, which blocks for a second the first time. Throws StyleError. */
  formatNow(csl: CslItem, options: ReferenceOptions): string;
  /** Formats in a thread of its own. Rejects with StyleError. */
  format(csl: CslItem, options: ReferenceOptions): Promise<string>;
  dispose(): void;
}

interface Waiting {
  readonly resolve: (text: string) => void;
  readonly reject: (error: Error) => void;
}

/** A style that takes longer never ends. */
const limitMs = 30_000;

function isChunk(value: unknown): value is { readonly openReferences: typeof openReferences } {
  return typeof value === 'object' && value !== null && 'openReferences' in value;
}

/** Creates the formatter of a bundle, with the locales and styles of `cslFile`. Loads nothing yet. */
export function createReferences(file: string, cslFile: string): References {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let asked = 0;
  let formatHere: ReturnType<typeof openReferences> | undefined;

  function settle(id: number, use: (question: Waiting) => void): void {
    const question = waiting.get(id);
    waiting.delete(id);
    // A thread that nobody waits for must not keep the process alive.
    if (waiting.size === 0) worker?.unref();
    if (question !== undefined) use(question);
  }

  function stop(reason: Sentence): void {
    void worker?.terminate();
    worker = undefined;
    for (const id of [...waiting.keys()])
      settle(id, ({ reject }) => {
        reject(new StyleError(reason));
      });
  }

  function start(): Worker {
    const started = new Worker(file, { workerData: createWorkerStart(cslFile) });
    started.on('message', (answer: Answer) => {
      settle(answer.id, ({ resolve, reject }) => {
        if ('text' in answer) resolve(answer.text);
        else reject(new StyleError(answer.reason));
      });
    });
    started.on('error', (error) => {
      if (worker === started) stop(say`References cannot be formatted: ${error.message}`);
    });
    return started;
  }

  function open(): ReturnType<typeof openReferences> {
    const chunk: unknown = createRequire(file)(file);
    if (!isChunk(chunk)) throw new TypeError(`${file} formats no references.`);
    return chunk.openReferences(cslFile);
  }

  return {
    formatNow(csl, options) {
      formatHere ??= open();
      return formatHere(csl, options);
    },
    format(csl, options) {
      worker ??= start();
      worker.ref();
      const id = (asked += 1);
      const question: Question = { id, csl, options };
      worker.postMessage(question);
      const timer = setTimeout(() => {
        stop(say`This citation style does not come to an end.`);
      }, limitMs);
      return new Promise<string>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
      }).finally(() => {
        clearTimeout(timer);
      });
    },
    dispose: () => {
      stop(say`References are no longer formatted.`);
    },
  };
}
