import { strict as assert } from 'node:assert';
import { toParagraphs, toPlainText, toTitle } from '../../../../src/core/record/markup.ts';

const mml = (inner: string): string =>
  `<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML">${inner}</mml:math>`;

describe('toTitle', () => {
  const cases: readonly (readonly [what: string, raw: string, title: string])[] = [
    ['keeps plain text', 'Deep learning', 'Deep learning'],
    ['keeps CSL tags', 'The <i>c</i><sub>p</sub> of water', 'The <i>c</i><sub>p</sub> of water'],
    ['maps synonyms', '<em>E. coli</em> and <strong>B</strong>', '<i>E. coli</i> and <b>B</b>'],
    ['strips other known tags', '<p>H <scp>i</scp> <span style="x">disk</span></p>', 'H i disk'],
    ['decodes entities', 'Cell &amp; Tissue &#8217;s p &lt; 0.05', 'Cell & Tissue ’s p < 0.05'],
    ['decodes double escapes', 'Cell &amp;amp; Tissue', 'Cell & Tissue'],
    ['reads escaped tags', 'The &lt;i&gt;PIK3CA&lt;/i&gt; gene', 'The <i>PIK3CA</i> gene'],
    ['keeps comparisons', 'When a<b and c>d, x < y', 'When a<b and c>d, x < y'],
    ['closes what is left open', 'A <i>title', 'A <i>title</i>'],
    ['nests what is crossed', '<i>a<b>b</i>c</b>', '<i>a<b>b</b></i>c'],
    ['drops empty tags', 'A<sup></sup> B', 'A B'],
    [
      'collapses pretty-printing',
      'p110α (\n            <i>PIK3CA</i>\n            )',
      'p110α (<i>PIK3CA</i>)',
    ],
    ['keeps the stop with its word', '<i>Women</i>\n            .', '<i>Women</i>.'],
    [
      'sets formulas apart',
      `Endpoints in${mml('<mml:msub><mml:mi>T</mml:mi><mml:mn>0</mml:mn></mml:msub>')}spaces`,
      'Endpoints in T<sub>0</sub> spaces',
    ],
    [
      'keeps a script with its base',
      `CO${mml('<mml:msub><mml:mrow/><mml:mn>2</mml:mn></mml:msub>')}`,
      'CO<sub>2</sub>',
    ],
    [
      'prints a formula once',
      `x${mml('<mml:semantics><mml:mi>α</mml:mi><mml:annotation encoding="application/x-tex">\\alpha</mml:annotation></mml:semantics>')}`,
      'x α',
    ],
    [
      'puts isotopes before their element',
      `of${mml('<mml:mmultiscripts><mml:mi>Cl</mml:mi><mml:mprescripts/><mml:none/><mml:mn>36</mml:mn></mml:mmultiscripts>')}`,
      'of <sup>36</sup>Cl',
    ],
    [
      'sets bars, hats and arrows on letters',
      mml(
        ['ν ¯', 'B ‾', 'x ˆ', 'k →', 'pp ¯', '= def']
          .map((pair) => pair.split(' '))
          .map(([base, sign]) => `<mml:mover><mml:mi>${base}</mml:mi><mml:mo>${sign}</mml:mo></mml:mover>`)
          .join('<mml:mo>,</mml:mo>'),
      ),
      'ν̄,B̄,x̂,k⃗,p̄p̄,=<sup>def</sup>',
    ],
    [
      'takes the brackets that a formula has, and none where a term is one',
      mml(
        '<mml:mfenced open="[" close=")" separators=";"><mml:mi>a</mml:mi><mml:mi>b</mml:mi></mml:mfenced><mml:mfrac><mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup><mml:mrow><mml:mi>y</mml:mi><mml:mo>+</mml:mo><mml:mn>1</mml:mn></mml:mrow></mml:mfrac>',
      ),
      '[a;b)x<sup>2</sup>/(y+1)',
    ],
    [
      'keeps wide spaces and functions apart, and what is only room out',
      mml(
        '<mml:mn>13</mml:mn><mml:mo>\u2009</mml:mo><mml:mi>TeV</mml:mi><mml:mo>,</mml:mo><mml:mi>n</mml:mi><mml:mi>log</mml:mi><mml:mi>n</mml:mi><mml:mphantom><mml:mi>z</mml:mi></mml:mphantom>',
      ),
      '13 TeV,n log n',
    ],
    [
      'keeps sets and vectors in their type',
      mml('<mml:mi mathvariant="bold">k</mml:mi><mml:mo>∈</mml:mo><mml:mi mathvariant="double-struck">R</mml:mi>'), // prettier-ignore
      '<b>k</b>∈ℝ',
    ],
    [
      'keeps the cells of a matrix apart',
      mml('<mml:mtable><mml:mtr><mml:mtd>1</mml:mtd><mml:mtd>0</mml:mtd></mml:mtr><mml:mtr><mml:mtd>0</mml:mtd><mml:mtd>1</mml:mtd></mml:mtr></mml:mtable>'), // prettier-ignore
      '1 0; 0 1',
    ],
    [
      'reads TeX where a formula is given in nothing else',
      'On <inline-formula> <tex-math notation="LaTeX">$H_{\\infty}$ </tex-math></inline-formula>-Control at <tex-math>$$\\sqrt{s}=13\\,\\text{TeV}$$</tex-math>',
      'On H<sub>∞</sub>-Control at √s=13 TeV',
    ],
    [
      'reads a formula once of its two forms',
      'At <jats:inline-formula><jats:alternatives><jats:tex-math>\\documentclass{minimal}\\begin{document}$$\\alpha$$\\end{document}</jats:tex-math><mml:math><mml:mi>α</mml:mi></mml:math></jats:alternatives></jats:inline-formula>.',
      'At α.',
    ],
    ['reads the TeX of old IEEE titles', 'A <tex>$K_{a}$</tex>-Band Filter', 'A K<sub>a</sub>-Band Filter'],
    [
      'reads attributes with signs in them',
      '<math alttext="a&lt;&quot;b&quot;"><mi>a</mi></math> &amp; b',
      'a & b',
    ],
    ['drops direction marks', 'abc\u202edef\u200b', 'abcdef'],
    ['drops soft hyphens', 'elec\u00adtron', 'electron'],
    ['takes for text what only looks like a tag', 'a <<b></b>i> b', 'a < i> b'],
    ['drops scripts', 'A<script>alert(1)</script>B', 'AB'],
    ['keeps dollar signs', 'A $18.50 lunch', 'A $18.50 lunch'],
    ['reads CDATA', '<![CDATA[A & B]]>', 'A & B'],
  ];
  for (const [what, raw, title] of cases)
    it(what, () => {
      assert.equal(toTitle(raw), title);
    });

  it('is linear and survives hostile nesting', () => {
    assert.equal(toTitle('<i>'.repeat(100_000)), '');
    assert.equal(toTitle('<'.repeat(200_000)).length, 200_000);
    assert.equal(toTitle('<i '.repeat(200_000)).length, 599_999);
    assert.ok(toTitle('<b><i>x'.repeat(50_000)).includes('x'));
    assert.equal(toTitle(`x${' '.repeat(200_000)}y`), 'x y');
  });
});

describe('toPlainText', () => {
  it('leaves no markup', () => {
    assert.equal(toPlainText('Phys. <i>Rev.</i>&nbsp;<sub>C</sub>'), 'Phys. Rev. C');
  });
});

describe('toParagraphs', () => {
  it('keeps headings and paragraphs apart and drops the heading "Abstract"', () => {
    const raw =
      '<jats:title>Abstract</jats:title><jats:sec><jats:title>Background</jats:title><jats:p>One <jats:italic>two</jats:italic>.</jats:p></jats:sec><jats:p>Three.</jats:p>';
    assert.equal(toParagraphs(raw), 'Background\n\nOne two.\n\nThree.');
  });
});
