/** What `dist/references.cjs` holds: the formatting of references, for this thread and for a worker's. */
import { parentPort, workerData } from 'node:worker_threads';
import { formatReference } from './formatReference.ts';
import { workerMark, type Answer, type Question } from './exchange.ts';

export { formatReference };

function answer({ id, csl, options }: Question): Answer {
  try {
    return { id, text: formatReference(csl, options) };
  } catch (error) {
    return { id, reason: error instanceof Error ? error.message : String(error) };
  }
}

// The extension host may be a worker itself, and not this one.
if (workerData === workerMark)
  parentPort?.on('message', (question: Question) => {
    parentPort?.postMessage(answer(question));
  });
