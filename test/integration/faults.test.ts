import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createPlainServer, type Server } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { credentials } from '../sandbox/credentials.ts';
import { startSandbox, type Sandbox } from '../sandbox/server.ts';
import { printLines } from '../support/printLines.ts';
import { askFor, doors, searchFor, type Door, type Outcome } from './faults/doors.ts';
import { atHome, gone, silent, tooOften, type Places, type Row } from './faults/rows.ts';
import { apart, victims, words, type Victim } from './faults/victims.ts';
import { createFolder, useFolder, type TestFolder } from './workspace.ts';

/**
 * A pace that the services state with their answers. Asked at the pace that some document, once a second, most of the
 * time would go by in waiting for turns, which is not what happens to them here.
 */
const quick = { 'x-rate-limit-limit': '50', 'x-rate-limit-interval': '1s', 'x-concurrency-limit': '10' };

/** What came of each door, by row, service and door. */
type Cells = Map<string, Outcome>;

/**
 * Every service suffers every fault, in an editor that asks at all doors at once. A service fails only for the work and
 * the search that it is asked for here, so that all can fail at the same time and still answer where they are needed.
 * Each fault has services of its own, at an address of which the editor knows nothing; those that are silent keep it
 * waiting while the others happen.
 */
describe('a service that fails', () => {
  const here = useFolder();
  const cells: Cells = new Map();
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  /** What each source finds when all is well, by words and source. */
  const usual = new Map<string, string>();
  const endpoints = settings().get('endpoints');
  const sandboxes: Sandbox[] = [];
  let servers: readonly Server[];
  let silentFolder: TestFolder;
  let silence: Promise<unknown>;
  let places: Places;
  let strangerSaw = '';

  before(async () => {
    process.on('unhandledRejection', note);
    const extension = vscode.extensions.getExtension('citation-lookup.citation-lookup');
    const pem = readFileSync(join(extension?.extensionPath ?? '', 'test/fixtures/tls/selfSigned.pem'));
    const untrusted = createServer({ key: pem, cert: pem }, (_request, response) => response.end('{}'));
    const stranger = createPlainServer((request, response) => {
      strangerSaw += `${request.url ?? ''} ${JSON.stringify(request.headers)}\n`;
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"greeting":"hello"}');
    });
    servers = [untrusted, stranger];
    for (const server of servers) await once(server.listen(0, '127.0.0.1'), 'listening');
    places = {
      untrusted: `https://localhost:${portOf(untrusted)}`,
      stranger: `http://localhost:${portOf(stranger)}/`,
    };
    for (const source of ['cinii', 'rakutenKobo'] as const)
      await vscode.commands.executeCommand('citationLookup.setCredentials', { source, values: credentials[source] }); // prettier-ignore
    await set('contactEmail', 'tester@example.org');
    await set('sources', victims.map(({ service }) => service).filter((id) => id !== 'doi')); // prettier-ignore
    const sound = await startSandbox({ headers: quick });
    sandboxes.push(sound);
    await set('endpoints', sound.endpoints);
    for (const query of words.flat())
      for (const [source, { found, sentence }] of await searchFor(query, here.api)) {
        assert.equal(sentence, undefined);
        usual.set(`${query} ${source}`, found);
      }
    await moveServices();
    silentFolder = await createFolder();
    silence = Promise.all(silent.map((row, turn) => openDoors(row, victims, turn, silentFolder)));
    silence.catch(() => undefined);
  });
  after(async () => {
    await set('endpoints', endpoints);
    for (const key of ['sources', 'contactEmail']) await set(key, undefined);
    for (const source of ['cinii', 'rakutenKobo'])
      await vscode.commands.executeCommand('citationLookup.clearCredentials', { source });
    for (const server of servers) server.close();
    for (const sandbox of sandboxes) await sandbox.stop();
    await silentFolder.remove();
    process.off('unhandledRejection', note);
    printLines(toTable(cells));
  });

  for (const row of atHome)
    it(`says ${row.kind}, and the others answer: ${row.what}`, () => suffer(row)).timeout(60_000);
  it('says timeout, and the others answer: hang, slow bytes', async () => {
    await silence;
    for (const row of silent) check(row, victims);
  }).timeout(180_000);
  it(`says ${tooOften.kind}, and the others answer: ${tooOften.what}`, () => suffer(tooOften)).timeout(
    120_000,
  );
  for (const row of gone)
    it(`says ${row.kind}, and the others answer: ${row.what}`, async () => {
      for (const group of apart) await suffer(row, group);
    }).timeout(60_000);

  it('leaves no rejection unhandled, and tells no other host a secret', () => {
    assert.deepEqual(unhandled, []);
    const secrets = [credentials.cinii.appid, credentials.rakutenKobo.accessKey];
    assert.notEqual(strangerSaw, '');
    for (const secret of secrets) assert.ok(!strangerSaw.includes(secret));
  });

  /** Gives the services another address, those of `moved` their own; whoever is asked for a silent work is silent. */
  async function moveServices(moved: Readonly<Record<string, string>> = {}): Promise<Sandbox> {
    const sandbox = await startSandbox({ headers: quick });
    sandboxes.push(sandbox);
    for (const [turn, row] of silent.entries())
      for (const victim of victims) plan(sandbox, row, victim, turn);
    await set('endpoints', { ...sandbox.endpoints, ...moved });
    return sandbox;
  }

  async function suffer(row: Row, group: readonly Victim[] = victims): Promise<void> {
    const { address } = row;
    const elsewhere = (victim: Victim) => [victim.service, address?.(places) ?? ''] as const;
    const sandbox = await moveServices(Object.fromEntries(address === undefined ? [] : group.map(elsewhere)));
    for (const victim of group) plan(sandbox, row, victim, silent.length);
    await openDoors(row, group, silent.length, here.folder);
    check(row, group);
  }

  function plan(sandbox: Sandbox, row: Row, victim: Victim, turn: number): void {
    const fault = row.fault(places);
    const { service, resolves, alsoKnown, search } = victim;
    const where = victim.works[turn]?.id ?? '';
    if (resolves) sandbox.fault(service, fault, { where });
    if (alsoKnown !== undefined) sandbox.fault(alsoKnown, fault, { where });
    if (search !== undefined) sandbox.fault(service, fault, { where: `=${words[turn]?.[search] ?? ''}&` });
  }

  async function openDoors(
    row: Row,
    group: readonly Victim[],
    turn: number,
    folder: TestFolder,
  ): Promise<void> {
    const asking = group.map(async (victim) => {
      const work = victim.works[turn];
      assert.ok(work);
      const name = `${String(turn)}-${victim.service}`;
      for (const [door, outcome] of await askFor(work, victim, name, here.api, folder))
        cells.set(cellName(row, victim, door), outcome);
    });
    const searching = [0, 1].map(async (place) => {
      const query = words[turn]?.[place] ?? '';
      const failing = group.filter(({ search }) => search !== undefined && (row.address !== undefined || search === place)); // prettier-ignore
      for (const [source, outcome] of await searchFor(query, here.api)) {
        const victim = failing.find(({ service }) => service === source);
        if (victim === undefined)
          assert.ok(
            outcome.found === usual.get(`${query} ${source}`),
            `${source} does not find what it finds: ${row.what}`,
          );
        else cells.set(cellName(row, victim, 'search'), outcome);
      }
    });
    await Promise.all([...asking, ...searching]);
  }

  function check(row: Row, group: readonly Victim[]): void {
    const got: Record<string, string> = {};
    const wanted: Record<string, string> = {};
    for (const victim of group)
      for (const door of doors) {
        if (door === 'search' && victim.search === undefined) continue;
        const name = cellName(row, victim, door);
        const outcome = cells.get(name);
        got[name] = outcome === undefined ? 'nothing' : toText(outcome, row, victim);
        wanted[name] = door === 'search' || victim.resolves ? row.kind : 'answered';
      }
    assert.deepEqual(got, wanted);
  }
});

function settings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('citationLookup');
}

async function set(key: string, value: unknown): Promise<void> {
  await settings().update(key, value, vscode.ConfigurationTarget.Global);
}

function cellName({ what }: Row, { name }: Victim, door: Door): string {
  return `${what}: ${name}, ${door}`;
}

/** The kind of error that the sentence means; what was said instead where it is another. */
function toText({ sentence, kind }: Outcome, row: Row, victim: Victim): string {
  if (sentence === undefined) return 'answered';
  const said = sentence.replace(/in \d+ s\.$/, 'later.');
  // After five failures of other doors a service may be left alone.
  const isLeftAlone = /^\S.* failed \d+ times in a row; it is asked again later\.$/.test(said);
  const isRight = said === row.sentence(victim) || (isLeftAlone && said.startsWith(`${victim.name} `));
  // What is silent goes on while other rows happen at the same address: it may be their failures, of their kind.
  const isOfOtherRow = isLeftAlone && silent.includes(row);
  return isRight && (isOfOtherRow || (kind ?? row.kind) === row.kind)
    ? row.kind
    : `${kind ?? ''}: ${sentence}`;
}

function toTable(cells: Cells): string {
  const toLine = (head: string, line: readonly string[]): string =>
    [head.padEnd(20), ...line.map((cell) => cell.padEnd(24))].join('').trimEnd();
  const rows = [...silent, ...atHome, tooOften, ...gone].flatMap((row) => [
    row.what,
    ...doors.map((door) =>
      toLine(
        `  ${door}`,
        victims.map((victim) => {
          const outcome = cells.get(cellName(row, victim, door));
          if (outcome === undefined) return 'not asked';
          return `${toText(outcome, row, victim)} ${(outcome.tookMs / 1000).toFixed(1)} s`;
        }),
      ),
    ),
  ]);
  return ['', toLine('', victims.map(({ name }) => name)), ...rows].join('\n'); // prettier-ignore
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
