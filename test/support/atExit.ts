import { mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';

const tasks = new Set<() => void>();

process.once('exit', () => {
  // The last thing that was started is ended first, so that nothing writes into a folder that is being removed.
  for (const task of [...tasks].reverse()) task();
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    process.exit(128 + constants.signals[signal]);
  });
}

/** Runs the synchronous `task` when this process ends, by itself or by a signal. Returns a function that withdraws it. */
export function atExit(task: () => void): () => void {
  tasks.add(task);
  return () => tasks.delete(task);
}

/** Makes an empty folder that is gone when this process has ended. */
export function createTemporaryFolder(label: string, parent: string = tmpdir()): string {
  const folder = mkdtempSync(join(parent, `citation-lookup-${label}-`));
  atExit(() => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });
  return folder;
}
