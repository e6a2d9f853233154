import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { collectCslData } from '../../../../../src/core/bibtex/references/csl/collectCslData.ts';
import { writeCslData } from '../../../../../src/core/bibtex/references/csl/cslData.ts';
import { createReferences } from '../../../../../src/core/bibtex/references/references.ts';
import { createTemporaryFolder } from '../../../../support/atExit.ts';

const file = fileURLToPath(new URL('../../../../../src/core/bibtex/references/chunk.ts', import.meta.url));
const cslFile = join(createTemporaryFolder('csl'), 'csl.json.br');
const book = { id: 'b', type: 'book', title: 'Pride and Prejudice' } as const;
const apa = 'Pride and Prejudice. (n.d.).';

describe('createReferences', function () {
  // Starting citeproc takes a second, on a busy machine more.
  this.timeout(30_000);

  before(() => {
    writeCslData(cslFile, collectCslData());
  });

  it('writes in the languages and styles that come along, in a thread of its own and in this one', async () => {
    const references = createReferences(file, cslFile);
    const options = { style: 'ieee', locale: 'sv', format: 'text' } as const;
    const edited = { ...book, edition: '2' };
    const reference = 'Pride and Prejudice, 2:a uppl.';
    assert.equal(await references.format(edited, options), reference);
    assert.equal(references.formatNow(edited, options), reference);
    references.dispose();
  });

  it('formats in a thread of its own while this one goes on', async () => {
    const references = createReferences(file, cslFile);
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
    const references = createReferences(file, cslFile);
    await assert.rejects(references.format(book, { style: 'nonesuch', format: 'text' }), /"nonesuch"/);
    assert.equal(await references.format(book, { style: 'apa', format: 'text' }), apa);
    references.dispose();
  });

  it('formats at once in this thread', () => {
    assert.equal(createReferences(file, cslFile).formatNow(book, { style: 'apa', format: 'text' }), apa);
  });

  it('rejects what is waiting when it ends, and where its bundle is missing', async () => {
    const references = createReferences(file, cslFile);
    const waiting = references.format(book, { style: 'apa', format: 'text' });
    references.dispose();
    await assert.rejects(waiting, /no longer/);
    await assert.rejects(
      createReferences(`${file}.missing`, cslFile).format(book, { style: 'apa', format: 'text' }),
      /cannot be formatted/,
    );
    await assert.rejects(
      createReferences(file, `${cslFile}.missing`).format(book, { style: 'apa', format: 'text' }),
      /cannot be formatted/,
    );
  });
});
