import { strict as assert } from 'node:assert';
import { pageHtml } from '../../../../src/editor/searchPanel/html.ts';

describe('the page of the panel', () => {
  const html = pageHtml({
    script: 'https://host/main.js',
    style: 'https://host/panel.css',
    cspSource: 'https://host',
    nonce: 'abc',
    imageOrigins: ['https://covers.example.org'],
    language: 'ja',
    title: '"><script>',
  });

  it('allows its own script and style, pictures from the given origins and nothing else', () => {
    const policy = /content="([^"]*)"/.exec(html)?.[1]?.replaceAll('&#39;', "'").split('; ');
    assert.deepEqual(policy, [
      "default-src 'none'",
      "script-src 'nonce-abc'",
      'style-src https://host',
      'font-src https://host',
      'img-src https://covers.example.org',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it('holds nothing inline', () => {
    assert.deepEqual(html.match(/<script[^>]*>/g), ['<script nonce="abc" src="https://host/main.js">']);
    assert.doesNotMatch(html, /<style|style=|\son\w+=/);
  });
});
