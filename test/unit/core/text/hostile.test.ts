import { strict as assert } from 'node:assert';
import { findIdentifiers } from '../../../../src/core/text/findIdentifiers.ts';

const length = 100_000;

/** What a language could stumble over when it is repeated: openings without end, near identifiers, long words. */
const pieces: Readonly<Record<string, readonly string[]>> = {
  plaintext: [
    '10.1000/', '10.1000/,', '10.1000/a(', '10.1000/<', '/10.1000/a', '10.1000/.', '10.', '10.1000%2F', '&lt;', 'a.',
    'https://doi.org/', 'https://www.nature.com/articles/', 'nature.com.a', 'isbn 978-', 'arxiv:', '\u200b', '１０．', '10．', '%2F', 'arxiv:**~ ', '/dp/',
  ],
  latex: ['\\verb!', '\\verb|a ', '\\begin{verbatim}', '\\iffalse', '\\url{', '\\bibitem[', '{', '10.1000/{', '\\', '%', '$<$', '\\iffalse %', '\\Verb['],
  bibtex: ['@comment{', '@article{', 'file={', 'ids = ', '{', '@', '10.1000/{a', '", % '],
  markdown: ['`', '` ``', '<!--', 'a <!--\n\n', '<pre>', '<code>', '$', '$a ', '> ', '- ', '>', '```\n', '[^', '    \n', '- a\n\n', '{/*', '[x]: # ', '{% comment', '\\begin{verbatim}', '>\n'],
  typst: ['/*', '`', '//', '\\', '#raw(a: 1,'],
  restructuredtext: ['::\n', '.. \n', '``', '>>> \n'],
  asciidoc: ['----\n', '++++\n', '`a', '+a', 'pass:[', '[source]\n', ' a\n\n'],
  org: ['=a ', '~', '@@a:', '#+begin_src\n', '* COMMENT\n', 'src_a{'],
}; // prettier-ignore

describe('findIdentifiers with hostile text', () => {
  for (const [languageId, list] of Object.entries(pieces)) {
    // If any of them took time that grows with the square of its length, this would take minutes.
    it(`is done with ${list.length} monotonous texts in ${languageId}`, () => {
      for (const piece of list) {
        const text = piece.repeat(Math.ceil(length / piece.length));
        // The identifier behind the blank line is there whatever the language made of the text before it.
        const found = findIdentifiers(`${text} 10.5555/last`, 'plaintext');
        assert.equal(found.at(-1)?.id, '10.5555/last');
        assert.ok(
          findIdentifiers(text, languageId).every(({ start, end }) => start < end && end <= text.length),
        );
      }
    }).timeout(60_000);
  }

  it('takes a word that never ends for data', () => {
    assert.deepEqual(
      findIdentifiers(`10.1000/${'a'.repeat(5000)} 10.1000/b`, 'plaintext').map(({ id }) => id),
      ['10.1000/b'],
    );
  });
});
