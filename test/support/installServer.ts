import { copyFileSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTemporaryFolder } from './atExit.ts';
import { cacheFolder } from './paths.ts';
import { runProgram } from './program.ts';

/**
 * The npm package that carries Microsoft's open-source VS Code server, so that a machine which reaches no other
 * download than the npm registry can run one. It is 600 MB, hence no dependency of the project.
 */
const carrier = 'code-server@4.139.1';

/** Installs the VS Code server into the cache unless it is there. Returns the script that Node runs. */
export async function installServer(): Promise<string> {
  const installed = join(cacheFolder, carrier);
  const server = join('node_modules', 'code-server', 'lib', 'vscode');
  if (!existsSync(installed)) {
    console.log(`Installing a VS Code server (${carrier}, 600 MB, once) …`);
    mkdirSync(cacheFolder, { recursive: true });
    const folder = createTemporaryFolder('server', cacheFolder);
    // Without a manifest of its own npm would install into the checkout around it.
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    await npmInstall(folder, carrier);
    await npmInstall(join(folder, server), '--omit=dev');
    replaceNativeLogger(join(folder, server, 'node_modules', '@vscode', 'spdlog'));
    keep(folder, installed);
  }
  return join(installed, server, 'out', 'server-main.js');
}

/** Leaves install scripts out: they would compile native modules for minutes, and the server runs without them. */
async function npmInstall(cwd: string, argument: string): Promise<void> {
  await runProgram('npm', ['install', argument, '--ignore-scripts', '--no-audit', '--no-fund'], { cwd });
}

function replaceNativeLogger(folder: string): void {
  const script = 'spdlogStandIn.mjs';
  copyFileSync(join(import.meta.dirname, script), join(folder, script));
  writeFileSync(join(folder, 'package.json'), `{ "name": "@vscode/spdlog", "main": "${script}" }\n`);
}

/** Renames, which is atomic: two runs that install at once both succeed, and half an installation is never found. */
function keep(folder: string, installed: string): void {
  try {
    renameSync(folder, installed);
  } catch (error) {
    if (!existsSync(installed)) throw error;
  }
}
