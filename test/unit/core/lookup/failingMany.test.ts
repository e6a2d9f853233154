import { strict as assert } from 'node:assert';
import { LookupError } from '../../../../src/core/errors.ts';
import type { Identifier } from '../../../../src/core/identifiers/identifier.ts';
import { silentLog } from '../../../../src/core/log.ts';
import { resolveMany, type Outcome } from '../../../../src/core/lookup/resolveMany.ts';
import { say } from '../../../../src/core/sentence.ts';
import { crossref } from '../../../../src/core/sources/crossref/crossref.ts';
import { datacite } from '../../../../src/core/sources/datacite/datacite.ts';
import type { Fault } from '../../../sandbox/faults.ts';
import { startSandbox, type Sandbox } from '../../../sandbox/server.ts';
import { createSandboxLookup, type SandboxLookup } from '../../../support/sandboxLookup.ts';

const asDoi = (id: string): Identifier => ({ kind: 'doi', id });
const helix = asDoi('10.1038/171737a0');
const dataset = asDoi('10.5061/dryad.8515');
const others = Array.from({ length: 100 }, (_, index) => asDoi(`10.1038/unwell.${String(index)}`));

describe('many identifiers while a service is unwell', () => {
  let sandbox: Sandbox;
  let over: SandboxLookup;
  let sent: number;

  beforeEach(async () => {
    sandbox = await startSandbox();
    sent = 0;
    const info = (line: string): void => {
      if (line.startsWith('Crossref: GET') && !line.includes('from the cache')) sent++;
    };
    over = createSandboxLookup(sandbox, [crossref, datacite], {
      log: { ...silentLog, info },
      limits: { headersMs: 500, idleMs: 500, totalMs: 1000 },
      backoffMs: 1,
      random: () => 0,
    });
  });
  afterEach(async () => {
    over.http.dispose();
    await sandbox.stop();
  });

  const ask = (identifiers: readonly Identifier[]): Promise<ReadonlyMap<string, Outcome>> =>
    resolveMany(identifiers, over.lookup, over.context, { priority: 'background' });

  const faults: readonly (readonly [string, Fault])[] = [
    ['http', { kind: 'error' }],
    ['network', { kind: 'reset' }],
    ['timeout', { kind: 'hang' }],
    ['rate-limited', { kind: 'rate-limited' }],
  ];
  for (const [kind, fault] of faults) {
    it(`ask it for few of them, and say ${kind} of all that it keeps`, async () => {
      sandbox.fault('crossref', fault);
      const outcomes = await ask([helix, ...others, dataset]);
      for (const { id } of [helix, ...others]) {
        const outcome = outcomes.get(`doi:${id}`);
        assert.ok(outcome !== undefined && 'error' in outcome, id);
        assert.deepEqual([outcome.error.kind, outcome.error.source], [kind, 'crossref']);
      }
      const kept = outcomes.get(`doi:${dataset.id}`);
      assert.deepEqual(kept !== undefined && 'record' in kept && kept.record.sources, ['datacite']);
      assert.ok(sent < others.length / 2, `${String(sent)} requests`);
    });
  }

  it('find what it said earlier', async () => {
    const earlier = await over.lookup.resolve(helix);
    sandbox.fault('crossref', { kind: 'error' });
    const outcome = (await ask([...others, helix])).get(`doi:${helix.id}`);
    assert.deepEqual(outcome, { record: earlier });
  });

  it('find each of them where only its lists fail', async () => {
    let failures = 0;
    const send: typeof over.http.send = (request) => {
      if (request.pool !== 'list') return over.http.send(request);
      failures++;
      return Promise.reject(new LookupError('timeout', say`Crossref did not answer in time.`, { source: 'crossref' }));
    };
    const context: typeof over.context = (source, options) => {
      const own = over.context(source, options);
      return source === crossref ? { ...own, http: { send } } : own;
    };
    const outcomes = await resolveMany([helix, ...others.slice(0, 1)], over.lookup, context, { priority: 'background' });
    assert.deepEqual(outcomes.get(`doi:${helix.id}`), { record: await over.lookup.resolve(helix) });
    assert.equal(failures, 1);
  }); // prettier-ignore
});
