import { globSync, rmSync } from 'node:fs';
import { join, sep } from 'node:path';
import { createTemporaryFolder } from './atExit.ts';
import { projectFolder } from './paths.ts';
import { runProgram, startProgram } from './program.ts';
import { runInHost } from './runInHost.ts';
import { readResult, resultVariable, type SuiteResult } from './suiteResult.ts';

/** A part of `npm test` with a name of its own. */
export interface Stage {
  readonly name: string;
  /** Rejects where the stage cannot be carried out. */
  readonly run: () => Promise<SuiteResult>;
  /** True where it tests what the stage `build` makes. */
  readonly needsBuild?: boolean;
}

const ownStages: readonly Stage[] = [
  { name: 'format', run: () => runCheck('check:format') },
  { name: 'lint', run: () => runCheck('check:lint') },
  { name: 'types', run: () => runCheck('check:types') },
  { name: 'build', run: build },
  { name: 'unit', run: () => runSuite('unit', 60_000) },
  { name: 'integration', run: runInHost, needsBuild: true },
  { name: 'e2e', run: () => runSuite('e2e', 90_000), needsBuild: true },
];

/** Every stage in its order. Any further folder with tests is a suite that runs in plain Node, after the others. */
export const stages: readonly Stage[] = [
  ...ownStages,
  ...foldersWithTests()
    .filter((folder) => !ownStages.some(({ name }) => name === folder))
    .map((folder) => ({ name: folder, run: () => runSuite(folder, 120_000) })),
];

function foldersWithTests(): readonly string[] {
  const files = globSync('*/**/*.test.ts', { cwd: join(projectFolder, 'test') });
  return [...new Set(files.map((file) => file.slice(0, file.indexOf(sep))))].sort();
}

/** Runs npm scripts that only say something when they fail. Together they count as one check. */
async function runCheck(...scripts: readonly string[]): Promise<SuiteResult> {
  for (const script of scripts) await runProgram('npm', ['run', '--silent', script], { cwd: projectFolder });
  return { passed: 1, failed: [], pending: [] };
}

async function build(): Promise<SuiteResult> {
  // A test that was removed must not go on running.
  rmSync(join(projectFolder, 'dist', 'test'), { recursive: true, force: true });
  return runCheck('package', 'build:test');
}

/** Runs a folder of tests in a process of its own, which they may crash. */
async function runSuite(folder: string, timeoutMs: number): Promise<SuiteResult> {
  const resultFile = join(createTemporaryFolder('result'), 'result.json');
  const script = join('test', 'support', 'runSuite.ts');
  await startProgram(process.execPath, [script, join('test', folder), String(timeoutMs)], {
    cwd: projectFolder,
    env: { [resultVariable]: resultFile },
  }).ended;
  return readResult(resultFile);
}
