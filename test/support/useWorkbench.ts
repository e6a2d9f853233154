import type { Browser } from 'playwright-core';
import { launchBrowser } from './launchBrowser.ts';
import { packageFile } from './paths.ts';
import { startPlayground, type Playground } from './playground.ts';
import { saveLogs } from './saveLogs.ts';
import { Workbench } from './workbench.ts';
import type { Settings } from './writeSettings.ts';

/** What an end-to-end test works with. */
export interface Session extends Playground {
  readonly workbench: Workbench;
}

/**
 * Opens the sample workspace, with the packaged extension installed, before the tests of the surrounding `describe` and
 * closes everything after them. A test that fails leaves a picture and the extension host's log in `test/.out`.
 *
 *     const session = useWorkbench();
 *     it('shows a card', async () => {
 *       const { workbench, folder, sandbox } = session();
 *
 * The extension speaks `language`.
 */
export function useWorkbench(settings: Settings = {}, language = 'en'): () => Session {
  let browser: Browser | undefined;
  let session: Session | undefined;

  before(async function () {
    this.timeout(300_000); // The first run on a machine installs the server and a browser.
    const playground = await startPlayground({ settings, packages: [packageFile] });
    browser = await launchBrowser();
    const workbench = await Workbench.open(browser, playground.server, playground.folder, language);
    session = { ...playground, workbench };
  });

  afterEach(async function () {
    if (this.currentTest?.state !== 'failed' || !session) return;
    const name = this.currentTest.fullTitle().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
    console.log(`      see ${await session.workbench.screenshot(name)}`);
    saveLogs(session.server.logFolder, name);
  });

  after(async () => {
    await browser?.close();
    await session?.stop();
  });

  return () => {
    if (!session) throw new Error('The workbench is open only while tests run.');
    return session;
  };
}
