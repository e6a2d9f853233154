import { strict as assert } from 'node:assert';
import { formatPages } from '../../../../../src/core/bibtex/entry/formatPages.ts';

const cases: readonly (readonly [string, string | undefined])[] = [
  ['12-25', '12--25'],
  ['12–25', '12--25'],
  ['12--25', '12--25'],
  ['12 - 25', '12--25'],
  ['12-15, 20-25', '12--15, 20--25'],
  ['1308-1309.e1', '1308--1309.e1'],
  ['S1-S5', 'S1--S5'],
  ['A-1-A-5', 'A-1--A-5'],
  ['4-1–4-11', '4-1--4-11'],
  ['1-2-3', '1-2-3'],
  ['e101381', 'e101381'],
  ['473s', '473s'],
  ['i-xii', 'i--xii'],
  ['xii-5', 'xii--5'],
  ['B-12', 'B-12'],
  ['2165-a', '2165-a'],
  ['2165-a-2166', '2165-a--2166'],
  ['2165-a-2165-c', '2165-a--2165-c'],
  ['5-5', '5'],
  ['1234-45', '1234--45'],
  ['123-', '123'],
  ['pp. 3-4', '3--4'],
  ['3147～3147', '3147'],
  ['１２－２５', '12--25'],
  ['n/a-n/a', undefined],
  ['no-no', undefined],
  ['', undefined],
];

describe('formatPages', () => {
  for (const [page, expected] of cases) {
    it(`writes "${page}" as ${expected ?? 'nothing'}`, () => {
      assert.equal(formatPages(page), expected);
    });
  }
});
