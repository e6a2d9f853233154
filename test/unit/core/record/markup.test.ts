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
