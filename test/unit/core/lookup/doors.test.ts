import { strict as assert } from 'node:assert';
import type { Identifier } from '../../../../src/core/identifiers/identifier.ts';
import { resolveMany } from '../../../../src/core/lookup/resolveMany.ts';
import { search } from '../../../../src/core/lookup/search.ts';
import type { CitationRecord } from '../../../../src/core/record/record.ts';
import { crossref } from '../../../../src/core/sources/crossref/crossref.ts';
import { datacite } from '../../../../src/core/sources/datacite/datacite.ts';
import { openaire } from '../../../../src/core/sources/openaire/openaire.ts';
import type { Source } from '../../../../src/core/sources/source.ts';
import { startSandbox, type Sandbox } from '../../../sandbox/server.ts';
import { works } from '../../../sandbox/works.ts';
import { createSandboxLookup, type SandboxLookup } from '../../../support/sandboxLookup.ts';

/** China's agency answers with a page. */
const dois = works
  .filter(({ agency }) => agency !== 'ISTIC')
  .map(({ doi }): Identifier => ({ kind: 'doi', id: doi.toLowerCase() }));

/** A record without the names under which it may be found: the same whichever way one came. */
function withoutNames({ csl, notices, links, facts }: CitationRecord): object {
  const names = ['PMID', 'PMCID', 'custom', 'eprint', 'eprintType'];
  const rest = (whole: object = {}): object =>
    Object.fromEntries(Object.entries(whole).filter(([name]) => !names.includes(name)));
  return { csl: rest(csl), custom: rest(csl.custom), notices, links, facts };
}

/** Each door of a product that answers for one DOI: alone, in a batch, found by words, named by another kind of id. */
describe('a DOI gives the same record', function () {
  this.timeout(30_000);
  let sandbox: Sandbox;
  let over: SandboxLookup;
  /** What the first door answers, by DOI. */
  const alone = new Map<string, CitationRecord | undefined>();

  function open(sources: readonly Source[]): SandboxLookup {
    over.http.dispose();
    over = createSandboxLookup(sandbox, sources);
    return over;
  }

  /** The records of a batch, by DOI. */
  async function askMany(identifiers: readonly Identifier[]): Promise<ReadonlyMap<string, CitationRecord>> {
    const outcomes = await resolveMany(identifiers, over.lookup, over.context);
    return new Map([...outcomes].flatMap(([name, outcome]) => 'record' in outcome ? [[name.slice(4), outcome.record]] : []));
  } // prettier-ignore

  before(async () => {
    sandbox = await startSandbox();
    over = createSandboxLookup(sandbox, [crossref, datacite, openaire]);
    for (const identifier of dois) alone.set(identifier.id, await over.lookup.resolve(identifier));
    assert.ok([...alone.values()].every((record) => record !== undefined));
  });
  after(async () => {
    over.http.dispose();
    await sandbox.stop();
  });

  for (const [order, sources] of [
    ['in the order of the settings', [crossref, datacite, openaire]],
    ['with OpenAIRE first', [openaire, datacite, crossref]],
  ] as const) {
    it(`alone and in a batch, ${order}`, async () => {
      open(sources);
      const many = await askMany(dois);
      for (const { id } of dois) assert.deepEqual(many.get(id), alone.get(id), id);
      for (const identifier of dois.slice(0, 30))
        assert.deepEqual(await over.lookup.resolve(identifier), alone.get(identifier.id), identifier.id);
    });
  }

  it('found by words in any source, when it is looked up whole', async () => {
    open([crossref, datacite, openaire]);
    const found: CitationRecord[] = [];
    for (const words of ['structure', 'Lancet hydroxychloroquine', 'Attention Is All You Need', 'FAIR', 'Deep Residual Learning'])
      found.push(...(await search({ words }, [crossref, datacite, openaire], (source) => over.context(source, {}))).records);
    const named = found.flatMap(({ csl }) => csl.DOI ?? []).filter((id) => alone.has(id));
    assert.ok(named.length > 10, String(named.length));
    const whole = await askMany(named.map((id) => ({ kind: 'doi', id })));
    for (const id of named) assert.deepEqual(whole.get(id), alone.get(id), id);
  }); // prettier-ignore

  it('named by a PMID, a PMCID or an arXiv id, alone and in a batch', async () => {
    const others = works.flatMap(({ pmid, pmcid, arxiv }): readonly Identifier[] => [
      ...(pmid === undefined ? [] : [{ kind: 'pmid', id: pmid } as const]),
      ...(pmcid === undefined ? [] : [{ kind: 'pmcid', id: pmcid } as const]),
      ...(arxiv === undefined ? [] : [{ kind: 'arxiv', id: arxiv } as const]),
    ]);
    const outcomes = await resolveMany(others, over.lookup, over.context);
    for (const identifier of others) {
      const outcome = outcomes.get(`${identifier.kind}:${identifier.id}`);
      const single = await over.lookup.resolve(identifier);
      assert.ok(single && outcome !== undefined && 'record' in outcome, identifier.id);
      assert.deepEqual(outcome.record, single, identifier.id);
      const byDoi = alone.get(single.csl.DOI ?? '');
      assert.ok(byDoi, identifier.id);
      assert.deepEqual(withoutNames(single), withoutNames(byDoi), identifier.id);
      assert.equal(single.sources[0], byDoi.sources[0]);
    }
  }); // prettier-ignore
});
