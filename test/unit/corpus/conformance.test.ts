import { strict as assert } from 'node:assert';
import { compareExpected } from '../../conformance/expected.ts';
import { measureFields } from '../../conformance/fields.ts';
import { findAllLosses, findLosses } from '../../conformance/losses.ts';
import { readService, services } from '../../conformance/read.ts';
import { describeCorpus } from '../../support/corpus.ts';

const folder = process.env['CITATION_CORPUS'] ?? '';

describeCorpus('all services', () => {
  it('arrive with title, names, date, container, pages and identifiers', () => {
    assert.deepEqual(findAllLosses(folder), []);
  }).timeout(60_000);

  for (const service of services) {
    it(`of ${service} are works, and every field of them is read or left out for a reason`, () => {
      const { works } = readService(folder, service);
      assert.ok(works.length > 15, String(works.length));
      const neither = measureFields(service, works).filter(({ arrived, reason }) => arrived === 0 && reason === undefined);
      assert.deepEqual(neither.map(({ name }) => name), []);
    }).timeout(60_000); // prettier-ignore

    it(`of ${service} would be missed if they did not arrive`, () => {
      const works = readService(folder, service).works.filter(({ record }) => record?.csl.author);
      const [work, other] = [works[0], works.at(-1)];
      assert.ok(work?.record && other?.record);
      const losses = findLosses(service, { ...work, record: other.record });
      assert.ok(losses.some((loss) => loss.startsWith('title')) && losses.length > 1, losses.join());
      assert.deepEqual(findLosses(service, { ...work, record: undefined }), ['record']);
    });
  }

  it('differ from what other programs make of them for a reason only', () => {
    const differences = compareExpected(folder);
    assert.deepEqual(differences.filter(({ judgement }) => judgement === undefined), []);
  }); // prettier-ignore
});
