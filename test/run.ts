/**
 * Runs every check of the project, or the stages named:
 *
 *     npm test
 *     npm test -- unit e2e
 */
import { rmSync } from 'node:fs';
import { outputFolder } from './support/paths.ts';
import { host } from './support/runInHost.ts';
import { stages, type Stage } from './support/stages.ts';
import type { SuiteResult } from './support/suiteResult.ts';

interface Outcome extends SuiteResult {
  readonly name: string;
  readonly seconds: number;
}

const names = stages.map(({ name }) => name).join(', ');
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) {
  console.log(`There is no stage ${unknown.join(', ')}; there are ${names}.`);
  process.exit(2);
}
const chosen = stages.filter(({ name }) => asked.length === 0 || asked.includes(name));
const isBuildNeeded = chosen.some(({ needsBuild }) => needsBuild);
const planned = stages.filter((stage) => chosen.includes(stage) || (isBuildNeeded && stage.name === 'build'));

console.log(`Integration tests run in: ${host}`);
rmSync(outputFolder, { recursive: true, force: true });
const outcomes: Outcome[] = [];
for (const stage of planned) {
  console.log(`\n── ${stage.name} ──`);
  const start = performance.now();
  const result = await runStage(stage, outcomes);
  const seconds = (performance.now() - start) / 1000;
  outcomes.push({ ...result, name: stage.name, seconds });
  console.log(`${stage.name}: ${seconds.toFixed(1)} s`);
}
process.exit(summarize(outcomes) > 0 ? 1 : 0);

/** A stage that cannot be carried out has failed: its reason stands in the place of a test's title. */
async function runStage({ run, needsBuild }: Stage, before: readonly Outcome[]): Promise<SuiteResult> {
  const isBuilt = before.every(({ name, failed }) => name !== 'build' || failed.length === 0);
  if (needsBuild && !isBuilt)
    return { passed: 0, failed: ['did not run, because the build failed'], pending: [] };
  try {
    return await run();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    console.log(message);
    return { passed: 0, failed: [message.split('\n', 1).join()], pending: [] };
  }
}

/** Prints what happened, the closing line last, and returns the number of failures. */
function summarize(all: readonly Outcome[]): number {
  console.log('\n── summary ──');
  for (const { name, seconds, passed, failed, pending } of all) {
    const counts = [`${passed} passed`, `${failed.length} failed`, `${pending.length} not run`];
    console.log(`${name.padEnd(12)}${seconds.toFixed(1).padStart(7)} s   ${counts.join(', ')}`);
  }
  const left = stages.filter((stage) => !planned.includes(stage)).map(({ name }) => name);
  if (left.length > 0) console.log(`\nNot asked for: ${left.join(', ')}`);
  print('Not run', all, ({ pending }) => pending);
  print('Failed', all, ({ failed }) => failed);
  const passedCount = all.reduce((sum, { passed }) => sum + passed, 0);
  const failedCount = all.reduce((sum, { failed }) => sum + failed.length, 0);
  console.log(`\n${passedCount} passed, ${failedCount} failed`);
  return failedCount;
}

function print(
  heading: string,
  all: readonly Outcome[],
  titlesOf: (outcome: Outcome) => readonly string[],
): void {
  const lines = all.flatMap((outcome) => titlesOf(outcome).map((title) => `  ${outcome.name}: ${title}`));
  if (lines.length > 0) console.log(`\n${heading}:\n${lines.join('\n')}`);
}
