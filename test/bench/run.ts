/**
 * Runs every bench and prints its figures:
 *
 *     npm run bench
 *     npm run bench -- scanBib
 */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../support/paths.ts';
import { startProgram } from '../support/program.ts';

const asked = process.argv.slice(2);
const files = globSync('*.bench.ts', { cwd: import.meta.dirname }).toSorted();
const chosen = files.filter((file) => asked.length === 0 || asked.some((name) => file.startsWith(name)));
if (chosen.length === 0) {
  console.log(`There is no such bench; there are ${files.join(', ')}.`);
  process.exit(2);
}
for (const file of chosen) {
  console.log(`\n── ${file} ──`);
  // One after the other, so that none takes another's processor.
  const code = await startProgram(process.execPath, ['--expose-gc', join(import.meta.dirname, file)], {
    cwd: projectFolder,
  }).ended;
  if (code !== 0) process.exitCode = 1;
}
