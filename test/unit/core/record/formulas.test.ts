import { strict as assert } from 'node:assert';
import { findFormulas } from '../../../../src/core/record/formulas.ts';
import { toTitle } from '../../../../src/core/record/markup.ts';

function math(alttext: string, inner: string): string {
  return `<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML" alttext="${alttext}">${inner}</mml:math>`;
}

function found(raw: string): ReturnType<typeof findFormulas> {
  return findFormulas(['', raw], toTitle(raw));
}

const d = math('$d$', '<mml:mi>d</mml:mi>');
const root = math('\\sqrt{s}', '<mml:msqrt><mml:mi>s</mml:mi></mml:msqrt>');

describe('findFormulas', () => {
  it('finds formulas where they stand, not where a letter is like them', () => {
    assert.deepEqual(found(`Bodies in the${d}-th dimension and at ${root}`), [
      { at: 14, text: 'd', tex: 'd' },
      { at: 36, text: '√s', tex: '\\sqrt{s}' },
    ]);
  });

  it('finds none without their TeX', () => {
    assert.equal(found('<mml:math><mml:mi>d</mml:mi></mml:math> in <i>E. coli</i>'), undefined);
    assert.equal(found(`Plain ${math('', '<mml:mi>x</mml:mi>')}`), undefined);
  });

  it('finds the TeX of JATS and of annotations, and signs that are escaped in attributes', () => {
    const raw =
      '<jats:inline-formula><jats:tex-math>\\documentclass{minimal}\\begin{document}$$\\mu$$\\end{document}</jats:tex-math></jats:inline-formula>, ' +
      '<math><semantics><mi>π</mi><annotation encoding="application/x-tex">\\pi</annotation></semantics></math>, ' +
      math('a&lt;b', '<mml:mi>a</mml:mi><mml:mo>&lt;</mml:mo><mml:mi>b</mml:mi>');
    assert.deepEqual(found(raw), [
      { at: 0, text: 'μ', tex: '\\mu' },
      { at: 3, text: 'π', tex: '\\pi' },
      { at: 6, text: 'a<b', tex: 'a<b' },
    ]);
  });

  it('finds none in markup that never ends, in time that grows with the text', () => {
    assert.deepEqual(found('<math alttext="x">'.repeat(50_000)), [{ at: 0, text: 'x', tex: 'x' }]);
  });
});
