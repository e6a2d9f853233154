import { strict as assert } from 'node:assert';
import { childText, childrenOf, parseXml } from '../../../../src/core/sources/xml.ts';

describe('parseXml', () => {
  it('reads elements, attributes, references and CDATA, and collapses white space', () => {
    const root = parseXml('<?xml version="1.0"?><r><a x="1 &amp; 2"> one\n  &#12354;<![CDATA[<b>]]> </a><a/><c>d</c></r>');
    assert.deepEqual(childrenOf(root, 'a').map(({ text, attributes }) => [text, attributes]), [
      ['one あ<b>', { x: '1 & 2' }],
      ['', {}],
    ]);
    assert.equal(childText(root, 'c'), 'd');
    assert.equal(childText(root, 'none'), undefined);
  }); // prettier-ignore

  it('never expands an entity of the document', () => {
    const bomb = '<!DOCTYPE r [<!ENTITY a "boom"><!ENTITY b "&a;&a;&a;">]><r>&b;</r>';
    assert.equal(parseXml(bomb)?.text.includes('boom'), false);
  });

  it('keeps the text of an element apart from that of its children', () => {
    assert.equal(parseXml('<a>one <b>two</b> three</a>')?.text, 'one three');
  });

  it('ends what is never closed, and refuses what nests for ever', () => {
    assert.equal(childText(parseXml('<a><b>text'), 'b'), 'text');
    assert.equal(parseXml('<a>'.repeat(1_000_000)), undefined);
    assert.equal(parseXml('no element at all'), undefined);
  });
});
