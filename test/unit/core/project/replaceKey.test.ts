import { strict as assert } from 'node:assert';
import { replaceKey } from '../../../../src/core/project/replaceKey.ts';
import { applyEdits } from '../../../../src/core/span.ts';

describe('replaceKey', () => {
  const cases: readonly (readonly [languageId: string, text: string, expected: string])[] = [
    [
      'latex',
      '\\cite{old} \\citep[p. 2]{a,OLD} % \\cite{old}',
      '\\cite{new} \\citep[p. 2]{a,new} % \\cite{old}',
    ],
    ['latex', '\\cite{new,old} \\cite{old, new}', '\\cite{new} \\cite{new}'],
    ['latex', '\\cite{a,old,b,new} \\cite{old,old}', '\\cite{a,b,new} \\cite{new}'],
    ['markdown', '[@old; @new] [@new; @b; @old] @old `@old`', '[@new] [@new; @b] @new `@old`'],
    ['markdown', '[@new; see @old, p. 3]', '[@new; see @new, p. 3]'],
    ['markdown', '[@older; @a:old]', '[@older; @a:old]'],
    ['typst', '#cite(<old>) @old', '#cite(<new>) @new'],
    ['restructuredtext', ':cite:`a,old`', ':cite:`a,new`'],
    ['asciidoc', 'cite:[old]', 'cite:[new]'],
    ['org', '[cite:@old;@new]', '[cite:@new]'],
    ['plaintext', '@old', '@old'],
  ];
  for (const [languageId, text, expected] of cases)
    it(`makes ${expected} of ${text} in ${languageId}`, () => {
      assert.equal(applyEdits(text, replaceKey(text, languageId, 'old', 'new')), expected);
    });

  it('changes the letter case of a key, wherever it stands twice too', () => {
    const text = '\\cite{old} \\cite{OLD,b}';
    assert.equal(applyEdits(text, replaceKey(text, 'latex', 'old', 'Old')), '\\cite{Old} \\cite{Old,b}');
  });
});
