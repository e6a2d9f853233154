import { strict as assert } from 'node:assert';
import { planConversion } from '../../../../src/core/project/planConversion.ts';
import { applyEdits } from '../../../../src/core/span.ts';
import { findIdentifiers } from '../../../../src/core/text/findIdentifiers.ts';

/** Keys of works by their identifiers: 10.1000/ab has the key `ab`. */
function keyOf(id: string): string {
  return id.replace(/^.*[/]/, '');
}

/** Converts a text once; identifiers that stay are told by their keys. */
function convert(
  languageId: string,
  text: string,
): { readonly text: string; readonly left: readonly string[] } {
  const asked = findIdentifiers(text, languageId).map((match) => ({
    identifier: match,
    key: keyOf(match.id),
  }));
  const { edits, cited, left } = planConversion(text, languageId, asked, { citeCommand: 'auto' });
  assert.equal(cited.length + left.length, asked.length);
  return { text: applyEdits(text, edits), left: left.map(({ key }) => key) };
}

type Cases = readonly (readonly [before: string, after: string, left?: readonly string[]])[];

function check(languageId: string, cases: Cases): void {
  for (const [before, after, left = []] of cases) {
    it(JSON.stringify(before), () => {
      assert.deepEqual(convert(languageId, before), { text: after, left });
      assert.equal(convert(languageId, after).text, after, 'done again, it changes something');
    });
  }
}

describe('planConversion', () => {
  describe('in Markdown', () => {
    check('markdown', [
      ['See 10.1000/ab and doi:10.1000/cd.', 'See [@ab] and [@cd].'],
      ['See <https://doi.org/10.1000/ab>.', 'See [@ab].'],
      ['See <doi:10.1000/ab>.', 'See [@ab].'],
      ['As @x says: 10.1000/ab, 10.1000/cd', 'As @x says: @ab; @cd'],
      ['A list (10.1000/ab; 10.1000/cd, 10.1000/ef).', 'A list [@ab; @cd; @ef].'],
      ['- 10.1000/ab\n- 10.1000/cd\n', '- [@ab]\n- [@cd]\n'],
      ['[10.1000/ab](https://doi.org/10.1000/ab)', '[@ab]'],
      ['[our data](https://doi.org/10.1000/ab) show', '[our data](https://doi.org/10.1000/ab) [@ab] show'],
      [
        'As @x: [10.1000/ab](https://doi.org/10.1000/cd).',
        'As @x: [10.1000/ab](https://doi.org/10.1000/cd) @ab; @cd.',
      ],
      ['[@x; 10.1000/ab]', '[@x; @ab]'],
      ['[@x; doi:10.1000/ab, p. 3]', '[@x; @ab, p. 3]'],
      ['[@doi:10.1000/ab; @doi:10.1000/cd]', '[@ab; @cd]'],
      ['10.1000/ab, again 10.1000/ab', '[@ab], again [@ab]'],
      ['10.1000/ab, 10.1000/ab', '[@ab]'],
      ['`10.1000/ab` 10.1000/cd', '`10.1000/ab` [@cd]'],
      ['---\ndoi: 10.1000/ab\n---\n\n10.1000/cd', '---\ndoi: 10.1000/ab\n---\n\n[@cd]', ['ab']],
      ['Nothing here.', 'Nothing here.'],
      ['| a | b |\n|---|---|\n| 10.1000/ab | 10.1000/cd |', '| a | b |\n|---|---|\n| [@ab] | [@cd] |'],
    ]);
  });

  describe('in LaTeX', () => {
    check('latex', [
      ['See 10.1000/ab.', 'See \\cite{ab}.'],
      [
        '\\begin{tabular}{l}10.1000/ab\\\\10.1000/cd\\end{tabular}',
        '\\begin{tabular}{l}\\cite{ab}\\\\\\cite{cd}\\end{tabular}',
      ],
      ['See~\\doi{10.1000/ab}, \\url{https://doi.org/10.1000/cd}.', 'See~\\cite{ab,cd}.'],
      ['\\href{https://doi.org/10.1000/ab}{10.1000/ab}', '\\cite{ab}'],
      [
        '\\href{https://doi.org/10.1000/ab}{our data} show',
        '\\href{https://doi.org/10.1000/ab}{our data}~\\cite{ab} show',
      ],
      ['\\cite{x,10.1000/ab}', '\\cite{x,ab}'],
      ['\\parencite{x} (10.1000/ab)', '\\parencite{x} \\parencite{ab}'],
      ['$10.1000/ab$ % 10.1000/cd\n10.1000/ef', '$10.1000/ab$ % 10.1000/cd\n\\cite{ef}'],
      [
        '\\title{10.1000/ab}\n\\begin{document}\n10.1000/cd\n\\end{document}\n10.1000/ef',
        '\\title{10.1000/ab}\n\\begin{document}\n\\cite{cd}\n\\end{document}\n10.1000/ef',
        ['ab'],
      ],
      [
        '\\begin{thebibliography}{9}\n\\bibitem{x} A, 10.1000/ab.\n\\end{thebibliography}\n10.1000/cd',
        '\\begin{thebibliography}{9}\n\\bibitem{x} A, 10.1000/ab.\n\\end{thebibliography}\n\\cite{cd}',
        ['ab'],
      ],
    ]);
  });

  describe('in the other languages', () => {
    check('typst', [['See 10.1000/ab and #link("https://doi.org/10.1000/cd").', 'See @ab and @cd.']]);
    check('org', [['See doi:10.1000/ab.', 'See [cite:@ab].']]);
    check('restructuredtext', [
      ['See 10.1000/ab.', 'See :cite:p:`ab`.'],
      ['See `10.1000/ab <https://doi.org/10.1000/ab>`_.', 'See :cite:p:`ab`.'],
      [
        '`Data 10.1000/ab <https://doi.org/10.1000/ab>`_',
        '`Data 10.1000/ab <https://doi.org/10.1000/ab>`_ :cite:p:`ab`',
      ],
    ]);
    check('plaintext', [['See 10.1000/ab.', 'See 10.1000/ab.', ['ab']]]);
  });
});
