/** What a worker that formats references is asked and answers. */
import type { CslItem } from '../../record/record.ts';
import type { Sentence } from '../../sentence.ts';
import type { ReferenceOptions } from './formatReference.ts';

/** Tells the worker's thread from others that load the same file. */
const workerMark = 'citation-lookup references';

/** What a worker is started with. */
export interface WorkerStart {
  readonly mark: typeof workerMark;
  /** The file with its locales and styles. */
  readonly cslFile: string;
}

/** Returns what to start a worker with. */
export function createWorkerStart(cslFile: string): WorkerStart {
  return { mark: workerMark, cslFile };
}

/** Tells whether a thread was started to format references. */
export function isWorkerStart(data: unknown): data is WorkerStart {
  return typeof data === 'object' && data !== null && 'mark' in data && data.mark === workerMark;
}

export interface Question {
  readonly id: number;
  readonly csl: CslItem;
  readonly options: ReferenceOptions;
}

/** The reference, or why there is none. */
export type Answer = { readonly id: number } & ({ readonly text: string } | { readonly reason: Sentence });
