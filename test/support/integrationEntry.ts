import { globSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import { printLines } from './printLines.ts';
import { runMocha } from './runMocha.ts';
import { reportResult } from './suiteResult.ts';

Mocha.reporters.Base.consoleLog = (...line: unknown[]) => {
  printLines(format(...line));
};

/** Runs the integration tests inside the extension host; VS Code calls it. Rejects when a test fails. */
export async function run(): Promise<void> {
  const folder = join(__dirname, '..', 'integration');
  const files = globSync('**/*.test.cjs', { cwd: folder }).map((file) => join(folder, file));
  const result = await runMocha(files.sort(), 30_000);
  reportResult(result);
  if (result.failed.length > 0) throw new Error(`${result.failed.length} failed`);
}
