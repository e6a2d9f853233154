import { strict as assert } from 'node:assert';
import { redactUrl } from '../../../../src/core/http/redact.ts';

describe('redactUrl', () => {
  const cases: readonly (readonly [url: string, shown: string])[] = [
    ['https://api.crossref.org/works/10.1000%2F182', 'https://api.crossref.org/works/10.1000%2F182'],
    [
      'https://cir.nii.ac.jp/opensearch/v2/all?q=x&appid=abc123',
      'https://cir.nii.ac.jp/opensearch/v2/all?q=x&appid=…',
    ],
    ['https://h/?APPID=abc123&q=%E6%96%99', 'https://h/?APPID=…&q=%E6%96%99'],
    ['https://h/?applicationId=1&accessKey=pk_1&affiliateId=2', 'https://h/?applicationId=…&accessKey=…&affiliateId=…'], // prettier-ignore
    ['https://h/getAccessToken?refreshToken=eyJ', 'https://h/getAccessToken?refreshToken=…'],
    ['https://h/?mailto=me@example.org', 'https://h/?mailto=…'],
    ['https://h/?%61ppid=abc123', 'https://h/?%61ppid=…'],
    ['https://h/?app%69d=abc=123&app+id=1', 'https://h/?app%69d=…&app+id=1'],
    ['https://h/?appid', 'https://h/?appid=…'],
    ['https://me:password@h/path', 'https://h/path'],
    ['https://h/path#appid=abc123', 'https://h/path'],
    ['https://h/?q=a&&b', 'https://h/?q=a&&b'],
    ['https://h/?filter=doi:10.1/a,doi:10.1/b&rows=2', 'https://h/?filter=doi:10.1/a,doi:10.1/b&rows=2'],
    ['https://h/?appid=%E0%A4%A', 'https://h/?appid=…'],
    ['https://h/?%E0%A4%A=1', 'https://h/?%E0%A4%A=1'],
    ['appid=abc123', '(not an address)'],
  ];
  for (const [url, shown] of cases) {
    it(`shows ${url} as ${shown}`, () => {
      assert.equal(redactUrl(url), shown);
    });
  }
});
