import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { titleParts, type TitlePart } from '../../../src/webview/titleParts.ts';

function write(parts: readonly TitlePart[]): string {
  return parts
    .map((part) => (typeof part === 'string' ? part : `<${part.tag}>${write(part.parts)}</${part.tag}>`))
    .join('');
}

function textOf(parts: readonly TitlePart[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : textOf(part.parts))).join('');
}

describe('titleParts', () => {
  it('finds italics, bold letters and scripts, one in the other', () => {
    assert.deepEqual(titleParts('On <i>E. coli</i> in H<sub>2</sub>O'), [
      'On ',
      { tag: 'i', parts: ['E. coli'] },
      ' in H',
      { tag: 'sub', parts: ['2'] },
      'O',
    ]);
    assert.equal(write(titleParts('<b>x<sup>2</sup></b>')), '<b>x<sup>2</sup></b>');
  });

  it('leaves every other tag as the text that it is', () => {
    for (const text of [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '<i onclick=alert(1)>',
      'a < b > c',
    ])
      assert.deepEqual(titleParts(text), [text]);
  });

  it('closes what is left open, and never loses a character of the text', () => {
    const piece = fc.constantFrom('<i>', '</i>', '<b>', '</b>', '<sup>', '</sup>', 'x', '<', '>', '<u>');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const expected = pieces.join('').replaceAll(/<\/?(?:i|b|sub|sup)>/g, '');
        assert.equal(textOf(titleParts(pieces.join(''))), expected);
      }),
    );
  });
});
