import { strict as assert } from 'node:assert';
import { markupToText } from '../../../../../src/core/bibtex/entry/markupToText.ts';

describe('markupToText', () => {
  it('leaves tags out', () => {
    assert.equal(
      markupToText('<i>E. coli</i> in CO<sub>2</sub> and <b>H<sub>2</sub>O'),
      'E. coli in CO2 and H2O',
    );
    assert.equal(markupToText('Ca<sup>2+</sup>, <sup>13</sup>C, 5<sup>th</sup>'), 'Ca2+, 13C, 5th');
  });

  it('keeps powers and indices apart from the number they stand on', () => {
    assert.equal(markupToText('10<sup>6</sup>, 10<sup>−3</sup>, 2<sub>1</sub>'), '10^6, 10^−3, 2_1');
  });

  it('reads raised and lowered digits as it reads tags', () => {
    assert.equal(markupToText('H₂O at 10⁻³ m²'), 'H2O at 10^−3 m2');
  });

  it('leaves other angle brackets alone', () => {
    assert.equal(markupToText('a<b and <x>c'), 'a<b and <x>c');
  });
});
