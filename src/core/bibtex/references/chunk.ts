/** What `dist/references.cjs` holds: the formatting of references, for this thread and for a worker's. */
import { parentPort, workerData } from 'node:worker_threads';
import { readCslData } from './csl/cslData.ts';
import { isWorkerStart, type Answer, type Question } from './exchange.ts';
import { addCsl, formatReference } from './formatReference.ts';
import { toStyleError } from './styleError.ts';

/** Returns the formatting, with the locales and styles of a file. Throws where that cannot be read. */
export function openReferences(cslFile: string): typeof formatReference {
  addCsl(readCslData(cslFile));
  return formatReference;
}

function answer({ id, csl, options }: Question): Answer {
  try {
    return { id, text: formatReference(csl, options) };
  } catch (error) {
    return { id, reason: toStyleError(error).sentence };
  }
}

// The extension host may be a worker itself, and not this one.
if (isWorkerStart(workerData)) {
  openReferences(workerData.cslFile);
  parentPort?.on('message', (question: Question) => {
    parentPort?.postMessage(answer(question));
  });
}
