import { strict as assert } from 'node:assert';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import * as vscode from 'vscode';
import type { CitationLookupApi } from '../../src/editor/api.ts';
import { activateApi } from './workspace.ts';

/** A service that only the proxy can find: no name server knows it. */
const service = 'https://crossref.proxied.invalid';

/** The person whom the proxy lets through. */
const person = 'reader:sesame';
const login = `Basic ${Buffer.from(person).toString('base64')}`;

/**
 * A proxy in a process of its own: tunnels every CONNECT to one port of this machine and says on standard output whom
 * it was asked for. Runs there as source text, so it uses nothing from around it.
 */
function runProxy(targetPort: number, requiredLogin: string): void {
  const { createServer } = process.getBuiltinModule('node:http');
  const { connect } = process.getBuiltinModule('node:net');
  const proxy = createServer((_request, response) => response.writeHead(405).end());
  proxy.on('connect', (request, socket) => {
    const isKnown = requiredLogin === '' || request.headers['proxy-authorization'] === requiredLogin;
    process.stdout.write(`${isKnown ? 'CONNECT' : 'REFUSED'} ${request.url ?? ''}\n`);
    socket.on('error', () => socket.destroy());
    if (!isKnown) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="test"\r\nContent-Length: 0\r\n\r\n'); // prettier-ignore
      return;
    }
    const target = connect(targetPort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      socket.pipe(target).pipe(socket);
    });
    target.on('error', () => socket.destroy());
  });
  proxy.listen(0, '127.0.0.1', () => {
    const address = proxy.address();
    process.stdout.write(`port ${typeof address === 'object' ? String(address?.port) : ''}\n`);
  });
}

describe('behind a proxy', () => {
  let api: CitationLookupApi;
  let crossref: Server;
  let proxy: ChildProcess;
  let proxyAuthority: string;
  let seen: string;
  const trusted = getCACertificates('default');
  const before: (readonly [section: string, key: string, value: unknown])[] = [];

  async function set(section: string, key: string, value: unknown): Promise<void> {
    const settings = vscode.workspace.getConfiguration(section);
    before.push([section, key, settings.inspect(key)?.globalValue]);
    await settings.update(key, value, vscode.ConfigurationTarget.Global);
  }

  async function startProxy(requiredLogin = ''): Promise<void> {
    seen = '';
    const { port } = crossref.address() as AddressInfo;
    const source = `(${runProxy.toString()})(${port}, ${JSON.stringify(requiredLogin)})`;
    proxy = spawn(process.execPath, ['-e', source], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, stdio: ['ignore', 'pipe', 'inherit'] }); // prettier-ignore
    proxy.stdout?.on('data', (chunk: Buffer) => (seen += chunk.toString()));
    while (!/port \d+\n/.test(seen)) await new Promise((resolve) => setTimeout(resolve, 10));
    proxyAuthority = `127.0.0.1:${/port (\d+)/.exec(seen)?.[1] ?? ''}`;
    await set('http', 'proxy', `http://${proxyAuthority}`);
  }

  beforeEach(async () => {
    api = await activateApi();
    const extension = vscode.extensions.getExtension('citation-lookup.citation-lookup');
    const pem = readFileSync(join(extension?.extensionPath ?? '', 'test/fixtures/tls/selfSigned.pem'));
    crossref = createServer({ key: pem, cert: pem }, (request, response) => {
      const doi = decodeURIComponent(/^\/works\/([^?]+)/.exec(request.url ?? '')?.[1] ?? '');
      const message = { DOI: doi, type: 'journal-article', title: ['Found through the proxy'] };
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ status: 'ok', 'message-type': 'work', message }));
    });
    crossref.listen(0, '127.0.0.1');
    await once(crossref, 'listening');
    const endpoints = vscode.workspace.getConfiguration('citationLookup').get<Record<string, string>>('endpoints'); // prettier-ignore
    await set('citationLookup', 'endpoints', {
      ...endpoints,
      crossref: service,
      doi: service,
      openaire: service,
    });
    await set('citationLookup', 'sources', ['crossref']);
    // The service's certificate is nobody's, so it is named as trusted; the editor adds its own list unless told not to.
    await set('http', 'systemCertificates', false);
    setDefaultCACertificates([...trusted, pem.toString()]);
  });

  afterEach(async () => {
    for (const [section, key, value] of before.splice(0).reverse())
      await vscode.workspace.getConfiguration(section).update(key, value, vscode.ConfigurationTarget.Global);
    setDefaultCACertificates(trusted);
    proxy.kill();
    crossref.close();
  });

  it('asks through it', async () => {
    await startProxy();
    const record = await api.resolve('10.5555/proxied.1');
    assert.equal(record?.csl.title, 'Found through the proxy');
    assert.match(seen, /CONNECT crossref\.proxied\.invalid:443/);
  });

  it('logs in where the setting holds a login, and says so where it does not', async () => {
    await startProxy(login);
    await assert.rejects(async () => api.resolve('10.5555/proxied.2'), {
      kind: 'network',
      message: /^The proxy asks for a login/,
    });
    assert.match(seen, /REFUSED crossref/);
    await set('http', 'proxy', `http://${person}@${proxyAuthority}`);
    const record = await api.resolve('10.5555/proxied.2');
    assert.equal(record?.csl.title, 'Found through the proxy');
  });

  it('goes round it where the settings say so', async () => {
    await startProxy();
    await set('http', 'noProxy', ['crossref.proxied.invalid']);
    await assert.rejects(async () => api.resolve('10.5555/proxied.3'), { kind: 'network' });
    assert.doesNotMatch(seen, /CONNECT/);
  });
});
