import { strict as assert } from 'node:assert';
import { findProblems } from '../../../../../src/core/bibtex/check/findProblems.ts';
import { scanBib } from '../../../../../src/core/bibtex/text/scan.ts';

/** Each problem as its kind, what is underlined and what it refers to. */
function problemsOf(text: string): readonly string[] {
  return findProblems(scanBib(text)).map((problem) => {
    const underlined = text.slice(problem.start, problem.end);
    if (problem.kind === 'broken') return `broken ${underlined}: ${problem.reason.english}`;
    return problem.kind === 'repeatedKey'
      ? `repeatedKey ${underlined} at ${text.slice(0, problem.start).split('\n').length}`
      : `sameWork ${underlined} as ${problem.twin.key}`;
  });
}

describe('findProblems', () => {
  it('finds nothing in a sound file', () => {
    assert.deepEqual(
      problemsOf(
        '@comment{x}\n@string{a = "b"}\n@book{one, title={A}, doi={10.1000/a}}\n@book{two, title={B}}\n',
      ),
      [],
    );
  });

  it('finds what is broken, at its place, and what comes behind it all the same', () => {
    assert.deepEqual(problemsOf('@book{one, title {A}}\n@book{two, title={B}}\n@book{Two, title={C}}\n'), [
      'broken title {A}}: An equals sign is missing after this field name.',
      'repeatedKey Two at 3',
    ]);
  });

  it('finds works that are there twice once, at the later entry', () => {
    assert.deepEqual(
      problemsOf(
        '@article{one, doi={10.1000/AB}}\n@misc{two, url={https://doi.org/10.1000/ab}}\n@book{three, doi={10.1000/ab.c}}\n',
      ),
      ['sameWork two as one'],
    );
  });
});
