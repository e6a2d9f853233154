/**
 * Runs a folder of tests in this process:
 *
 *     node test/support/runSuite.ts test/unit 10000
 */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { runMocha } from './runMocha.ts';
import { reportResult } from './suiteResult.ts';

const [folder = '', timeoutMs = '10000'] = process.argv.slice(2);
const files = globSync('**/*.test.ts', { cwd: folder }).map((file) => join(process.cwd(), folder, file));
const result = await runMocha(files.sort(), Number(timeoutMs));
reportResult(result);
// Whatever a test left open must not keep the run from ending.
process.exit(result.failed.length > 0 ? 1 : 0);
