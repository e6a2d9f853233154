import { strict as assert } from 'node:assert';
import { isShouted, splitByCase } from '../../../../../src/core/bibtex/entry/protectCase.ts';

function mark(title: string): string {
  return splitByCase(title)
    .map(({ text, keep }) => (keep ? `{${text}}` : text))
    .join('');
}

const cases: readonly (readonly [title: string, protectedWords: string])[] = [
  ['DNA and NASA', '{DNA} and {NASA}'],
  ['Deep Learning: DNA of a Review', 'Deep Learning: {DNA} of a Review'],
  ['mRNA, iPhone, pH and McDonald', '{mRNA}, {iPhone}, {pH} and {McDonald}'],
  ['Cas9, H2O, B12 and 3D', '{Cas9}, {H2O}, {B12} and {3D}'],
  ['COVID-19 and X-Ray Non-DNA', '{COVID}-19 and {X}-Ray Non-{DNA}'],
  ['T cells and vitamin C and I', '{T} cells and vitamin {C} and {I}'],
  ['A study: A review. Hepatitis A virus', 'A study: A review. Hepatitis {A} virus'],
  ['The U.S. Army', 'The {U.S.} Army'],
  ["O'Brien's L'État Women's", "{O'Brien's} {L'État} Women's"],
  ['nothing to do', 'nothing to do'],
  ['Éléphants', 'Éléphants'],
];

describe('splitByCase', () => {
  for (const [title, expected] of cases) {
    it(`protects ${expected}`, () => {
      assert.equal(mark(title), expected);
    });
  }
});

describe('isShouted', () => {
  it('tells a title in capitals from one of acronyms', () => {
    assert.equal(isShouted('ON THE ORIGIN OF SPECIES'), true);
    assert.equal(isShouted('DNA'), false);
    assert.equal(isShouted('NASA AND the ESA'), false);
  });
});
