import { strict as assert } from 'node:assert';
import { createLookup } from '../../../../src/core/lookup/lookup.ts';
import { search } from '../../../../src/core/lookup/search.ts';
import { crossref } from '../../../../src/core/sources/crossref/crossref.ts';
import { datacite } from '../../../../src/core/sources/datacite/datacite.ts';
import { doi } from '../../../../src/core/sources/doi.ts';
import { sources } from '../../../../src/core/sources/index.ts';
import { silentLog } from '../../../../src/core/log.ts';
import { describeContract } from '../../../support/contract/contract.ts';
import { fixtures } from '../../../support/contract/fixtures.ts';
import { sixthFixture, sixthSource } from '../../../support/contract/sixthSource.ts';
import { useSandboxLookup } from '../../../support/useSandboxLookup.ts';

for (const source of sources) describeContract(source, fixtures[source.id]);

describeContract(sixthSource, sixthFixture);

describe('the registry of sources', () => {
  it('holds each id once, and no endpoint of two sources', () => {
    const ids = [...sources, doi].map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    const endpoints = [...sources, doi].flatMap((source) => Object.keys(source.endpoints));
    assert.equal(new Set(endpoints).size, endpoints.length);
  });

  it('names the source that keeps credentials for another', () => {
    for (const { id, credentials } of sources) {
      const keeper = sources.find((source) => source.id === (credentials?.keptBy ?? id));
      assert.deepEqual(keeper?.credentials?.fields, credentials?.fields, id);
    }
  });
});

describe('a sixth source', function () {
  this.timeout(60_000);
  const stage = useSandboxLookup();

  it('is asked by the lookup when it is listed, and fills in for those before it', async () => {
    const host = { sources: () => [datacite, sixthSource], context: stage.over.context, log: silentLog };
    stage.sandbox.fault('doi', { kind: 'wrong-type' });
    const record = await createLookup(host).resolve({ kind: 'doi', id: '10.1038/171737a0' });
    assert.deepEqual(record?.sources, ['sixth']);
  });

  it('is searched with the others, and the same work of both is one', async () => {
    const query = { words: 'computable numbers Entscheidungsproblem' };
    const listed = [crossref, sixthSource];
    const { records, outcomes } = await search(query, listed, (source) => stage.over.context(source, {}));
    assert.deepEqual(outcomes.map(({ source }) => source), ['crossref', 'sixth']);
    assert.deepEqual(records[0]?.sources, ['crossref', 'sixth']);
  }); // prettier-ignore
});
