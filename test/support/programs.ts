import { spawnSync } from 'node:child_process';

/** Returns those of the programs that are not installed. */
export function missingPrograms(programs: readonly string[]): readonly string[] {
  return programs.filter(
    (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error !== undefined,
  );
}

/** What a test's title says of programs that it needs and that are not there; '' if none is missing. */
export function notRun(missing: readonly string[]): string {
  return missing.length === 0 ? '' : ` (not run, not installed: ${missing.join(', ')})`;
}
