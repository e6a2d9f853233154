import { strict as assert } from 'node:assert';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const project = join(import.meta.dirname, '..', '..', '..');

/** The sentences that `l10n.t` is called with; it takes literals only, or nobody could translate them. */
function findSentences(code: string): readonly string[] {
  return [...code.matchAll(/l10n\.t\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")?/g)].map(
    ([call, single, double]) => {
      const literal = single ?? double;
      assert.ok(literal !== undefined, `${call}… is not called with a literal`);
      return literal.replaceAll(/\\(['"])/g, '$1');
    },
  );
}

describe('the translations', () => {
  const files = globSync('src/{editor/**/*,extension}.ts', { cwd: project });
  const used = new Set(files.flatMap((file) => findSentences(readFileSync(join(project, file), 'utf8'))));

  for (const file of globSync('l10n/bundle.l10n.*.json', { cwd: project })) {
    const bundle = JSON.parse(readFileSync(join(project, file), 'utf8')) as Readonly<Record<string, string>>;

    it(`${file} has every sentence and no other`, () => {
      assert.deepEqual(Object.keys(bundle).toSorted(), [...used].toSorted());
    });

    it(`${file} keeps every place-holder`, () => {
      const placeholders = (text: string): readonly string[] =>
        [...text.matchAll(/\{\d\}/g)].map(([name]) => name).toSorted();
      for (const [sentence, translation] of Object.entries(bundle))
        assert.deepEqual(placeholders(translation), placeholders(sentence), sentence);
    });
  }
});
