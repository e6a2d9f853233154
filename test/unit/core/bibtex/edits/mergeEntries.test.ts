import { strict as assert } from 'node:assert';
import { describeMergeProblem, planMerge } from '../../../../../src/core/bibtex/edits/mergeEntries.ts';
import { findEntry } from '../../../../../src/core/bibtex/text/readField.ts';
import { findTwin } from '../../../../../src/core/bibtex/works/recognise.ts';
import { scanBib } from '../../../../../src/core/bibtex/text/scan.ts';
import { applyEdits } from '../../../../../src/core/span.ts';

/** Merges the twin of an entry into it, without what needs a decision but for the removal. */
function merge(text: string, key: string): { readonly text: string; readonly differing: readonly string[] } {
  const index = scanBib(text);
  const kept = findEntry(index, key);
  assert.ok(kept);
  const dropped = findTwin(index, kept);
  assert.ok(dropped);
  assert.equal(describeMergeProblem(index, kept, dropped), undefined);
  const { missing, references, removal, differing } = planMerge(index, kept, dropped);
  return {
    text: applyEdits(text, [...missing, ...references, removal]),
    differing: differing.map(({ name, before = '', after }) => `${name}: ${before} → ${after}`),
  };
}

const text = `@string{j = "Nature"}
@article{one,
  title = {Helix},
  year  = 1953,
  doi   = {10.1000/X}
}

@inbook{part, crossref = {TWO}, note = {two}}

@article{two,
  journal = j,
  year    = {1954},
  doi     = {https://doi.org/10.1000/x},
}

% the end
`;

describe('planMerge', () => {
  it('adds what is missing as it is written there, and what refers to the other entry to this one', () => {
    assert.deepEqual(merge(text, 'one'), {
      text: `@string{j = "Nature"}
@article{one,
  title = {Helix},
  year  = 1953,
  doi   = {10.1000/X},
  journal = j
}

@inbook{part, crossref = {one}, note = {two}}

% the end
`,
      differing: ['year: 1953 → 1954'],
    });
  });

  it('keeps the entry that it is asked for', () => {
    const merged = merge(text, 'two').text;
    assert.ok(!merged.includes('{one'));
    assert.match(merged, /\n {2}doi {5}= \{https:[^\n]*\},\n {2}title {3}= \{Helix\},\n\}/);
  });

  it('leaves references alone where another entry has the key still', () => {
    const twice =
      '@misc{a, doi = {10.1000/x}}\n@misc{A, doi = {10.1000/x}, note = {n}}\n@misc{b, crossref = {a}}\n';
    const index = scanBib(twice);
    const plan = planMerge(index, index.block(0), index.block(1));
    assert.equal(plan.isKeyGone, false);
    assert.deepEqual(plan.references, []);
    assert.equal(
      applyEdits(twice, [...plan.missing, plan.removal]),
      '@misc{a, doi = {10.1000/x}, note = {n}}\n@misc{b, crossref = {a}}\n',
    );
  });

  it("does not add the other dialect's form of a field that is there", () => {
    const dated =
      '@article{a, date = {2020-03}, journaltitle = {N}, doi = {10.1000/x}}\n\n@article{b, year = 2020, month = mar, journal = {N}, doi = {10.1000/x}}\n';
    assert.equal(merge(dated, 'a').text, dated.slice(0, dated.indexOf('\n') + 1));
  });

  it('refuses broken entries and those that refer to each other', () => {
    const index = scanBib(
      '@misc{a, crossref = {b}, doi = {10.1000/x}}\n@misc{b, doi = {10.1000/x}}\n@misc{c, doi = {10.1000/x}, = }',
    );
    assert.match(
      describeMergeProblem(index, index.block(0), index.block(1))?.english ?? '',
      /refer to each other/,
    );
    assert.match(describeMergeProblem(index, index.block(1), index.block(2))?.english ?? '', /broken/);
  });
});

describe('findTwin', () => {
  const index = scanBib(
    '@misc{a, doi = {10.1000/x}}\n@misc{b, doi = {10.1000/x1}}\n@misc{c, doi = {10.1000/y}}\n@misc{d, doi = {doi:10.1000/Y}}',
  );
  for (const [key, twin] of [
    ['a', undefined],
    ['b', undefined],
    ['c', 'd'],
    ['d', 'c'],
  ] as const)
    it(`finds ${twin ?? 'none'} for ${key}`, () => {
      const entry = findEntry(index, key);
      assert.ok(entry);
      assert.equal(findTwin(index, entry)?.key, twin);
    });
});
