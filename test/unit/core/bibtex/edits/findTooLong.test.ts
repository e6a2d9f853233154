import { strict as assert } from 'node:assert';
import { findTooLong } from '../../../../../src/core/bibtex/edits/findTooLong.ts';
import type { CslItem } from '../../../../../src/core/record/record.ts';

const csl: CslItem = { id: 'x', type: 'book', title: 'Title' };
const long = 'a'.repeat(1_000_000);

describe('findTooLong', () => {
  it('finds a text that TeX cannot hold, in names too', () => {
    assert.equal(findTooLong({ ...csl, title: long }), 'title');
    assert.equal(findTooLong({ ...csl, author: [{ family: 'A' }, { literal: long }] }), 'author');
    assert.equal(findTooLong({ ...csl, custom: { eprint: long } }), 'custom');
  });

  it('takes long abstracts and lists of many authors', () => {
    const author = Array.from({ length: 5000 }, () => ({ family: 'Collaborator', given: 'A.' }));
    assert.equal(findTooLong({ ...csl, abstract: long, keyword: long, author }), undefined);
  });
});
