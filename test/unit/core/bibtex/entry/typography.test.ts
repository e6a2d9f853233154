import { strict as assert } from 'node:assert';
import { toTypographic, unicodeSigns } from '../../../../../src/core/bibtex/entry/typography.ts';

const cases: readonly (readonly [text: string, typographic: string])[] = [
  ['Bose--Einstein, 1990--2000, here -- or there --- now---then', 'Bose–Einstein, 1990–2000, here – or there — now—then'],
  ['<i>a</i>--<i>b</i>', '<i>a</i>–<i>b</i>'],
  ['"Quoted", ("a") and "b"; "<i>E. coli</i>", <i>"x"</i>-ray', '“Quoted”, (“a”) and “b”; “<i>E. coli</i>”, <i>“x”</i>-ray'],
  ['Phase Ⅳ of 〈Ｗｅｂ〉，5\u3000㎏ at 20 ˚C', 'Phase IV of ⟨Web⟩,5 kg at 20 °C'],
  ["``TeX'' and ``it's''", '“TeX” and “it\'s”'],
]; // prettier-ignore

/** Options, operators, inches, seconds and marks without their like. */
const asTheyAre = [
  'the --help option', 'C-- and i--', '-- a', 'a ----b', '5" disks and 3" tapes', 'said "I', 'a"b"c', '" x "', '""', "`` x ''", "5''",
  '日本"Web"語', '"\'x\'"', '第Ⅱ章〈Ｗｅｂ〉の㎏',
]; // prettier-ignore

describe('toTypographic', () => {
  it('reads quotation marks and dashes of typewriters and TeX', () => {
    assert.deepEqual(cases.map(([text]) => [text, toTypographic(text, unicodeSigns)]), cases); // prettier-ignore
  });

  it('leaves what is none', () => {
    assert.deepEqual(
      asTheyAre.map((text) => toTypographic(text, unicodeSigns)),
      asTheyAre,
    );
  });
});
