import { strict as assert } from 'node:assert';
import { createLookup, type LookupOptions } from '../../../../src/core/lookup/lookup.ts';
import { resolveMany } from '../../../../src/core/lookup/resolveMany.ts';
import { search } from '../../../../src/core/lookup/search.ts';
import { silentLog } from '../../../../src/core/log.ts';
import { crossref } from '../../../../src/core/sources/crossref/crossref.ts';
import { datacite } from '../../../../src/core/sources/datacite/datacite.ts';
import type { Source, SourceContext } from '../../../../src/core/sources/source.ts';
import { startSandbox, type Sandbox } from '../../../sandbox/server.ts';
import { createSandboxLookup, type SandboxLookup } from '../../../support/sandboxLookup.ts';

const helix = { kind: 'doi', id: '10.1038/171737a0' } as const;
const dataset = { kind: 'doi', id: '10.5061/dryad.8515' } as const;

describe('what a source said earlier', () => {
  const sources = [crossref, datacite];
  let sandbox: Sandbox;
  let over: SandboxLookup;

  beforeEach(async () => {
    sandbox = await startSandbox();
    over = createSandboxLookup(sandbox, sources);
  });
  afterEach(async () => {
    over.http.dispose();
    await sandbox.stop();
  });

  /** Crossref gives no answer, and the client has one of it. */
  function contextOf(source: Source, options: LookupOptions): SourceContext {
    const context = over.context(source, options);
    const send: SourceContext['http']['send'] = async (request) => ({
      ...(await over.http.send(request)),
      stale: request.source === 'crossref',
    });
    return { ...context, http: { send } };
  }

  it('is marked in a record, alone and in a batch, and what others say is not', async () => {
    const lookup = createLookup({ sources: () => sources, context: contextOf, log: silentLog });
    assert.equal((await lookup.resolve(helix))?.facts?.storedFrom, 'crossref');
    assert.equal((await lookup.resolve(dataset))?.facts?.storedFrom, undefined);
    const outcomes = [...(await resolveMany([helix, dataset], lookup, contextOf)).values()];
    assert.deepEqual(
      outcomes.map((outcome) => 'record' in outcome && [outcome.record.csl.DOI, outcome.record.facts?.storedFrom]),
      [[helix.id, 'crossref'], [dataset.id, undefined]],
    );
  }); // prettier-ignore

  it('is said once beside the works of a search', async () => {
    const found = await search({ words: 'structure' }, sources, (source) => contextOf(source, {}));
    const [own, other] = found.outcomes;
    assert.deepEqual(
      own?.notes?.map(({ english }) => english),
      ['Crossref gives no answer now; shown is what it said earlier.'],
    );
    assert.equal(other?.notes, undefined);
    assert.ok(own.records.length > 0);
    for (const { facts } of own.records) assert.equal(facts?.storedFrom, 'crossref');
  });

  it('is not marked while the source answers', async () => {
    assert.equal((await over.lookup.resolve(helix))?.facts?.storedFrom, undefined);
  });
});
