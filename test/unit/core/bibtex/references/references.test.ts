import { strict as assert } from 'node:assert';
import { fileURLToPath } from 'node:url';
import { createReferences } from '../../../../../src/core/bibtex/references/references.ts';

const file = fileURLToPath(new URL('../../../../../src/core/bibtex/references/chunk.ts', import.meta.url));
const book = { id: 'b', type: 'book', title: 'Pride and Prejudice' } as const;
const apa = 'Pride and Prejudice. (n.d.).';

describe('createReferences', function () {
  // Starting citeproc takes a second, on a busy machine more.
  this.timeout(30_000);

  it('formats in a thread of its own while this one goes on', async () => {
    const references = createReferences(file);
    let turns = 0;
    const turning = setInterval(() => (turns += 1), 1);
    const both = await Promise.all([
      references.format(book, { style: 'apa', format: 'text' }),
      references.format(book, { style: 'apa', format: 'html' }),
    ]);
    clearInterval(turning);
    references.dispose();
    assert.deepEqual(both, [apa, '<i>Pride and Prejudice</i>. (n.d.).']);
    assert.ok(turns > 0);
  });

  it('says what is wrong with a style, and formats the next reference', async () => {
    const references = createReferences(file);
    await assert.rejects(references.format(book, { style: 'nature', format: 'text' }), /"nature"/);
    assert.equal(await references.format(book, { style: 'apa', format: 'text' }), apa);
    references.dispose();
  });

  it('formats at once in this thread', () => {
    assert.equal(createReferences(file).formatNow(book, { style: 'apa', format: 'text' }), apa);
  });

  it('rejects what is waiting when it ends, and where its bundle is missing', async () => {
    const references = createReferences(file);
    const waiting = references.format(book, { style: 'apa', format: 'text' });
    references.dispose();
    await assert.rejects(waiting, /no longer/);
    await assert.rejects(
      createReferences(`${file}.missing`).format(book, { style: 'apa', format: 'text' }),
      /cannot be formatted/,
    );
  });
});
