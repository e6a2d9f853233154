import { strict as assert } from 'node:assert';
import { decodeText } from '../../../../src/editor/bibliography/encodings.ts';

const western = '@book{a, title = {Über Bäume}}';
const kana = '@book{a, title = {テスト}}';

const written: readonly (readonly [encoding: string, bytes: Buffer, text: string])[] = [
  ['utf8', Buffer.from(kana), kana],
  ['utf8', Buffer.from(''), ''],
  ['utf8bom', Buffer.from(`\uFEFF${kana}`), kana],
  ['utf16le', Buffer.from(`\uFEFF${kana}`, 'utf16le'), kana],
  ['utf16be', Buffer.from(`\uFEFF${kana}`, 'utf16le').swap16(), kana],
  ['utf16le', Buffer.from(kana, 'utf16le'), kana],
  ['utf16be', Buffer.from(kana, 'utf16le').swap16(), kana],
  ['windows1252', Buffer.from(western, 'latin1'), western],
  ['shiftjis', inTitle([0x83, 0x65, 0x83, 0x58, 0x83, 0x67]), kana],
  ['eucjp', inTitle([0xa5, 0xc6, 0xa5, 0xb9, 0xa5, 0xc8]), kana],
  ['iso2022jp', inTitle([0x1b, 0x24, 0x42, 0x25, 0x46, 0x25, 0x39, 0x25, 0x48, 0x1b, 0x28, 0x42]), kana],
];

function inTitle(title: readonly number[]): Buffer {
  return Buffer.concat([Buffer.from('@book{a, title = {'), Buffer.from(title), Buffer.from('}}')]);
}

describe('decodeText', () => {
  for (const [encoding, bytes, text] of written) {
    it(`reads ${encoding} of ${bytes.length} bytes`, () => {
      assert.deepEqual(decodeText(bytes), { encoding, text });
    });
  }
});
