import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { isIsbn } from '../../../../src/core/identifiers/isbn.ts';
import { readDoi, readIsbns, readIssns, splitVolume, toIsbn10, toIsbn13, toPages } from '../../../../src/core/sources/numbers.ts'; // prettier-ignore

describe('identifiers as services write them', () => {
  it('reads DOIs with and without resolver', () => {
    assert.equal(readDoi('https://doi.org/10.1000/ABC'), '10.1000/abc');
    assert.equal(readDoi('http://dx.doi.org/10.1000/a#b'), '10.1000/a#b');
    assert.equal(readDoi(' doi:10.1000/a(1) '), '10.1000/a(1)');
    for (const none of ['', undefined, '11.1000/a', '10.1000', 'see 10.1000/a', '10.1000/a b']) assert.equal(readDoi(none), undefined);
  }); // prettier-ignore

  it('writes ISSNs with their hyphen, right check digits first', () => {
    assert.deepEqual(readIssns(['12345678', '1468-6996', '2049363x', '0024-0974', 'none', '']), [
      '1468-6996',
      '0024-0974',
      '1234-5678',
      '2049-363X',
    ]);
  });

  it('writes ISBNs as digits, the long and right ones first', () => {
    assert.deepEqual(readIsbns(['4-87311-452-7', '978-4-87311-452-0', '978-4-87311-452-1', 'x']), [
      '9784873114521',
      '4873114527',
      '9784873114520',
    ]);
  });

  it('turns ISBNs from either form into the other', () => {
    const body = fc.integer({ min: 0, max: 999_999_999 }).map((number) => String(number).padStart(9, '0'));
    fc.assert(
      fc.property(body, (digits) => {
        const long = toIsbn13(`${digits}0`);
        const short = toIsbn10(long) ?? '';
        assert.ok(isIsbn(long) && isIsbn(short) && short.startsWith(digits));
        assert.equal(toIsbn13(short), long);
      }),
    );
    assert.equal(toIsbn10('9791090636071'), undefined);
  });
});

describe('volumes and pages as services write them', () => {
  it('takes the issue out of a volume', () => {
    assert.deepEqual(splitVolume('89(2)', undefined), { volume: '89', issue: '2' });
    assert.deepEqual(splitVolume('89（2）', '3'), { volume: '89', issue: '3' });
    assert.deepEqual(splitVolume('89', '2'), { volume: '89', issue: '2' });
    assert.deepEqual(splitVolume('第3巻', undefined), { volume: '第3巻', issue: undefined });
  });

  it('writes ranges with one hyphen', () => {
    const cases = [
      ['12', '25', '12-25'],
      ['173', '173', '173'],
      ['pp. 12–25', undefined, '12-25'],
      ['3147～3147', undefined, '3147'],
      ['116636-', undefined, '116636'],
      ['e101381', undefined, 'e101381'],
      [undefined, '25', '25'],
      [undefined, undefined, undefined],
    ] as const;
    for (const [first, last, pages] of cases) assert.equal(toPages(first, last), pages);
  });
});
