import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { projectFolder } from './paths.ts';
import { runProgram } from './program.ts';

const programNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];

/** Where macOS and Windows keep programs that are not on the PATH. */
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((variable) => [
    join(process.env[variable] ?? '', 'Google', 'Chrome', 'Application', 'chrome.exe'),
    join(process.env[variable] ?? '', 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
  ]),
];

/** Chromium, and small fonts for Latin and Japanese text: a bare machine has none. */
const debianPackages = ['chromium', 'fonts-liberation', 'fonts-vlgothic'];

/** Finds a browser of the Chromium family or installs one. Throws an error that names the command to type where it cannot. */
export async function findBrowser(): Promise<string> {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && named !== '') {
    if (!runs(named)) throw new Error(`CHROME_PATH names "${named}", which does not run.`);
    return named;
  }
  const browser = installedBrowser() ?? (await installBrowser());
  if (browser !== undefined) return browser;
  const command = isDebian()
    ? `sudo apt-get install -y ${debianPackages.join(' ')}`
    : 'sudo npx playwright-core install --with-deps chromium';
  throw new Error(`No browser was found and none could be installed; type: ${command}`);
}

function installedBrowser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = programNames.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...usualPlaces, chromium.executablePath()].find(
    (path) => existsSync(path) && runs(path),
  );
}

/** Tells a browser from Ubuntu's stand-in that only asks for a snap, and from one whose libraries are missing. */
function runs(path: string): boolean {
  if (process.platform === 'win32') return existsSync(path); // Asked for its version, it would open a window there.
  return spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0;
}

async function installBrowser(): Promise<string | undefined> {
  console.log('Installing a browser for the tests (Chromium, once) …');
  const isRoot = process.getuid?.() === 0;
  try {
    if (isRoot && isDebian()) {
      const env = { DEBIAN_FRONTEND: 'noninteractive' };
      await runProgram('apt-get', ['update'], { env });
      await runProgram('apt-get', ['install', '-y', '--no-install-recommends', ...debianPackages], { env });
    } else {
      const withLibraries = isRoot ? ['--with-deps'] : [];
      await runProgram('npx', ['playwright-core', 'install', ...withLibraries, 'chromium'], {
        cwd: projectFolder,
      });
    }
  } catch (error) {
    console.log(String(error).split('\n', 1).join());
  }
  return installedBrowser();
}

function isDebian(): boolean {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}
