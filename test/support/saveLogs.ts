import { existsSync, globSync, mkdirSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { outputFolder } from './paths.ts';

/** Copies the logs of the extension host and of the extension itself to `test/.out/<name>/`. */
export function saveLogs(logFolder: string, name: string): void {
  const folder = join(outputFolder, name);
  mkdirSync(folder, { recursive: true });
  const patterns = ['*/exthost*/remoteexthost.log', '*/exthost*/citation-lookup*/*.log'];
  for (const log of existsSync(logFolder) ? globSync(patterns, { cwd: logFolder }) : []) {
    copyFileSync(join(logFolder, log), join(folder, log.replaceAll(/[/\\]/g, '-')));
  }
}
