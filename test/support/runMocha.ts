import Mocha from 'mocha';
import type { SuiteResult } from './suiteResult.ts';

/** Runs test files with mocha, printing as it goes, and counts. Rejects with what a file throws while it is loaded. */
export async function runMocha(files: readonly string[], timeoutMs: number): Promise<SuiteResult> {
  const mocha = new Mocha({ timeout: timeoutMs, forbidOnly: process.env['CI'] !== undefined });
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  const result: SuiteResult = { passed: 0, failed: [], pending: [] };
  return new Promise((resolve) => {
    mocha
      .run(() => {
        resolve(result);
      })
      .on('pass', () => {
        result.passed += 1;
      })
      .on('fail', (test) => {
        result.failed.push(test.fullTitle());
      })
      .on('pending', (test) => {
        result.pending.push(test.fullTitle());
      });
  });
}
