import { strict as assert } from 'node:assert';
import { citationTarget, findCitations, planCitation } from '../../../../src/core/project/citation.ts';

/** Each language's texts, with the keys that they cite. */
const citations: Readonly<Record<string, readonly (readonly [text: string, keys: readonly string[]])[]>> = {
  latex: [
    ['\\cite{a, b}\\citep*[see][p. 3]{c}', ['a', 'b', 'c']],
    ['\\cites[1]{a}[2]{b}', ['a', 'b']],
    ['\\volcite{2}[3]{a}', ['a']],
    ['\\cite<2->{a}', ['a']],
    ['\\cite [p. 3]\n  {a}', ['a']],
    ['\\citefield{a}{title}', ['a']],
    ['\\nocite{*}', ['*']],
    ['% \\cite{a}\n\\verb|\\cite{b}|\n\\begin{verbatim}\\cite{c}\\end{verbatim}', []],
    ['\\citestyle{acm}\\setcitestyle{x}\\excite{y}\\newcites{sec}{z}', []],
    ['\\newcommand{\\our}[2][]{\\citep[#1]{#2}} \\our[p. 3]{a}', ['a']],
    ['\\let\\our\\citep \\our{a} \\ourselves{b}', ['a']],
    ['\\cite{a\n\n\\cite{b}', ['b']],
    ['\\NewDocumentCommand\\our{s O{} m}{\\citep[#2]{#3}} \\our[p. 3]{a}', ['a']],
    ['\\bibentry{a} \\defcitealias{b}{B} \\addtocategory{sort}{c,d}', ['a', 'b', 'c', 'd']],
    [
      '\\textcquote[3]{a}{text} \\foreignblockcquote{german}[3]{b}{Text} \\begin{displaycquote}{c}',
      ['a', 'b', 'c'],
    ],
  ],
  markdown: [
    ['[see @a, p. 3; -@b] and @c [p. 4]', ['a', 'b', 'c']],
    ['@a. [@b, @c]', ['a', 'b', 'c']],
    ['@doe:2020/x-1, @{odd key}, @{a(b)}', ['doe:2020/x-1', 'a(b)']],
    ['@https://doi.org/10.1/x.', ['https://doi.org/10.1/x']],
    ['me@example.org, \\@no, https://example.org/@no', []],
    ['`@no` <!-- @no -->\n\n```\n@no\n```\n', []],
    ['@fig-plot @tbl-1 @sec:intro @eq-2', []],
    ['---\nnocite: |\n  @a, @b\n---\n', ['a', 'b']],
    ['{cite:p}`a, {see}b{p. 3}` {cite}`c`', ['a', 'b', 'c']],
    ['\\citet{a}', ['a']],
    ['日本語[@青木2020]', ['青木2020']],
  ],
  typst: [
    ['@a and @b[p. 3], #cite(<c>, form: "prose"), #cite(label("d/e"))', ['a', 'b', 'c', 'd/e']],
    ['#quote(attribution: <a>)[x] #ref(<b>)', ['a', 'b']],
    ['= Intro <intro>\nSee @intro and me\\@example.org.', []],
    ['// @a\n/* @b */ `@c`', []],
  ],
  restructuredtext: [
    [':cite:p:`a,b` :cite:`c` :footcite:t:`{see}d` :cite:p:`e,\n  f`', ['a', 'b', 'c', 'd', 'e', 'f']],
  ],
  asciidoc: [
    ['cite:[a, b(12)] and citenp:[c] cite:see[d] fullcite:[e] nocite:[f]', ['a', 'b', 'c', 'd', 'e', 'f']],
  ],
  org: [
    [
      '[cite:see @a p. 3; @b] cite:c,d [[citep:&e]] \\cite{f} [[cite:see &g p. 3;&h]]',
      ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'],
    ],
  ],
  plaintext: [['@a [@b] \\cite{c}', []]],
};

describe('findCitations', () => {
  for (const [languageId, cases] of Object.entries(citations)) {
    for (const [text, keys] of cases) {
      it(`reads ${languageId}: ${JSON.stringify(text)}`, () => {
        const found = findCitations(text, languageId);
        assert.deepEqual(
          found.map(({ key }) => key),
          keys,
        );
        for (const { key, start, end, group } of found) {
          assert.equal(text.slice(start, end), key);
          assert.ok(group.start <= start && end <= group.end);
        }
      });
    }
  }

  it('reads long runs of what is never closed', function () {
    // Not about seconds: a search that starts anew at each of these would not end within a day.
    this.timeout(60_000);
    for (const piece of [
      '\\cite{',
      '\\cite[',
      '[',
      '@a; ',
      '`a ',
      '$a ',
      '<!--',
      '\\begin{verbatim}',
      '#cite(<',
      'cite:[a,',
      '::\n\n x',
      '\n---\n',
    ]) {
      const text = piece.repeat(60_000 / piece.length);
      for (const languageId of Object.keys(citations)) {
        findCitations(text, languageId);
        planCitation(text, { start: 30_000, end: 30_000 }, languageId, ['k'], {
          citeCommand: 'auto',
          replace: true,
        });
      }
    }
  });
});

describe('citationTarget', () => {
  it('is the whole address where nothing is cited, too', () => {
    const text = 'see https://doi.org/10.1000/182?x=1, and';
    const start = text.indexOf('10.');
    const target = citationTarget(text, { start, end: start + '10.1000/182'.length }, 'plaintext');
    assert.equal(text.slice(target.start, target.end), 'https://doi.org/10.1000/182?x=1');
  });

  it('is empty behind a link that stays', () => {
    const text = '[LeCun](https://doi.org/10.1/x).';
    const start = text.indexOf('10.1');
    const end = text.indexOf(')');
    assert.deepEqual(citationTarget(text, { start, end }, 'markdown'), { start: end + 1, end: end + 1 });
  });
});
