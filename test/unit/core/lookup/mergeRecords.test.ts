import { strict as assert } from 'node:assert';
import { mergeRecords } from '../../../../src/core/lookup/mergeRecords.ts';
import type { CitationRecord } from '../../../../src/core/record/record.ts';

function recordOf(source: string, part: Partial<CitationRecord['csl']> = {}): CitationRecord {
  const csl = { id: source, type: 'book' as const, title: 'A title', ...part };
  const provenance = Object.fromEntries(Object.keys(csl).map((field) => [field, source]));
  return { csl, sources: [source], notices: [], links: {}, provenance };
}

describe('merging records', () => {
  it('fills what the leading one lacks, and says who said it', () => {
    const { csl, sources, provenance } = mergeRecords(
      recordOf('one'),
      recordOf('two', { publisher: 'Press' }),
    );
    assert.deepEqual([csl.id, csl.publisher], ['one', 'Press']);
    assert.deepEqual(sources, ['one', 'two']);
    assert.equal(provenance['publisher'], 'two');
  });

  it('gives the same record for the same two, whoever else was merged between', () => {
    const [one, two, three] = [recordOf('one'), recordOf('two'), recordOf('three')];
    const merged = mergeRecords(one, two);
    assert.notEqual(mergeRecords(one, three), merged);
    assert.equal(mergeRecords(one, two), merged);
  });
});
