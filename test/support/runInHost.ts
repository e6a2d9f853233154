import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { startSandbox } from '../sandbox/server.ts';
import { createTemporaryFolder } from './atExit.ts';
import { launchBrowser, saveScreenshot } from './launchBrowser.ts';
import { projectFolder } from './paths.ts';
import { copySampleWorkspace, settingsFor, startPlayground } from './playground.ts';
import { saveLogs } from './saveLogs.ts';
import { readResult, resultVariable, type SuiteResult } from './suiteResult.ts';
import { writeSettings } from './writeSettings.ts';

/** What VS Code calls: `integrationEntry.ts`, built. */
const entry = join(projectFolder, 'dist', 'test', 'support', 'integrationEntry.cjs');

/** A host that has not reported by then is given up. */
const limitMs = 15 * 60_000;

const desktop = process.env['VSCODE_EXECUTABLE'] ?? '';

/** Names the VS Code that the integration tests run in. */
export const host =
  desktop === ''
    ? 'VS Code server in a headless browser (VSCODE_EXECUTABLE is not set)'
    : `VS Code at ${desktop}`;

/** Runs the integration tests inside a real VS Code, with the sample workspace open and the stand-in services to ask. */
export async function runInHost(): Promise<SuiteResult> {
  const resultFile = join(createTemporaryFolder('result'), 'result.json');
  const env = { [resultVariable]: resultFile };
  if (desktop === '') await runInServer(env);
  else await runInDesktop(desktop, env);
  return readResult(resultFile);
}

async function runInServer(env: Readonly<Record<string, string>>): Promise<void> {
  const playground = await startPlayground({ env, isTestHost: true });
  const { server, folder } = playground;
  const browser = await launchBrowser();
  const page = await browser.newPage();
  let end: (code?: number) => void = () => undefined;
  const ended = new Promise<number | undefined>((resolve) => (end = resolve));
  setTimeout(end, limitMs).unref();
  // The workbench calls these two, as VS Code's own continuous integration has it do.
  await page.exposeFunction('codeAutomationLog', (_type: string, [text]: readonly unknown[]) => {
    if (typeof text === 'string' && text.startsWith('│')) console.log(text);
  });
  await page.exposeFunction('codeAutomationExit', end);
  const remote = `vscode-remote://${server.authority}`;
  await page.goto(
    server.addressOf(folder, {
      extensionDevelopmentPath: remote + projectFolder,
      extensionTestsPath: remote + entry,
    }),
  );
  const code = await ended;
  if (code !== 0) {
    await saveScreenshot(page, 'integration');
    saveLogs(server.logFolder, 'integration');
  }
  await browser.close();
  await playground.stop();
  if (code === undefined) throw new Error(`The tests did not end within ${limitMs / 60_000} minutes.`);
}

async function runInDesktop(executable: string, env: Readonly<Record<string, string>>): Promise<void> {
  const sandbox = await startSandbox();
  const userData = createTemporaryFolder('vscode');
  const places = ['--user-data-dir', userData, '--extensions-dir', join(userData, 'extensions')];
  writeSettings(userData, settingsFor(sandbox));
  try {
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: projectFolder,
      extensionTestsPath: entry,
      extensionTestsEnv: { ...env },
      launchArgs: [copySampleWorkspace(), '--disable-gpu', ...places],
    });
  } catch (error) {
    saveLogs(join(userData, 'logs'), 'integration');
    console.log(String(error));
  }
  await sandbox.stop();
}
