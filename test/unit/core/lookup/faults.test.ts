import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { toLookupError, type ErrorKind, type LookupError } from '../../../../src/core/errors.ts';
import type { WireLimits } from '../../../../src/core/http/wire.ts';
import { resolveMany, type Outcome } from '../../../../src/core/lookup/resolveMany.ts';
import { search, type SourceOutcome } from '../../../../src/core/lookup/search.ts';
import { parseQuery } from '../../../../src/core/sources/parseQuery.ts';
import { sources as allSources } from '../../../../src/core/sources/index.ts';
import { credentials } from '../../../sandbox/credentials.ts';
import type { Fault } from '../../../sandbox/faults.ts';
import { startSandbox, type Sandbox, type ServiceId } from '../../../sandbox/server.ts';
import { createSandboxLookup, type SandboxLookup } from '../../../support/sandboxLookup.ts';
import { json, startLoopback, type Loopback } from '../http/loopback.ts';
import { operations, victims, type Operation, type Victim } from './victims.ts';

const maxBytes = 1024 * 1024;
const tooManyBytes = 5 * maxBytes;

/** Short where running out of time is the point, generous where a busy machine must not turn a fault into it. */
function limitsFor(kind: ErrorKind | 'answered'): Partial<WireLimits> {
  const [part, whole] = kind === 'timeout' ? [1500, 2500] : [10_000, 20_000];
  return { headersMs: part, idleMs: part, totalMs: whole, maxBytes };
}

/** Every source finds something for it. */
const query = parseQuery('the');

/** A site is public. */
const secrets = Object.values(credentials)
  .flatMap((values) => Object.values<string>(values))
  .filter((value) => value !== credentials.rakutenKobo.site);

/** What happens to a service: a fault of the stand-in, or an address that leads elsewhere. */
type Misfortune = Fault | { readonly kind: 'moved'; readonly address: string };

type Endpoints = Pick<Sandbox, 'endpoints'>;
type Answer = Exclude<Outcome, { readonly notFound: true }> | undefined;

interface Results {
  readonly answers: ReadonlyMap<Operation, Answer>;
  /** What the search found, source by source. */
  readonly outcomes: readonly SourceOutcome[];
}

describe('a service that fails', () => {
  const sandboxes = new Map<ServiceId, Sandbox>();
  const healthy = new Map<ServiceId, Results>();
  const table: string[] = [];
  let stranger: Loopback;
  let strangerSaw = '';
  let untrusted: Server;

  const rows: readonly (readonly [
    what: string,
    kind: ErrorKind | 'answered',
    misfortune: () => Misfortune,
  ])[] = [
    ['delay', 'answered', () => ({ kind: 'delay', ms: 30 })],
    ['hang', 'timeout', () => ({ kind: 'hang' })],
    ['slow bytes', 'timeout', () => ({ kind: 'slow', msPerByte: 100 })],
    ['reset', 'network', () => ({ kind: 'reset' })],
    ['cut body', 'network', () => ({ kind: 'cut' })],
    ['429 without headers', 'rate-limited', () => ({ kind: 'rate-limited' })],
    ['429 with Retry-After', 'rate-limited', () => ({ kind: 'rate-limited', headers: { 'retry-after': '7200' } })],
    ['500', 'http', () => ({ kind: 'error' })],
    ['502 HTML', 'http', () => ({ kind: 'bad-gateway' })],
    ['503 with Retry-After', 'http', () => ({ kind: 'unavailable', headers: { 'retry-after': '0' } })],
    ['401', 'credentials', () => ({ kind: 'status', status: 401 })],
    ['403', 'credentials', () => ({ kind: 'status', status: 403 })],
    ['418', 'http', () => ({ kind: 'status', status: 418 })],
    ['invalid JSON', 'unexpected-reply', () => ({ kind: 'invalid-json' })],
    ['wrong shape', 'unexpected-reply', () => ({ kind: 'wrong-shape' })],
    ['null', 'unexpected-reply', () => ({ kind: 'wrong-shape', value: null })],
    ['empty list', 'unexpected-reply', () => ({ kind: 'wrong-shape', value: [] })],
    ['200 with HTML', 'unexpected-reply', () => ({ kind: 'wrong-type' })],
    ['gzip bomb', 'unexpected-reply', () => ({ kind: 'gzip-bomb', bytes: tooManyBytes })],
    ['body without end', 'unexpected-reply', () => ({ kind: 'huge', bytes: tooManyBytes })],
    ['redirect loop', 'http', () => ({ kind: 'redirect-loop' })],
    ['redirect to https', 'http', () => ({ kind: 'redirect', to: 'https://example.org/' })],
    ['redirect to a stranger', 'unexpected-reply', () => ({ kind: 'redirect', to: stranger.base.replace('127.0.0.1', 'localhost') })],
    ['bad certificate', 'network', () => ({ kind: 'moved', address: `https://localhost:${portOf(untrusted)}` })],
    ['unknown name', 'network', () => ({ kind: 'moved', address: 'https://service.invalid' })],
    ['nobody listens', 'network', () => ({ kind: 'moved', address: 'http://127.0.0.1:1' })],
  ]; // prettier-ignore

  before(async function () {
    this.timeout(120_000);
    stranger = await startLoopback((request, response) => {
      strangerSaw += `${request.url ?? ''} ${JSON.stringify(request.headers)}\n`;
      json('{"greeting":"hello"}')(request, response);
    });
    const pem = readFileSync(new URL('../../../fixtures/tls/selfSigned.pem', import.meta.url));
    untrusted = createServer({ key: pem, cert: pem }, (_request, response) => response.end('{}'));
    untrusted.listen(0, '127.0.0.1');
    await once(untrusted, 'listening');
    for (const victim of victims) {
      const sandbox = await startSandbox();
      const results = await tryAll(victim, sandbox, limitsFor('answered'));
      sandboxes.set(victim.service, sandbox);
      healthy.set(victim.service, results);
      for (const { source, records } of results.outcomes)
        assert.ok(records.length > 0, `${source} finds nothing`);
      for (const [operation, answer] of results.answers)
        assert.ok(answer !== undefined && 'record' in answer, `${victim.service}, ${operation}`);
    }
  });
  after(async () => {
    stranger.stop();
    untrusted.close();
    for (const sandbox of sandboxes.values()) await sandbox.stop();
    console.log(table.join('\n'));
  });

  for (const [what, kind, misfortune] of rows) {
    it(`says ${kind}, and the others answer: ${what}`, async function () {
      this.timeout(120_000);
      const all =
        kind === 'timeout'
          ? await Promise.all(victims.map((victim) => suffer(victim, misfortune(), kind)))
          : await inTurn(victims, (victim) => suffer(victim, misfortune(), kind));
      table.push(`\n    ${toLine(what, victims.map(({ service }) => service))}`); // prettier-ignore
      for (const operation of operations)
        table.push(`    ${toLine(`  ${operation}`, all.map((cells) => cells.get(operation) ?? '–'))}`); // prettier-ignore
      for (const [place, victim] of victims.entries()) {
        const cells = all[place];
        assert.ok(cells !== undefined);
        const wanted = [...cells.keys()].map((operation) => [operation, wantedCell(victim, operation, kind)]);
        assert.deepEqual(Object.fromEntries(cells), Object.fromEntries(wanted), victim.service);
      }
      for (const secret of secrets) assert.ok(!strangerSaw.includes(secret), 'a secret went to another host');
    });
  }

  /** What came of each operation: `answered` as ever, `by` another source, or the error's kind. */
  async function suffer(
    victim: Victim,
    misfortune: Misfortune,
    kind: ErrorKind | 'answered',
  ): Promise<ReadonlyMap<Operation, string>> {
    const { service, source } = victim;
    const sandbox = sandboxes.get(service);
    const usual = healthy.get(service);
    assert.ok(sandbox !== undefined && usual !== undefined);
    const isMoved = misfortune.kind === 'moved';
    // Who has been sent elsewhere must not be found by way of doi.org either.
    sandbox.fault(service, isMoved ? { kind: 'error' } : misfortune);
    const moved = isMoved ? { [service]: misfortune.address } : {};
    const endpoints = { ...sandbox.endpoints, ...moved };
    const { answers, outcomes } = await tryAll(victim, { endpoints }, limitsFor(kind));
    sandbox.fault(service, undefined);
    const others = (all: readonly SourceOutcome[]): readonly SourceOutcome[] =>
      all.filter((outcome) => outcome.source !== source);
    assert.deepEqual(others(outcomes), others(usual.outcomes), `what others say while ${service} fails`);
    return new Map(
      [...answers].map(([operation, answer]) => [operation, toCell(answer, usual.answers.get(operation))]),
    );
  }
});

function wantedCell(victim: Victim, operation: Operation, saidKind: string): string {
  const { source, tooMany, substitutes = {} } = victim;
  const kind = saidKind === 'rate-limited' ? (tooMany ?? saidKind) : saidKind;
  const substitute = substitutes[operation] ?? kind;
  // What refuses a source's credentials at one of its services, refuses the source.
  const isRefused = kind === 'credentials' && substitute === `by ${source}`;
  return kind === 'answered' || isRefused ? kind : substitute;
}

function toCell(answer: Answer, usual: Answer): string {
  if (answer === undefined) return 'not found';
  if ('error' in answer) {
    checkSentence(answer.error);
    return answer.error.kind;
  }
  return isEqual(answer, usual) ? 'answered' : `by ${answer.record.sources[0] ?? 'nobody'}`;
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** One sentence for a person: who and what, without an address, a stack or a secret. */
function checkSentence({ message, source }: LookupError): void {
  const name = source === 'doi' ? 'doi.org' : allSources.find(({ id }) => id === source)?.name;
  assert.ok(name !== undefined && message.includes(name), message);
  assert.match(message, /^[^\n]+\.$/);
  assert.doesNotMatch(message, /127\.0\.0\.1|https?:|\bat\b .*:\d/);
  for (const secret of secrets) assert.ok(!message.includes(secret));
}

/** Does everything that can be done with a service, each with a client of its own, as nothing had been asked before. */
async function tryAll(
  { source, work }: Victim,
  sandbox: Endpoints,
  limits: Partial<WireLimits>,
): Promise<Results> {
  const resolve = (sourceIds?: readonly string[]): Promise<Answer> =>
    withClient(sandbox, limits, async ({ lookup }) => {
      assert.ok(work);
      const record = await lookup.resolve(work.identifier, toOptions(sourceIds));
      return record && { record };
    });
  const batch = (sourceIds?: readonly string[]): Promise<Answer> =>
    withClient(sandbox, limits, async ({ lookup, context }) => {
      assert.ok(work);
      const options = { ...toOptions(sourceIds), priority: 'background' } as const;
      const [outcome] = (await resolveMany([work.identifier], lookup, context, options)).values();
      return outcome === undefined || 'notFound' in outcome ? undefined : outcome;
    });
  const outcomes: SourceOutcome[] = [];
  const find = (): Promise<Answer> =>
    withClient(sandbox, limits, async ({ context }) => {
      const found = await search(query, allSources, (asked) => context(asked, {}), { pageSize: 5 });
      outcomes.push(...found.outcomes);
      // What no search asks harms none.
      const own = found.outcomes.find((outcome) => outcome.source === source) ?? found.outcomes[0];
      if (own?.error !== undefined) return { error: own.error };
      const [record] = own?.records ?? [];
      return record && { record };
    });
  const tries: readonly (readonly [Operation, () => Promise<Answer>])[] = [
    ...(work === undefined
      ? []
      : ([
          ['resolve, alone', () => resolve(work.alone)],
          ['resolve, all sources', () => resolve()],
          ['batch, alone', () => batch(work.alone)],
          ['batch, all sources', () => batch()],
        ] as const)),
    ['search', find],
  ];
  const answers = await Promise.all(
    tries.map(async ([operation, work]) => [operation, await work()] as const),
  );
  return { answers: new Map(answers), outcomes };
}

/** Uses a client that has asked nothing yet; a failure is a result. */
async function withClient(
  sandbox: Endpoints,
  limits: Partial<WireLimits>,
  work: (over: SandboxLookup) => Promise<Answer>,
): Promise<Answer> {
  const over = createSandboxLookup(sandbox, allSources, {
    fetch: fetchKnown,
    limits,
    backoffMs: 1,
    random: () => 0,
  });
  try {
    return await work(over);
  } catch (error) {
    return { error: toLookupError(error) };
  } finally {
    over.http.dispose();
  }
}

/** Name servers take their time to say that a name is unknown. */
const fetchKnown: typeof fetch = (input, init) => {
  const address = input instanceof Request ? input.url : String(input);
  const unknown = Object.assign(new Error('getaddrinfo ENOTFOUND service.invalid'), { code: 'ENOTFOUND' });
  return address.includes('service.invalid')
    ? Promise.reject(new TypeError('fetch failed', { cause: unknown }))
    : fetch(input, init);
};

/** Waiting can be shared, working cannot: with one service at a time, none answers too late because of the others. */
async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

function toOptions(sources: readonly string[] | undefined): { readonly sources?: readonly string[] } {
  return sources === undefined ? {} : { sources };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function toLine(head: string, cells: readonly string[]): string {
  return [head.padEnd(24), ...cells.map((cell) => cell.padEnd(18))].join('').trimEnd();
}
