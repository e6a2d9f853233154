import { strict as assert } from 'node:assert';
import { formatBiblatexDate, formatBibtexDate } from '../../../../../src/core/bibtex/entry/formatDate.ts';
import type { CslDate } from '../../../../../src/core/record/record.ts';

const cases: readonly (readonly [CslDate, string | undefined, { year?: string; month?: string }])[] = [
  [{ 'date-parts': [[2020, 3, 5]] }, '2020-03-05', { year: '2020', month: 'mar' }],
  [{ 'date-parts': [[2020, 3]] }, '2020-03', { year: '2020', month: 'mar' }],
  [{ 'date-parts': [[2020]] }, '2020', { year: '2020' }],
  [{ 'date-parts': [[2020, 2, 30]] }, '2020-02', { year: '2020', month: 'feb' }],
  [{ 'date-parts': [[2020, 0, 0]] }, '2020', { year: '2020' }],
  [{ 'date-parts': [[-350]] }, '-0350', { year: '350 BC' }],
  [{ 'date-parts': [[0]] }, '0000', { year: '0' }],
  [{ 'date-parts': [[476]] }, '0476', { year: '476' }],
  [{ 'date-parts': [[]] }, undefined, {}],
  [{ 'date-parts': [] }, undefined, {}],
  [{}, undefined, {}],
  [{ 'date-parts': [[2020, 1], [2020, 2]] }, '2020-01/2020-02', { year: '2020', month: 'jan' }],
  [{ 'date-parts': [[2019, 12], [2020, 1]] }, '2019-12/2020-01', { year: '2019--2020' }],
  [{ 'date-parts': [[2019], []] }, '2019/', { year: '2019--' }],
  [{ 'date-parts': [[1850]], circa: true }, '1850~', { year: 'c. 1850' }],
  [{ 'date-parts': [[2009]], season: 1 }, '2009-21', { year: '2009', month: 'Spring' }],
  [{ 'date-parts': [[2009]], season: 'Fall' }, '2009-23', { year: '2009', month: 'Autumn' }],
  [{ 'date-parts': [[2009, 16]] }, '2009-24', { year: '2009', month: 'Winter' }],
  [{ raw: '2020-03-05T12:00:00Z' }, '2020-03-05', { year: '2020', month: 'mar' }],
  [{ raw: '2010.6' }, '2010-06', { year: '2010', month: 'jun' }],
  [{ literal: '2010年6月3日' }, '2010-06-03', { year: '2010', month: 'jun' }],
  [{ literal: 'Easter 2009' }, '2009', { year: 'Easter 2009' }],
  [{ literal: 'in press' }, undefined, { year: 'in press' }],
]; // prettier-ignore

describe('dates', () => {
  for (const [date, biblatex, bibtex] of cases) {
    it(`writes ${JSON.stringify(date)}`, () => {
      assert.equal(formatBiblatexDate(date), biblatex);
      assert.deepEqual(formatBibtexDate(date), bibtex);
    });
  }

  it('reads numbers that came as text, and ignores null', () => {
    const parse = (json: string): CslDate => JSON.parse(json) as CslDate;
    assert.equal(formatBiblatexDate(parse('{"date-parts":[["2020","3","5"]]}')), '2020-03-05');
    assert.equal(formatBiblatexDate(parse('{"date-parts":[[null]]}')), undefined);
  });
});
