import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { toMath } from '../../../../../src/core/bibtex/entry/mathText.ts';

const printable: readonly (readonly [tex: string, math: string])[] = [
  ['d', '{$d$}'],
  ['x^2_3', '{$x^{2}_{3}$}'],
  ['\\left(13~\\text{TeV at}\\right)', '{$(13~\\mathrm{TeV}\\ \\mathrm{at})$}'],
  ['\\sqrt{s}=7\\,\\mathrm{TeV}', '{$\\sqrt{s}=7\\,\\mathrm{TeV}$}'],
  ['B \\to K^{*}\\mu^+\\mu^-', '{$B\\to K^{*}\\mu ^{+}\\mu ^{-}$}'],
  ['\\frac{1}{2}', '{$\\frac{1}{2}$}'],
];

const refused = [
  // \mathbb needs a package; other programs that read .bib files know no \hat.
  '', '$$', '\\mathbb{R}', '\\hat{x}', '\\input{x}', '\\write18{ls}', '\\def\\x{}', '\\csname x\\endcsname', '\\catcode', '^^5cinput', 'x^^2', '{a', 'a}', '\\{a',
  'a$b', '$a$b$', 'a%b', 'a\\', '\\\\', '\\frac12', '\\frac{1}', '\\left.x\\right)', ' ', 'x^2^3', "x^2'", 'x^', '"', '#1', 'é', 'a\0b', 'a\nb',
  '{'.repeat(100) + '}'.repeat(100), 'a'.repeat(501),
]; // prettier-ignore

describe('toMath', () => {
  it('takes what plain LaTeX prints', () => {
    assert.deepEqual(printable.map(([tex]) => [tex, toMath(tex)]), printable); // prettier-ignore
  });

  it('refuses all else', () => {
    assert.deepEqual(refused.filter((tex) => toMath(tex) !== undefined), []); // prettier-ignore
  });

  it('gives balanced braces, one formula, and commands that are known', () => {
    const piece = fc.constantFrom(
      ...['{', '}', '^', '_', '\\', '$', '%', ' ', "'", 'a', '2', '+', '\\alpha', '\\input', '\\frac', '\\mathrm', '\\{', '^^', '\\def'],
    ); // prettier-ignore
    let taken = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const math = toMath(pieces.join(''));
        if (math === undefined) return;
        taken += 1;
        assert.match(math, /^\{\$[^$]+\$\}$/);
        let depth = 0;
        for (const [brace] of math.matchAll(/[{}]/g)) {
          depth += brace === '{' ? 1 : -1;
          assert.ok(depth >= 0, math);
        }
        assert.equal(depth, 0, math);
        assert.deepEqual((math.match(/\\./g) ?? []).filter((command) => !/\\[afm_% ]/.test(command)), [], math); // prettier-ignore
        assert.ok(!math.includes('^^'), math);
      }),
      { numRuns: 5000 },
    );
    assert.ok(taken > 50, String(taken));
  });
});
