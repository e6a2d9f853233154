import { strict as assert } from 'node:assert';
import { recordTypes } from '../../sandbox/crossref/members.ts';
import { generalTypes } from '../../sandbox/datacite/types.ts';
import { japaneseWorks, works } from '../../sandbox/works.ts';
import { ebooks } from '../../sandbox/works/ebooks.ts';
import { grants } from '../../sandbox/works/grants.ts';

const weigh = (digits: string, weights: (index: number) => number): number =>
  Array.from(digits.replace(/-/g, '')).reduce((sum, digit, index) => sum + (digit === 'X' ? 10 : Number(digit)) * weights(index), 0); // prettier-ignore

const isIssn = (issn: string): boolean =>
  /^\d{4}-?\d{3}[\dX]$/.test(issn) && weigh(issn, (index) => 8 - index) % 11 === 0;
const isIsbn = (isbn: string): boolean =>
  isbn.length === 10
    ? weigh(isbn, (index) => 10 - index) % 11 === 0
    : /^97[89]\d{10}$/.test(isbn) && weigh(isbn, (index) => (index % 2 === 0 ? 1 : 3)) % 10 === 0;

describe('the works of the sandbox', () => {
  it('are many, and none is there twice', () => {
    assert.ok(works.length > 130, String(works.length));
    const dois = works.map(({ doi }) => doi.toLowerCase());
    assert.deepEqual(dois, [...new Set(dois)]);
  });

  it('show every record type of Crossref and every general type of DataCite', () => {
    const shown = new Set(works.map(({ type }) => type));
    const missing = [...Object.keys(recordTypes), ...Object.keys(generalTypes)].filter(
      (type) => !shown.has(type),
    );
    assert.deepEqual(missing, []);
  });

  it('have ISSNs and ISBNs whose check digits are right', () => {
    const numbers = [...works, ...japaneseWorks].flatMap(({ issn, isbn }) => [
      ...(typeof issn === 'object' ? Object.values(issn) : [issn]).map((value) => [value, isIssn] as const),
      ...(typeof isbn === 'object' ? Object.values(isbn) : [isbn]).map((value) => [value, isIsbn] as const),
    ]);
    assert.deepEqual(numbers.filter(([value, isGood]) => value !== undefined && !isGood(value)).map(([value]) => value), []); // prettier-ignore
  });

  it('have dates that exist', () => {
    const dates = works.flatMap(({ print, online, posted, approved, accepted, changed }) => [print, online, posted, approved, accepted, changed]); // prettier-ignore
    assert.deepEqual(dates.filter((date) => date !== undefined && Number.isNaN(Date.parse(date))), []); // prettier-ignore
  });

  it('are at least thirty for each service that no DOI agency feeds', () => {
    assert.ok(japaneseWorks.length >= 30, String(japaneseWorks.length));
    assert.ok(ebooks.length >= 30, String(ebooks.length));
    const reported = grants.flatMap(({ products = [] }) => products);
    assert.ok(grants.length + reported.length >= 30, String(grants.length + reported.length));
  });
});
