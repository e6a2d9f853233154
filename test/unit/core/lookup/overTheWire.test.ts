import { strict as assert } from 'node:assert';
import { LookupError } from '../../../../src/core/errors.ts';
import { resolveMany } from '../../../../src/core/lookup/resolveMany.ts';
import { toTitle } from '../../../../src/core/record/markup.ts';
import { crossref } from '../../../../src/core/sources/crossref/crossref.ts';
import { datacite } from '../../../../src/core/sources/datacite/datacite.ts';
import { startSandbox, type Sandbox } from '../../../sandbox/server.ts';
import { works } from '../../../sandbox/works.ts';
import { createSandboxLookup, type SandboxLookup } from '../../../support/sandboxLookup.ts';

/** China's agency answers negotiation with a page. */
const described = works.filter((work) => work.agency !== 'ISTIC');

describe('looking up over the wire', () => {
  let sandbox: Sandbox;
  let over: SandboxLookup;

  beforeEach(async () => {
    sandbox = await startSandbox();
    over = createSandboxLookup(sandbox, [crossref, datacite]);
  });
  afterEach(async () => {
    over.http.dispose();
    await sandbox.stop();
  });

  it('finds every work of the stand-in services by its DOI, title, names and year included', async function () {
    this.timeout(60_000);
    assert.ok(works.length >= 80, String(works.length));
    await Promise.all(
      described.map(async (work) => {
        const record = await over.lookup.resolve({ kind: 'doi', id: work.doi.toLowerCase() });
        assert.ok(record, work.doi);
        const title = [work.title].flat()[0];
        if (title !== undefined)
          assert.ok(
            record.csl.title.startsWith(toTitle(title).slice(0, 20)),
            `${work.doi}: ${record.csl.title}`,
          );
        // One depositor typed several people into one field, others wrote that nobody is known.
        const typed = (work.authors ?? []).flatMap<unknown>((author) =>
          typeof author === 'string' ? author.split(';') : [author],
        );
        const named = typed.filter((author) => author !== '' && author !== '(:Unav)');
        assert.equal(record.csl.author?.length ?? 0, named.length, work.doi);
        const year = (work.print ?? work.online ?? work.posted ?? work.approved)?.slice(0, 4);
        if (year !== undefined)
          assert.equal(String(record.csl.issued?.['date-parts']?.[0]?.[0]), year, work.doi);
      }),
    );
  });

  it('finds the same by batches, with few requests', async () => {
    const identifiers = described.map((work) => ({ kind: 'doi' as const, id: work.doi.toLowerCase() }));
    const outcomes = await resolveMany(identifiers, over.lookup, over.context);
    assert.ok(sandbox.requests.length < 40, String(sandbox.requests.length));
    assert.equal(
      [...outcomes.values()].filter((outcome) => 'record' in outcome).length,
      new Set(identifiers.map(({ id }) => id)).size,
    );
    for (const { id } of identifiers.slice(0, 20)) {
      const outcome = outcomes.get(`doi:${id}`);
      const single = await over.lookup.resolve({ kind: 'doi', id });
      assert.ok(outcome !== undefined && 'record' in outcome);
      assert.deepEqual(outcome.record.csl, single?.csl, id);
    }
  });

  it('says that an agency offers no data, which is not to say that the DOI is unknown', async () => {
    const [work] = works.filter(({ agency }) => agency === 'ISTIC');
    assert.ok(work);
    await assert.rejects(
      over.lookup.resolve({ kind: 'doi', id: work.doi.toLowerCase() }),
      (error) => error instanceof LookupError && error.message.includes('no citation data'),
    );
  });

  it('asks once what is asked twice', async () => {
    assert.ok(await over.lookup.resolve({ kind: 'doi', id: '10.1038/171737a0' }));
    const { length } = sandbox.requests;
    await over.lookup.resolve({ kind: 'doi', id: '10.1038/171737a0' });
    assert.equal(sandbox.requests.length, length);
  });

  it('knows nothing of a DOI that does not exist', async () => {
    assert.equal(await over.lookup.resolve({ kind: 'doi', id: '10.5555/does-not-exist' }), undefined);
  });

  it('warns of the retracted paper, and not of the notice about it', async () => {
    const paper = await over.lookup.resolve({ kind: 'doi', id: '10.1016/s0140-6736(20)31180-6' });
    assert.ok(paper?.notices.some(({ kind }) => kind === 'retraction'));
    const notice = await over.lookup.resolve({ kind: 'doi', id: '10.1016/s0140-6736(20)31324-6' });
    assert.deepEqual(
      notice?.notices.filter(({ kind }) => kind === 'retraction'),
      [],
    );
  });

  it('says who failed when Crossref does', async () => {
    sandbox.fault('crossref', { kind: 'wrong-type' });
    await assert.rejects(
      over.lookup.resolve({ kind: 'doi', id: '10.1038/171737a0' }),
      (error) => error instanceof LookupError && error.source === 'crossref',
    );
  });
});
