/** What a worker that formats references is asked and answers. */
import type { CslItem } from '../../record/record.ts';
import type { ReferenceOptions } from './formatReference.ts';

/** Tells the worker's thread from others that load the same file. */
export const workerMark = 'citation-lookup references';

export interface Question {
  readonly id: number;
  readonly csl: CslItem;
  readonly options: ReferenceOptions;
}

/** The reference, or why there is none. */
export type Answer = { readonly id: number } & ({ readonly text: string } | { readonly reason: string });
