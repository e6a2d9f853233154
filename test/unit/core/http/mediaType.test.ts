import { strict as assert } from 'node:assert';
import { decodeText, isAccepted } from '../../../../src/core/http/mediaType.ts';

describe('isAccepted', () => {
  const cases: readonly (readonly [accept: string, actual: string | undefined, accepted: boolean])[] = [
    ['application/json', 'application/json', true],
    ['application/json', 'Application/JSON; charset=UTF-8', true],
    ['application/json', 'application/vnd.citationstyles.csl+json', true],
    ['application/vnd.citationstyles.csl+json', 'application/json', true],
    ['application/json', 'text/json', true],
    ['application/json', 'text/html', false],
    ['application/json', 'text/plain', false],
    ['application/json', 'application/jsonp', false],
    ['application/json', 'application/xml', false],
    ['application/xml', 'text/xml; charset=utf-8', true],
    ['application/rdf+xml', 'application/xml', true],
    ['application/xml', 'application/rss+xml', true],
    ['application/xml', 'application/xhtml+xml', false],
    ['application/xml', 'text/html', false],
    ['application/x-bibtex', 'application/x-bibtex; charset=utf-8', true],
    ['application/x-bibtex', 'text/plain', false],
    ['application/json, application/xml;q=0.5', 'text/xml', true],
    ['*/*', 'text/html', true],
    ['application/json', undefined, true],
    ['application/json', '', true],
  ];
  for (const [accept, actual, accepted] of cases) {
    it(`${accepted ? 'takes' : 'refuses'} ${actual ?? 'no type'} for ${accept}`, () => {
      assert.equal(isAccepted(accept, actual), accepted);
    });
  }
});

describe('decodeText', () => {
  const cases: readonly (readonly [bytes: readonly number[], type: string | undefined, text: string])[] = [
    [[0xe6, 0x96, 0x99], 'application/json', '料'],
    [[0xef, 0xbb, 0xbf, 0x7b], 'application/json', '{'],
    [[0xfc], 'text/xml; charset=ISO-8859-1', 'ü'],
    [[0x97, 0xbf], 'text/xml;charset="Shift_JIS"', '料'],
    [[0xc3, 0xbc], 'text/xml; charset=made-up', 'ü'],
    [[0xc3, 0xbc], undefined, 'ü'],
    [[0xff], 'application/json', '\uFFFD'],
  ];
  for (const [bytes, type, text] of cases) {
    it(`reads ${bytes.join(' ')} of ${type ?? 'no type'} as ${text}`, () => {
      assert.equal(decodeText(Uint8Array.from(bytes), type), text);
    });
  }
});
