import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createHttpsServer, type Server } from 'node:https';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import * as vscode from 'vscode';
import type { CitationLookupApi } from '../../src/editor/api.ts';
import { missingPrograms, notRun } from '../support/programs.ts';
import { startStunnel, type Tunnel } from '../support/stunnel.ts';
import { startTinyproxy, type Proxy } from '../support/tinyproxy.ts';
import { activateApi } from './workspace.ts';

/** The person whom the proxy lets through. */
const person = 'reader:sesame';
const login = `Basic ${Buffer.from(person).toString('base64')}`;

const asksForLogin = { kind: 'network', message: /^The proxy asks for a login/ };
const isNotTrusted = { kind: 'network', message: /^Crossref's certificate is not trusted .*http\.systemCertificates.*http\.proxyStrictSSL/ }; // prettier-ignore

const missing = missingPrograms(['tinyproxy', 'stunnel4']);

describe(`behind a proxy${notRun(missing)}`, () => {
  let api: CitationLookupApi;
  let crossref: Server;
  let service: string;
  let proxy: Proxy | undefined;
  let tunnel: Tunnel | undefined;
  let count = 0;
  const trusted = getCACertificates('default');
  const previous: (readonly [section: string, key: string, value: unknown])[] = [];

  async function set(section: string, key: string, value: unknown): Promise<void> {
    const settings = vscode.workspace.getConfiguration(section);
    previous.push([section, key, settings.inspect(key)?.globalValue]);
    await settings.update(key, value, vscode.ConfigurationTarget.Global);
  }

  /** Lets the service's certificate count, which is nobody's; the editor adds a list of its own unless told not to. */
  async function trustService(): Promise<void> {
    await set('http', 'systemCertificates', false);
    setDefaultCACertificates([...trusted, certificate().toString()]);
  }

  function certificateFile(): string {
    const { extensionPath = '' } = vscode.extensions.getExtension('citation-lookup.citation-lookup') ?? {};
    return join(extensionPath, 'test/fixtures/tls/selfSigned.pem');
  }

  function certificate(): Buffer {
    return readFileSync(certificateFile());
  }

  async function askVia(address: string): Promise<void> {
    await set('http', 'proxy', address);
  }

  /** Starts a proxy and has the editor use it, with a login in its address where one is given. */
  async function startProxy(required = '', given = ''): Promise<Proxy> {
    proxy = await startTinyproxy(required);
    await askVia(`http://${given === '' ? '' : `${given}@`}${proxy.authority}`);
    return proxy;
  }

  /** Starts a proxy that speaks TLS, with a certificate that nobody signed. */
  async function startTlsProxy(login = ''): Promise<void> {
    proxy = await startTinyproxy(login);
    tunnel = await startStunnel(proxy.authority, certificateFile());
    await askVia(`https://${login === '' ? '' : `${login}@`}${tunnel.authority}`);
  }

  async function ask(): Promise<unknown> {
    return (await api.resolve(`10.5555/proxied.${++count}`))?.csl.title;
  }

  async function assertAnswered(): Promise<void> {
    assert.equal(await ask(), 'Found');
  }

  /** What the proxy's log says of the service: that it was reached, only asked for, or neither. */
  async function trace(): Promise<string> {
    const log = (await proxy?.stop()) ?? '';
    if (log.includes('Established connection to host "127.0.0.2"')) return 'reached';
    return log.includes(`CONNECT ${new URL(service).host}`) ? 'asked for' : 'unknown';
  }

  before(function () {
    if (missing.length > 0) this.skip();
  });

  beforeEach(async () => {
    api = await activateApi();
    crossref = createHttpsServer({ key: certificate(), cert: certificate() }, (request, response) => {
      const doi = decodeURIComponent(/^\/works\/([^?]+)/.exec(request.url ?? '')?.[1] ?? '');
      const message = { DOI: doi, type: 'journal-article', title: ['Found'] };
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ status: 'ok', 'message-type': 'work', message }));
    });
    crossref.listen(0, '127.0.0.2');
    await once(crossref, 'listening');
    // The editor never sends its own machine through a proxy, but knows it by one address only.
    service = `https://127.0.0.2:${(crossref.address() as AddressInfo).port}`;
    const endpoints = vscode.workspace.getConfiguration('citationLookup').get<Record<string, string>>('endpoints'); // prettier-ignore
    await set('citationLookup', 'endpoints', { ...endpoints, crossref: service });
    await set('citationLookup', 'sources', ['crossref']);
  });

  afterEach(async () => {
    for (const [section, key, value] of previous.splice(0).reverse())
      await vscode.workspace.getConfiguration(section).update(key, value, vscode.ConfigurationTarget.Global);
    setDefaultCACertificates(trusted);
    await tunnel?.stop();
    tunnel = undefined;
    await proxy?.stop();
    proxy = undefined;
    crossref.closeAllConnections();
    crossref.close();
  });

  /** Each setting, and whether the way leads through the proxy then. */
  const ways = [
    ['proxySupport', 'override', 'reached'],
    ['proxySupport', 'fallback', 'reached'],
    ['proxySupport', 'on', 'reached'],
    ['proxySupport', 'off', 'unknown'],
    ['noProxy', ['127.0.0.2'], 'unknown'],
    ['noProxy', ['*'], 'unknown'],
    ['noProxy', ['api.crossref.org', '127.0.0.2:1'], 'reached'],
    ['proxyStrictSSL', false, 'reached'],
  ] as const;

  for (const [key, value, expected] of ways) {
    const way = `${expected === 'reached' ? 'through' : 'round'} it where http.${key} is ${String(value)}`;

    it(`goes ${way}`, async () => {
      await trustService();
      await startProxy();
      await set('http', key, value);
      await assertAnswered();
      assert.equal(await trace(), expected);
    });

    it(`goes ${way}, with a login in its address`, async () => {
      await trustService();
      await startProxy(person, person);
      await set('http', key, value);
      await assertAnswered();
      assert.equal(await trace(), expected);
    });

    it(`goes ${way}, to a service whose certificate nobody signed`, async () => {
      await startProxy();
      await set('http', key, value);
      if (key === 'proxyStrictSSL') await assertAnswered();
      else await assert.rejects(ask(), isNotTrusted);
      assert.equal(await trace(), expected);
    });
  }

  for (const strict of [true, false])
    for (const by of ['', person])
      it(`speaks TLS with it, http.proxyStrictSSL ${strict ? 'on' : 'off'}${by === '' ? '' : ', with a login in its address'}`, async () => {
        if (strict) await trustService();
        await startTlsProxy(by);
        await set('http', 'proxyStrictSSL', strict);
        await assertAnswered();
        assert.equal(await trace(), 'reached');
      });

  it('says that its certificate is not trusted', async () => {
    await startTlsProxy();
    await assert.rejects(ask(), isNotTrusted);
    assert.equal(await trace(), 'unknown');
  });

  it('says that it asks for a login', async () => {
    await trustService();
    await startProxy(person);
    await assert.rejects(ask(), asksForLogin);
    assert.equal(await trace(), 'asked for');
  });

  it('says so of a wrong login too', async () => {
    await trustService();
    await startProxy(person, 'reader:wrong');
    await assert.rejects(ask(), asksForLogin);
    assert.equal(await trace(), 'asked for');
  });

  it('logs in by http.proxyAuthorization', async () => {
    await trustService();
    await startProxy(person);
    await set('http', 'proxyAuthorization', login);
    await assertAnswered();
    assert.equal(await trace(), 'reached');
  });

  it('logs in by http.proxyAuthorization where http.proxyStrictSSL is off', async () => {
    await startProxy(person);
    await set('http', 'proxyStrictSSL', false);
    await set('http', 'proxyAuthorization', login);
    await assertAnswered();
    assert.equal(await trace(), 'reached');
  });

  it('says that it asks for a login where http.proxyStrictSSL is off', async () => {
    await startProxy(person);
    await set('http', 'proxyStrictSSL', false);
    await assert.rejects(ask(), asksForLogin);
    assert.equal(await trace(), 'asked for');
  });

  it('says that it is not there', async () => {
    const { authority } = await startProxy();
    await proxy?.stop();
    await askVia(`http://${authority}`);
    await assert.rejects(ask(), { kind: 'network', message: /connection refused.*proxy/ });
  });

  for (const strict of [true, false]) {
    it(`gives up where it takes the tunnel and hangs, http.proxyStrictSSL ${strict ? 'on' : 'off'}`, async () => {
      const sockets: Socket[] = [];
      const hanging = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
      await once(hanging, 'listening');
      await set('http', 'proxyStrictSSL', strict);
      await askVia(`http://127.0.0.1:${(hanging.address() as AddressInfo).port}`);
      await assert.rejects(ask(), { kind: 'timeout', message: /^No connection to Crossref in time/ });
      for (const socket of sockets) socket.destroy();
      hanging.close();
    });
  }
});
