import { strict as assert } from 'node:assert';
import { mergeRecords } from '../../../../src/core/lookup/mergeRecords.ts';
import type { CitationRecord } from '../../../../src/core/record/record.ts';

function recordOf(source: string, part: Partial<CitationRecord['csl']> = {}): CitationRecord {
  const csl = { id: source, type: 'book' as const, title: 'A title', ...part };
  const provenance = Object.fromEntries(Object.keys(csl).map((field) => [field, source]));
  return { csl, sources: [source], notices: [], links: {}, provenance };
}

type Part = Partial<CitationRecord['csl']>;

const year = { 'date-parts': [[2020]] };
const [a, b] = [{ family: 'A' }, { family: 'B' }];

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

  /** What the leading record says, what the other says, and what of the latter comes in. */
  const table: readonly (readonly [rule: string, leading: Part, other: Part, merged: Part])[] = [
    ['what is said stays', { publisher: 'A', issued: year }, { publisher: 'B', volume: '1' }, { publisher: 'A', issued: year, volume: '1' }],
    ['an empty text is none', { publisher: '' }, { publisher: 'B' }, { publisher: 'B' }],
    ['the kind of work is never mixed', {}, { type: 'thesis', genre: 'PhD', publisher: 'U' }, { publisher: 'U' }],
    ['a container belongs to its kind', {}, { type: 'chapter', 'container-title': 'A book', 'event-title': 'C' }, {}],
    ['of the same kind it is taken', {}, { 'container-title': 'A series', genre: 'G' }, { 'container-title': 'A series', genre: 'G' }],
    ['pages do not join a number', { number: 'e1' }, { page: '1-2' }, { number: 'e1' }],
    ['a number does not join pages', { page: '1-2' }, { number: 'e1' }, { page: '1-2' }],
    ['a place goes with its publisher', { publisher: 'A' }, { publisher: 'B', 'publisher-place': 'Bonn' }, { publisher: 'A' }],
    ['and comes with it', {}, { publisher: 'B', 'publisher-place': 'Bonn' }, { publisher: 'B', 'publisher-place': 'Bonn' }],
    ['readings need the same authors', { author: [a, b] }, { author: [a], custom: { authorReadings: [a] } }, { author: [a, b] }],
    ['and come with them', { author: [a] }, { author: [b], custom: { authorReadings: [b], titleTranslated: 'T' } }, { author: [a], custom: { authorReadings: [b], titleTranslated: 'T' } }],
    ['and stay as they are', { author: [a], custom: { authorReadings: [a] } }, { author: [b], custom: { authorReadings: [b], crid: '1' } }, { author: [a], custom: { authorReadings: [a], crid: '1' } }],
    ['a list that is whole is not cut', { author: [a] }, { author: [a], custom: { authorsIncomplete: true } }, { author: [a] }],
    ['a kind in a source’s words goes with the type', {}, { type: 'article', custom: { kind: 'Preprint', eprint: '1' } }, { custom: { eprint: '1' } }],
  ];
  for (const [rule, leading, other, expected] of table) {
    it(`keeps the rule: ${rule}`, () => {
      const { csl, provenance } = mergeRecords(recordOf('one', leading), recordOf('two', other));
      assert.deepEqual(csl, recordOf('one', expected).csl);
      for (const [field, value] of Object.entries(csl)) {
        if (field === 'custom') continue;
        const isOwn = Object.entries(leading).some(([name, own]) => name === field && own === value);
        assert.equal(provenance[field], isOwn || !(field in expected) ? 'one' : 'two', field);
      }
    });
  }

  it('joins notices, links, facts and credits, each once', () => {
    const notice = { kind: 'retraction', identifier: '10.1/r', assertedBy: 'publisher' } as const;
    const correction = { kind: 'correction', assertedBy: 'publisher' } as const;
    const one = { ...recordOf('one'), notices: [notice], links: { landing: 'https://a/' }, facts: { citedBy: 1, credit: 'A' } };
    const two = { ...recordOf('two'), notices: [notice, correction], links: { landing: 'https://b/', pdf: 'https://b/p' }, facts: { citedBy: 9, licence: 'CC', credit: 'B' } };
    const { notices, links, facts } = mergeRecords(one, two);
    assert.deepEqual(notices, [notice, correction]);
    assert.deepEqual(links, { landing: 'https://a/', pdf: 'https://b/p' });
    assert.deepEqual(facts, { citedBy: 1, licence: 'CC', credit: 'A; B' });
    assert.equal(mergeRecords(one, one).facts?.credit, 'A');
  });
}); // prettier-ignore
