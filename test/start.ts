/**
 * Opens a real VS Code with the extension installed, on a fresh copy of the sample workspace:
 *
 *     npm start                  in the browser, asking the stand-in services of this machine
 *     npm start -- --live        asks the real services
 *     npm start -- --desktop     in the VS Code whose `code` is on the PATH
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startSandbox } from './sandbox/server.ts';
import { createTemporaryFolder } from './support/atExit.ts';
import { packageFile, projectFolder } from './support/paths.ts';
import { copySampleWorkspace, settingsFor } from './support/playground.ts';
import { runProgram, startProgram } from './support/program.ts';
import { startVsCodeServer } from './support/vscodeServer.ts';
import { writeSettings, type Settings } from './support/writeSettings.ts';

const { values: options } = parseArgs({
  options: { live: { type: 'boolean', default: false }, desktop: { type: 'boolean', default: false } },
});

console.log('Packaging the extension …');
await runProgram('npm', ['run', '--silent', 'package'], { cwd: projectFolder });
const settings = options.live ? {} : settingsFor(await startSandbox());
console.log(options.live ? 'Services: the real ones' : 'Services: stand-ins on this machine');
process.exit(await (options.desktop ? runDesktop(settings) : runServer(settings)));

/** Serves the workbench until Ctrl+C. */
async function runServer(settings: Settings): Promise<number> {
  const server = await startVsCodeServer({ settings, packages: [packageFile] });
  const address = server.addressOf(copySampleWorkspace());
  console.log(`\nVS Code with the extension: ${address}\nCtrl+C ends it.`);
  openBrowser(address);
  return server.ended;
}

/** Shows the desktop program's window, with settings and extensions of its own, until it is closed. */
async function runDesktop(settings: Settings): Promise<number> {
  const folder = createTemporaryFolder('desktop');
  const userData = join(folder, 'user');
  writeSettings(userData, settings);
  const places = ['--user-data-dir', userData, '--extensions-dir', join(folder, 'extensions')];
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  try {
    await runProgram('code', [...places, ...asRoot, '--install-extension', packageFile]);
  } catch (error) {
    console.log(`VS Code's \`code\` does not run: is it on the PATH?\n${String(error)}`);
    return 1;
  }
  console.log('The window is open; closing it or Ctrl+C ends this.');
  const window = ['--disable-workspace-trust', '--new-window', '--wait', copySampleWorkspace()];
  return startProgram('code', [...places, ...asRoot, ...window]).ended;
}

/** Opens the person's browser where there is a screen to show it on. */
function openBrowser(address: string): void {
  const { platform, env } = process;
  const screen = platform === 'linux' ? (env['DISPLAY'] ?? env['WAYLAND_DISPLAY']) : platform;
  if (screen === undefined || env['CI'] !== undefined) return;
  const command = platform === 'darwin' ? 'open' : platform === 'win32' ? 'explorer' : 'xdg-open';
  const opener = spawn(command, [address], { stdio: 'ignore', detached: true });
  // The address is printed: where nothing opens it, the person does.
  opener.on('error', () => undefined).unref();
}
