import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findCitations } from '../../../../src/core/project/citation.ts';
import { declarationSyntaxOf } from '../../../../src/core/project/declarations/syntaxes.ts';

const corpus = process.env['CITATION_CORPUS'];

interface RecordedDocument {
  readonly file: string;
  readonly language: string;
  readonly declared_bibliographies: readonly string[];
  /** Counted by a plain pattern, so more than there are. */
  readonly cite_keys: number;
}

/** Documents whose recorded declarations are no declarations, with the reason. */
const disagreements: Readonly<Record<string, string>> = {
  'doi-docs/borisveytsman+acmart/acmart.dtx':
    'two are examples in a verbatim environment, and all are behind the percent sign of documented source',
};

function isRecordedDocument(value: unknown): value is RecordedDocument {
  return typeof value === 'object' && value !== null && 'file' in value && 'declared_bibliographies' in value;
}

describe(`recorded documents${corpus === undefined ? ' (not run: CITATION_CORPUS is not set)' : ''}`, () => {
  it('declare what a plain search found, and cite', async function () {
    if (corpus === undefined) return this.skip();
    const folder = join(corpus, 'docs');
    const index: unknown = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'));
    assert.ok(typeof index === 'object' && index !== null && 'documents' in index);
    assert.ok(Array.isArray(index.documents));
    const documents = index.documents.filter(isRecordedDocument);
    assert.ok(documents.length > 0);
    for (const { file, language, declared_bibliographies: recorded, cite_keys: most } of documents) {
      const text = await readFile(join(folder, file), 'utf8');
      const found = (declarationSyntaxOf(language)?.findDeclared(text) ?? []).map(({ path }) => path);
      const expected = recorded.map((path) => (path.endsWith('.bib') ? path : `${path}.bib`));
      if (file in disagreements) assert.notDeepEqual(found, expected, `${file} agrees now`);
      else assert.deepEqual(found, expected, file);
      const cited = findCitations(text, language);
      assert.ok(cited.length <= most, `${file}: ${cited.length} of ${most} keys`);
      for (const { key, start, end } of cited) assert.equal(text.slice(start, end), key);
    }
  });
});
