import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';

const schema = v.object({
  passed: v.number(),
  /** Full titles, hooks that failed included. */
  failed: v.array(v.string()),
  /** Full titles of tests that are written and did not run. */
  pending: v.array(v.string()),
});

/** What became of a suite's tests. */
export type SuiteResult = v.InferOutput<typeof schema>;

/** Environment variable that tells a process with tests in it where its result is awaited. */
export const resultVariable = 'TEST_RESULT_FILE';

/** Hands the result to the process that started this one; does nothing where none waits for it. */
export function reportResult(result: SuiteResult): void {
  const file = process.env[resultVariable];
  if (file !== undefined) writeFileSync(file, JSON.stringify(result));
}

/** Reads what `reportResult` wrote. Throws where the tests ended without a result. */
export function readResult(file: string): SuiteResult {
  if (!existsSync(file)) throw new Error('The tests ended before they could report a result.');
  return v.parse(schema, JSON.parse(readFileSync(file, 'utf8')));
}
