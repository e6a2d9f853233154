import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { findCitations, planCitation } from '../../src/core/project/citation.ts';
import { applyEdits } from '../../src/core/span.ts';
import { missingPrograms, notRun } from '../support/programs.ts';

/** Markdown that cites, or only looks like it. */
const texts = [
  '[see @a, p. 3; -@b] and @c [p. 4]', '@doe:2020/x-1, @{odd key}, @{a(b)}', '@https://doi.org/10.1/x',
  'me@example.org, \\@no', '`@no` <!-- @no -->\n\n```\n@no\n```\n', '日本語[@青木2020]', '日本語@青木2020', '[@a]{.small}',
  '[@a](https://example.org)', '[@a] [@b]', '[text @a](x)', '![alt @a](x)', '^[note @a]', '^[note [@a]]', '@a; @b',
  '@a [p. 3; @b]', '[@a; see]', '[@a;]', '[see]', '[@a\n@b]', '"@a"', '*@a*', '**[@a]**', 'word[@a]', 'word@a', '@a_b',
  '@a__', '@a-b-', '@a--b', '@a..', '@a:b', '[@{a.b.}]', '[-@{x}]', '@{x} [p. 3]', '[@a, @b]', '[[@a]]', '> [@a]',
  '    [@a]', '- [@a]', '# T [@a]', '[^1]: [@a]\n\nx[^1]', '$@a$', '$$@a$$', '@1a', '[@*]', '@_x', '@a//b', '@a?b=c', '@a~b',
  '@a<b>', '@a%b', '@a&b', '@a#b', '@a+b', '<span>@a</span>', '---\nnocite: |\n  @a, @b\n---\n\nx', '[see @a and @b, p. 3]',
  '@a[p. 3]', '[@a]( x)', '[ @a ]', "@a's", '“@a”', '—@a', '[@a]—x', 'x—[@a]', '、@a', '@a、b', '@a。',
] as const; // prettier-ignore

/** Returns the keys that Pandoc finds cited. */
function citedByPandoc(markdown: string): readonly string[] {
  const { stdout } = spawnSync('pandoc', ['--from=markdown', '--to=json'], {
    input: markdown,
    encoding: 'utf8',
  });
  const keys: string[] = [];
  JSON.parse(stdout, (name, value: unknown) => {
    if (name === 'citationId') keys.push(String(value));
    return value;
  });
  return keys;
}

describe('citations in Markdown', () => {
  const missing = missingPrograms(['pandoc']);

  it(`are found as Pandoc finds them${notRun(missing)}`, function () {
    if (missing.length > 0) this.skip();
    for (const text of texts) {
      const found = findCitations(text, 'markdown').map(({ key }) => key);
      assert.deepEqual(found, citedByPandoc(text), JSON.stringify(text));
    }
  });

  it(`are written so that Pandoc reads them${notRun(missing)}`, function () {
    if (missing.length > 0) this.skip();
    for (const text of texts) {
      for (const at of [0, Math.ceil(text.length / 2), text.length]) {
        const plan = planCitation(text, { start: at, end: at }, 'markdown', ['new'], {
          citeCommand: 'auto',
          replace: false,
        });
        if ('refused' in plan) continue;
        const edited = applyEdits(text, plan.edits);
        assert.ok(citedByPandoc(edited).includes('new'), JSON.stringify(edited));
      }
    }
  });
});
