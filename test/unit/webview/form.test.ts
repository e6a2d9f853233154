import { strict as assert } from 'node:assert';
import { parseQuery } from '../../../src/core/sources/parseQuery.ts';
import { composeQuery, emptyForm } from '../../../src/webview/form.ts';

describe('composeQuery', () => {
  it('writes what the query syntax reads back', () => {
    const text = composeQuery({
      ...emptyForm,
      words: 'deep learning',
      author: 'van der Berg',
      title: 'nets',
      publisher: 'Wiley',
      funder: 'Wellcome Trust',
      license: 'cc-by',
      abstract: true,
      from: '2019',
      to: '2023',
      type: 'book',
      open: true,
      rest: 'lang:ja',
    });
    assert.deepEqual(parseQuery(text), {
      words: 'deep learning',
      author: ['van der Berg'],
      title: ['nets'],
      publisher: ['Wiley'],
      funder: ['Wellcome Trust'],
      license: ['cc-by'],
      abstract: true,
      year: { from: 2019, to: 2023 },
      type: ['book'],
      lang: ['ja'],
      open: true,
    });
  });

  it('writes open ranges and single years, and nothing for empty fields', () => {
    assert.equal(composeQuery(emptyForm), '');
    assert.equal(composeQuery({ ...emptyForm, from: '2019' }), 'year:2019-');
    assert.equal(composeQuery({ ...emptyForm, to: '2019' }), 'year:-2019');
    assert.equal(composeQuery({ ...emptyForm, from: '2019', to: '2019' }), 'year:2019');
  });

  it('lets no quote end a condition early', () => {
    assert.deepEqual(parseQuery(composeQuery({ ...emptyForm, author: 'A" type:book "B' })), {
      words: '',
      author: ['A type:book B'],
    });
  });
});
