import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { missingPrograms, notRun } from '../support/programs.ts';
import { launchBrowser } from '../support/launchBrowser.ts';
import { packageFile, projectFolder } from '../support/paths.ts';
import { startPlayground } from '../support/playground.ts';
import { startTinyproxy } from '../support/tinyproxy.ts';
import { waitFor } from '../support/waitFor.ts';
import { Workbench } from '../support/workbench.ts';

const certificate = join(projectFolder, 'test', 'fixtures', 'tls', 'selfSigned.pem');

/** A stand-in for the search of Crossref. It has an address of this machine that VS Code does not know for one. */
async function startService(host: string, title: string) {
  const pem = readFileSync(certificate);
  const message = {
    'total-results': 1,
    items: [{ DOI: '10.5555/1', type: 'journal-article', title: [title] }],
  };
  const body = JSON.stringify({ status: 'ok', 'message-type': 'work-list', message });
  let asked = 0;
  const server = createServer({ key: pem, cert: pem }, (_request, response) => {
    asked++;
    response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  });
  server.listen(0, host);
  await once(server, 'listening');
  return {
    address: `https://${host}:${(server.address() as AddressInfo).port}`,
    wasAsked: () => asked > 0,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const missing = missingPrograms(['tinyproxy']);

describe(`A proxy named in the environment${notRun(missing)}`, () => {
  for (const [variable, login] of [
    ['HTTPS_PROXY', ''],
    ['HTTP_PROXY', 'reader:sesame'],
  ] as const) {
    const how = login === '' ? variable : `${variable} with a login`;
    it(`is gone through where ${how} names it, and round where NO_PROXY says so`, async function () {
      if (missing.length > 0) this.skip();
      const proxy = await startTinyproxy(login);
      const crossref = await startService('127.0.0.2', 'Found through the proxy');
      const datacite = await startService('127.0.0.3', 'never read');
      const playground = await startPlayground({
        packages: [packageFile],
        settings: {
          'citationLookup.endpoints': { crossref: crossref.address, datacite: datacite.address },
          'citationLookup.sources': ['crossref', 'datacite'],
          'http.systemCertificates': false,
        },
        env: {
          [variable]: `http://${login === '' ? '' : `${login}@`}${proxy.authority}`,
          NO_PROXY: '127.0.0.3',
          NODE_EXTRA_CA_CERTS: certificate,
        },
      });
      const browser = await launchBrowser();
      try {
        const workbench = await Workbench.open(browser, playground.server, playground.folder);
        await workbench.runCommand('Citation Lookup: Search Works');
        await workbench.quickInput.getByText('Search Works').waitFor();
        await workbench.page.keyboard.type('found through the proxy');
        await workbench.quickInput.getByText('Found through the proxy').first().waitFor();
        await waitFor('a question at DataCite', () => Promise.resolve(datacite.wasAsked() || undefined));
      } finally {
        await browser.close();
        await playground.stop();
        crossref.stop();
        datacite.stop();
      }
      const log = await proxy.stop();
      assert.match(log, /Established connection to host "127\.0\.0\.2"/);
      assert.doesNotMatch(log, /127\.0\.0\.3/);
    });
  }
});
