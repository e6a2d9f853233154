import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { defaultKeyPattern, makeKey, toSafeKey } from '../../../../src/core/record/citationKey.ts';
import { checkKeyPattern, keyFields } from '../../../../src/core/record/keyPattern.ts';
import type { CslItem } from '../../../../src/core/record/record.ts';

const nothingTaken = (): boolean => false;

function keyOf(csl: Partial<CslItem>, pattern = defaultKeyPattern): string {
  return makeKey({ id: 'x', type: 'article-journal', title: '', ...csl }, pattern, nothingTaken);
}

const paper: Partial<CslItem> = {
  title: 'On the <i>Origin</i> of Species by Means of Natural Selection',
  author: [
    { family: 'Müller', given: 'A.' },
    { family: 'Gogh', given: 'V.', 'non-dropping-particle': 'van' },
    { family: 'Łukasiewicz', given: 'J.' },
    { family: 'Достоевский', given: 'Ф.' },
  ],
  issued: { 'date-parts': [[1859, 11]] },
  'container-title': 'Journal of the Royal Society',
  DOI: '10.1000/a(b)_c',
};

describe('makeKey', () => {
  const patterns: readonly (readonly [pattern: string, key: string])[] = [
    ['{author}{year}{word}', 'Muller1859Origin'],
    ['{author:lower}{shortyear}', 'muller59'],
    ['{authors}', 'MullervanGoghLukasiewiczEtAl'],
    ['{authors:words(2):abbr(3)}_{year}', 'Mulvan_1859'],
    ['{title}', 'OriginSpeciesMeansNaturalSelection'],
    ['{title:words(2):lower}', 'originspecies'],
    ['{title:abbr(1)}', 'OSMNS'],
    ['{word:upper}-{journal:abbr(1)}', 'ORIGIN-JRS'],
    ['{doi}', '10_1000_a_b_c'],
    ['x:{year}', 'x:1859'],
  ];
  for (const [pattern, key] of patterns) {
    it(`makes ${key} by ${pattern}`, () => {
      assert.equal(keyOf(paper, pattern), key);
    });
  }

  const names: readonly (readonly [Partial<CslItem>, string])[] = [
    [{ author: [{ family: 'Humboldt', given: 'A.', 'dropping-particle': 'von' }] }, 'Humboldt'],
    [{ author: [{ family: 'van der Berg', given: 'A.' }] }, 'vanderBerg'],
    [{ author: [{ family: 'SMITH', given: 'A.' }] }, 'Smith'],
    [{ author: [{ family: "O'Brien-Ångström", given: 'A.' }] }, 'OBrienAngstrom'],
    [{ author: [{ family: 'Straßeøæþ', given: 'A.' }] }, 'Strasseoaeth'],
    [{ author: [{ family: 'Παπαδόπουλος', given: 'A.' }] }, 'Papadopoulos'],
    [{ author: [{ literal: 'World Health Organization of the United Nations' }] }, 'WorldHealthOrganization'],
    [{ editor: [{ family: 'Lovelace', given: 'Ada' }] }, 'Lovelace'],
    [{ author: [{ family: 'さくら', given: 'ももこ' }] }, 'Sakura'],
  ];
  for (const [csl, key] of names) {
    it(`makes ${key} of ${JSON.stringify(csl)}`, () => {
      assert.equal(keyOf(csl, '{author}'), key);
    });
  }

  it('reads Japanese names as the source says', () => {
    const shirai = {
      author: [{ family: '白井', given: '大地' }],
      issued: { 'date-parts': [[2013]] },
      title: '地域間CGE分析',
    };
    assert.equal(
      keyOf({ ...shirai, custom: { authorReadings: [{ family: 'シライ', given: 'ダイチ' }] } }),
      'Shirai2013CGE',
    );
    assert.equal(
      keyOf({ ...shirai, custom: { authorRomanised: [{ family: 'SHIRAI', given: 'Daichi' }] } }),
      'Shirai2013CGE',
    );
  });

  it('names a work after its identifier where nothing tells how its author is read', () => {
    const wang = {
      author: [{ family: '王', given: '伟' }],
      title: '深度学习 Deep',
      issued: { 'date-parts': [[2020]] },
    };
    assert.equal(keyOf({ ...wang, DOI: '10.1000/x.y' }), 'doi10_1000_x_y');
    assert.equal(keyOf({ ...wang, custom: { crid: '1390001' } }), 'cinii1390001');
    assert.equal(keyOf({ ...wang, ISBN: '9784873114521' }), 'isbn9784873114521');
  });

  it('does without what a work has not', () => {
    assert.equal(keyOf({ title: 'Editorial' }), 'Editorial');
    assert.equal(keyOf({ title: '' }), 'refx');
    assert.equal(keyOf({ title: 'The and of' }), 'The');
    assert.equal(keyOf({ issued: { literal: 'Spring 2009' } }), '2009');
    assert.equal(keyOf({ title: '1984' }), '1984');
    assert.equal(keyOf({ title: '2001: A Space Odyssey' }), 'Space');
    assert.equal(keyOf({ title: "L'analyse de l'X-ray" }), 'analyse');
    assert.equal(keyOf(paper, '{journal:abbr(1)}::{shortyear}--{word}').includes('::'), false);
  });

  it('makes a key unlike those that are taken', () => {
    const taken = new Set(['muller1859origin', 'muller1859origina', 'muller1859originb']);
    const key = makeKey({ id: 'x', type: 'book', title: '', ...paper }, defaultKeyPattern, (candidate) =>
      taken.has(candidate.toLowerCase()),
    );
    assert.equal(key, 'Muller1859Originc');
    const many = new Set<string>();
    for (let index = 0; index < 60; index += 1) {
      many.add(
        makeKey({ id: 'x', type: 'book', title: 'Word' }, '{word}', (candidate) => many.has(candidate)),
      );
    }
    assert.deepEqual([...many].slice(25, 29), ['Wordy', 'Wordz', 'Wordaa', 'Wordab']);
  });

  it('makes keys that BibTeX, biber and Pandoc accept, of anything', () => {
    const text = fc.string({ unit: 'binary' });
    const name = fc.record({ family: text, given: text, literal: text }, { requiredKeys: [] });
    const item = fc.record({
      id: text,
      title: text,
      DOI: text,
      'container-title': text,
      author: fc.array(name),
      editor: fc.array(name),
    });
    const part = fc.oneof(
      fc.constantFrom(...keyFields).map((field) => `{${field}}`),
      fc.constantFrom(':', '-', '_', '.', '+', '/', 'x'),
    );
    const pattern = fc.array(part).map((parts) => parts.join(''));
    fc.assert(
      fc.property(item, pattern, (csl, keyPattern) => {
        assert.match(
          makeKey({ type: 'book', ...csl }, keyPattern, nothingTaken),
          /^[A-Za-z0-9]+(?:[:_.+/-][A-Za-z0-9]+)*$/,
        );
      }),
    );
  });
});

describe('checkKeyPattern', () => {
  it('accepts what makes a key', () => {
    for (const pattern of [
      defaultKeyPattern,
      '{author:lower}_{year}:{title:words(3):capitalize}',
      '{doi}',
      'a/b+{word:abbr(10)}',
    ]) {
      assert.equal(checkKeyPattern(pattern), undefined, pattern);
    }
  });

  const wrong: readonly (readonly [pattern: string, word: RegExp])[] = [
    ['{autor}', /no field "autor"/],
    ['{author:small}', /no filter "small"/],
    ['{author:abbr}', /no filter "abbr"/],
    ['{title:words(0)}', /no filter "words\(0\)"/],
    ['{author', /cannot contain "\{"/],
    ['{author} {year}', /cannot contain " "/],
    ['{author},{year}', /cannot contain ","/],
    ['{year}ü', /cannot contain "ü"/],
    ['key', /names no field/],
    ['', /names no field/],
  ];
  for (const [pattern, word] of wrong) {
    it(`says what is wrong with "${pattern}"`, () => {
      assert.match(checkKeyPattern(pattern)?.english ?? '', word);
    });
  }
});

describe('toSafeKey', () => {
  it('keeps what a person chose, but for what no key can hold', () => {
    assert.equal(toSafeKey('Müller:2020/a+b'), 'Müller:2020/a+b');
    assert.equal(toSafeKey(' a,b={x}\\input"%#~@ '), 'abxinput');
    assert.equal(toSafeKey(' ,'), 'ref');
  });
});
