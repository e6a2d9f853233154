import { strict as assert } from 'node:assert';
import { formatNames, formatReadings } from '../../../../../src/core/bibtex/entry/formatNames.ts';
import { toTeX } from '../../../../../src/core/bibtex/entry/texText.ts';
import type { CslName } from '../../../../../src/core/record/record.ts';

const encode = (plain: string): string => plain.replaceAll('&', '\\&');
const comma = { order: 'comma', encode } as const;
const space = { order: 'space', encode } as const;

const cases: readonly (readonly [CslName, string])[] = [
  [{ family: 'Turing', given: 'Alan M.' }, 'Turing, Alan M.'],
  [{ family: 'Humboldt', given: 'A.', 'dropping-particle': 'von' }, 'von Humboldt, A.'],
  [{ family: 'Gogh', given: 'V.', 'non-dropping-particle': 'van' }, 'van Gogh, V.'],
  [
    { family: 'Fontaine', given: 'Jean', 'dropping-particle': 'de', 'non-dropping-particle': 'La' },
    'de La Fontaine, Jean',
  ],
  [{ family: 'Alembert', given: 'Jean', 'dropping-particle': "d'" }, "d'Alembert, Jean"],
  [{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' }, 'King, Jr., Martin Luther'],
  [{ family: 'King', suffix: 'Jr.' }, '{King Jr.}'],
  [{ family: 'Plato' }, '{Plato}'],
  [{ given: 'Madonna' }, '{Madonna}'],
  [{ literal: 'Johnson & Johnson and Sons, Ltd' }, '{Johnson \\& Johnson and Sons, Ltd}'],
  [{ family: 'Brand and Sons', given: 'X.' }, '{Brand and Sons}, X.'],
  [{ family: 'Foo, Bar', given: 'C.' }, '{Foo, Bar}, C.'],
  // biber takes no more than two commas, in braces or not.
  [{ family: 'Foo, Bar', given: 'B., C.' }, '{B., C. Foo, Bar}'],
  [{ family: 'And', given: 'Metin' }, '{And}, Metin'],
  [{ family: 'de la Cruz', given: 'J.' }, 'de la Cruz, J.'],
  [{ family: 'Ruiz de la Torre', given: 'Ana' }, '{Ruiz de la Torre}, Ana'],
  [{ family: 'de la Cruz y Santos', given: 'J.' }, 'de la {Cruz y Santos}, J.'],
  [{ family: 'Smith', given: 'J.\u2009C.' }, 'Smith, J. C.'],
];

describe('formatNames', () => {
  for (const [name, expected] of cases) {
    it(`writes ${JSON.stringify(name)} as ${expected}`, () => {
      assert.equal(formatNames([name], comma), expected);
    });
  }

  it('writes names in Chinese characters, kana and Hangul in the order asked for, others with a comma', () => {
    const names = [
      { family: '松井', given: '正一' },
      { family: 'Iri', given: 'Masao' },
      { literal: '国立情報学研究所' },
    ];
    assert.equal(formatNames(names, comma), '松井, 正一 and Iri, Masao and {国立情報学研究所}');
    assert.equal(formatNames(names, space), '松井 正一 and Iri, Masao and {国立情報学研究所}');
  });

  it('writes what biber would read as its own', () => {
    const style = {
      order: 'comma',
      encode: (plain: string) => toTeX(plain, { reader: 'biber', isAscii: true }),
    } as const;
    const name = { family: '\\x', given: 'family=Ē{' };
    assert.equal(formatNames([name], style), String.raw`\textbackslash{}x, family{=}{\=E}\textbraceleft{}`);
  });

  it('keeps a name with a full-width separator in one piece', () => {
    assert.equal(formatNames([{ literal: '東京、大阪' }], space), '{東京、大阪}');
  });

  it('ends an incomplete list with "and others"', () => {
    const first = { family: 'Turing', given: 'A.' };
    assert.equal(formatNames([first], comma, true), 'Turing, A. and others');
    for (const literal of ['others', 'et al.', 'and others', 'ほか']) {
      assert.equal(formatNames([first, { literal }], comma), 'Turing, A. and others');
    }
    assert.equal(formatNames([first, { family: 'others' }], comma, true), 'Turing, A. and others');
  });

  it('skips names without a letter, and says when none is left', () => {
    assert.equal(formatNames([{}, { literal: ' ' }, { family: 'A', given: 'B' }], comma), 'A, B');
    assert.equal(formatNames([{}, { family: '' }], comma), undefined);
  });
});

describe('formatReadings', () => {
  const authors = [
    { family: '白井', given: '大地' },
    { family: 'Smith', given: 'John' },
  ];

  it('writes kana in hiragana, and Latin names as they are', () => {
    const readings = [{ family: 'シライ', given: 'ダイチ' }, null];
    assert.equal(formatReadings(authors, readings, comma), 'しらい, だいち and Smith, John');
    assert.equal(formatReadings(authors, readings, space), 'しらい だいち and Smith, John');
  });

  it('leaves all out where one is missing', () => {
    const two = [
      { family: '白井', given: '大地' },
      { family: '武田', given: '史郎' },
    ];
    assert.equal(formatReadings(two, [{ family: 'シライ', given: 'ダイチ' }, null], comma), undefined);
    assert.equal(formatReadings(two, [{ family: 'シライ' }], comma), undefined);
    assert.equal(formatReadings([], [], comma), undefined);
  });
});
