import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { decodeTeX } from '../../../../../src/core/bibtex/text/decodeTeX.ts';
import { toTeX } from '../../../../../src/core/bibtex/entry/texText.ts';

const cases: readonly (readonly [title: string, tex: string, text: string])[] = [
  ['accents in all notations', `{\\"U}ber G\\"odel, Fran{\\c c}ois \\v{C}apek, \\v Capek, \\'{\\i}, \\^{\\j}`, 'Über Gödel, François Čapek, Čapek, í, ĵ'],
  ['letters and symbols', '\\O{}rsted \\aa\\ stra{\\ss}e {\\textquoteright} \\S~3 \\LaTeX', 'Ørsted å straße ’ § 3 LaTeX'],
  ['Greek letters in text', '{\\textalpha}-, \\textmu m, \\upbeta{}', 'α-, µm, β'],
  ['formulas on one line', '$H_2O$, $\\alpha$-synuclein, $x^{2}$, CO\\textsubscript{2}', 'H2O, α-synuclein, x2, CO2'],
  ['formatting commands by what they format', '\\emph{A \\textbf{b} c} {\\it d}', 'A b c d'],
  ['ligatures', "a--b---c ``d'' e~f", 'a–b—c “d” e f'],
  ['escapes', '50\\% of \\$5 \\& \\#1 \\_ \\{x\\}', '50% of $5 & #1 _ {x}'],
  ['accents on nothing as themselves', '\\~{}user \\^{}', '~user ^'],
  ['white space as one blank', '  a\n\t b\r\n  ', 'a b'],
]; // prettier-ignore

describe('decodeTeX', () => {
  for (const [title, tex, text] of cases) {
    it(`reads ${title}`, () => {
      assert.equal(decodeTeX(tex), text);
    });
  }

  it('leaves what is no prose as it is but for escapes', () => {
    assert.equal(decodeTeX('10.1000/a--b{\\_}c\\%28d~e_f', true), '10.1000/a--b_c%28d~e_f');
    assert.equal(decodeTeX('10.1002/x{\\textless}1::{$>$}2', true), '10.1002/x<1::>2');
  });

  it('reads back whatever the formatter writes, in both encodings', () => {
    const characters = fc.constantFrom(...Array.from('abzAZ09 \\{}$&%#_^~<>|"\'`-äéÅçñøßłŒ’“αΩ≤∞日本'));
    const target = fc.record({ reader: fc.constantFrom('bibtex', 'biber'), isAscii: fc.boolean() });
    fc.assert(
      fc.property(fc.string({ unit: characters }), target, (plain, { reader, isAscii }) => {
        const tidy = plain.replace(/ +/g, ' ').trim();
        assert.equal(decodeTeX(toTeX(tidy, { reader, isAscii })), tidy);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads any text in time linear in its length', () => {
    for (const piece of ['\\', "\\'", '{', "\\'{", '-', '\\a ', 'a\u0301', '$', '\\"{ ']) {
      assert.equal(typeof decodeTeX(piece.repeat(200_000)), 'string');
    }
  });
});
