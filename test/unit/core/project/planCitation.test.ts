import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { findCitations, planCitation } from '../../../../src/core/project/citation.ts';
import type { CitationOptions } from '../../../../src/core/project/citations/view.ts';
import { applyEdits } from '../../../../src/core/span.ts';
import { editWithCursor, readMarks } from '../../../support/memoryProject.ts';

/** Cites `new` where the marks are and returns the text, or the refusal. */
function cite(
  languageId: string,
  marked: string,
  keys: readonly string[] = ['new'],
  options: Partial<CitationOptions> = {},
): string {
  const { text, ...range } = readMarks(marked);
  const plan = planCitation(text, range, languageId, keys, {
    citeCommand: 'auto',
    replace: true,
    ...options,
  });
  return 'refused' in plan ? plan.refused.english : editWithCursor(text, plan.edits, plan.cursor);
}

/** Cases as pairs: the text with its cursor `‸` or identifier `⟦…⟧`, and the text with the citation and the cursor. */
type Cases = readonly (readonly [before: string, after: string])[];

function check(languageId: string, cases: Cases): void {
  for (const [before, after] of cases) {
    it(JSON.stringify(before), () => {
      assert.equal(cite(languageId, before), after);
    });
  }
}

const doi = '10.1038/nature14539';

describe('planCitation', () => {
  describe('at a cursor in LaTeX', () => {
    check('latex', [
      ['It works‸.', 'It works~\\cite{new}‸.'],
      ['It works ‸.', 'It works \\cite{new}‸.'],
      ['It works~‸.', 'It works~\\cite{new}‸.'],
      ['It works. ‸', 'It works. \\cite{new}‸'],
      ['(‸)', '(\\cite{new}‸)'],
      ['a wo‸rd and', 'a word~\\cite{new}‸ and'],
      ['the ‸word', 'the \\cite{new} ‸word'],
      ['at https://exam‸ple.org/a.', 'at https://example.org/a~\\cite{new}‸.'],
      ['\\emph{x}‸', '\\emph{x}~\\cite{new}‸'],
      ['\\text‸bf{x}', '\\cite{new}‸\\textbf{x}'],
      ['in \\ref{fig:‸one} above', 'in \\ref{fig:one}~\\cite{new}‸ above'],
      ['深層学習は‸有効', '深層学習は\\cite{new}‸有効'],
      ['日本‸語', '日本\\cite{new}‸語'],
      ['x % no\n‸', 'x % no\n\\cite{new}‸'],
      ['50\\% ‸', '50\\% \\cite{new}‸'],
    ]);
  });

  describe('in a group of LaTeX', () => {
    check('latex', [
      ['\\cite{a‸}', '\\cite{a,new‸}'],
      ['\\cite{‸a}', '\\cite{new,‸a}'],
      ['\\cite{a‸,b}', '\\cite{a,new‸,b}'],
      ['\\cite{a, b‸}', '\\cite{a, b, new‸}'],
      ['\\cite{a,‸}', '\\cite{a,new‸}'],
      ['\\cite{‸}', '\\cite{new‸}'],
      ['\\ci‸te{a}', '\\cite{a,new‸}'],
      ['\\cite{a}‸', '\\cite{a,new‸}'],
      ['\\citep[see][p. 3]{a,b‸}', '\\citep[see][p. 3]{a,b,new‸}'],
      ['\\citep[see \\emph{x}][p. 3‸]{a}', '\\citep[see \\emph{x}][p. 3]{a,new‸}'],
      ['\\cites(see)()[3]{a}[4]{b‸}', '\\cites(see)()[3]{a}[4]{b,new‸}'],
      ['\\textcite{a‸}', '\\textcite{a,new‸}'],
      ['\\nocite{a‸}', '\\nocite{a,new‸}'],
      ['\\cite{a,% one\n  b‸}', '\\cite{a,% one\n  b,new‸}'],
      ['\\newcommand{\\our}[1]{\\citep{#1}} \\our{a‸}', '\\newcommand{\\our}[1]{\\citep{#1}} \\our{a,new‸}'],
      ['\\cite{new,a‸}', '\\cite{new,a‸}'],
    ]);
  });

  describe('instead of an identifier in LaTeX', () => {
    check('latex', [
      [`see ⟦${doi}⟧.`, 'see \\cite{new}‸.'],
      [`see doi:⟦${doi}⟧, and`, 'see \\cite{new}‸, and'],
      [`see DOI: ⟦${doi}⟧`, 'see \\cite{new}‸'],
      [`see https://doi.org/⟦${doi}⟧.`, 'see \\cite{new}‸.'],
      [`see <https://doi.org/⟦${doi}⟧>`, 'see \\cite{new}‸'],
      [`see https://doi.org/⟦${doi}⟧~\\emph{and}`, 'see \\cite{new}‸~\\emph{and}'],
      [`see https://doi.org/⟦${doi}⟧\\footnote{a}`, 'see \\cite{new}‸\\footnote{a}'],
      [`see https://doi.org/⟦${doi}⟧?a\\&b=1\\\\`, 'see \\cite{new}‸\\\\'],
      [`see (doi:⟦${doi}⟧).`, 'see \\cite{new}‸.'],
      [`see \\doi{⟦${doi}⟧}.`, 'see \\cite{new}‸.'],
      [`see \\url{https://doi.org/⟦${doi}⟧}.`, 'see \\cite{new}‸.'],
      [`see \\texttt{doi:⟦${doi}⟧}.`, 'see \\cite{new}‸.'],
      [`see \\href{https://doi.org/⟦${doi}⟧}{\\texttt{${doi}}}.`, 'see \\cite{new}‸.'],
      [`see \\href{https://doi.org/${doi}}{⟦${doi}⟧}.`, 'see \\cite{new}‸.'],
      [`see \\href{https://doi.org/⟦${doi}⟧}{DOI}.`, 'see \\cite{new}‸.'],
      [
        `see \\href{https://doi.org/⟦${doi}⟧}{the review}.`,
        `see \\href{https://doi.org/${doi}}{the review}~\\cite{new}‸.`,
      ],
      [`https://www.nature.com/articles/⟦${doi}⟧/figures?x=1#f, as`, '\\cite{new}‸, as'],
      ['see PMID: ⟦26017442⟧ and', 'see \\cite{new}‸ and'],
      [`\\footnote{https://doi.org/⟦${doi}⟧}`, '\\footnote{\\cite{new}‸}'],
      [`\\cite{a,⟦${doi}⟧,b}`, '\\cite{a,new‸,b}'],
      [`\\cite{doi:⟦${doi}⟧}`, '\\cite{new‸}'],
      [`\\cite{new, ⟦${doi}⟧}`, '\\cite{new‸}'],
      [`\\textcite{a} is; so is this (⟦${doi}⟧)`, '\\textcite{a} is; so is this (\\textcite{new}‸)'],
    ]);
  });

  describe('in the habit of a LaTeX document', () => {
    check('latex', [
      ['\\citep{a} \\citet{b} \\citep{c} so‸', '\\citep{a} \\citet{b} \\citep{c} so \\citep{new}‸'],
      ['\\Textcite{a} ‸', '\\Textcite{a} \\textcite{new}‸'],
      ['\\autocites{a}{b} ‸', '\\autocites{a}{b} \\autocite{new}‸'],
      [
        '%\\usepackage{biblatex}\n\\begin{document}\n‸',
        '%\\usepackage{biblatex}\n\\begin{document}\n\\cite{new}‸',
      ],
      [
        '\\addbibresource{a.bib}\\begin{document}\n‸',
        '\\addbibresource{a.bib}\\begin{document}\n\\autocite{new}‸',
      ],
      ['\\nocite{*}\\citeauthor{a} ‸', '\\nocite{*}\\citeauthor{a} \\cite{new}‸'],
      ['%\\citep{a}\n\\verb|\\citep{b}| ‸', '%\\citep{a}\n\\verb|\\citep{b}| \\cite{new}‸'],
      ['word\\footcite{a} more‸', 'word\\footcite{a} more\\footcite{new}‸'],
      ['a \\cite{a} b~\\cite{b} c \\cite{c} d‸', 'a \\cite{a} b~\\cite{b} c \\cite{c} d \\cite{new}‸'],
      [
        '\\usepackage[round]{natbib}\\begin{document}‸',
        '\\usepackage[round]{natbib}\\begin{document}\\citep{new}‸',
      ],
      [
        '\\usepackage[\n  style=apa,\n]{biblatex}\\begin{document}\n‸',
        '\\usepackage[\n  style=apa,\n]{biblatex}\\begin{document}\n\\autocite{new}‸',
      ],
    ]);

    it('obeys the setting before the habit, with or without a backslash', () => {
      assert.equal(
        cite('latex', '\\cite{a} ‸', ['new'], { citeCommand: '\\parencite' }),
        '\\cite{a} \\parencite{new}‸',
      );
      assert.equal(
        cite('latex', '\\cite{a} ‸', ['new'], { citeCommand: 'citep' }),
        '\\cite{a} \\citep{new}‸',
      );
      assert.equal(cite('markdown', '‸', ['new'], { citeCommand: '\\parencite' }), '[@new]‸');
    });

    it("takes the root file's style where the text shows none", () => {
      assert.equal(cite('latex', '‸', ['new'], { fallbackStyle: '\\autocite' }), '\\autocite{new}‸');
      assert.equal(
        cite('latex', '\\cite{a} ‸', ['new'], { fallbackStyle: '\\autocite' }),
        '\\cite{a} \\cite{new}‸',
      );
    });
  });

  describe('where no citation can stand', () => {
    const hidden =
      'A citation would not show here: this is code, a comment or a formula, or the document has ended.';
    const refusals = [
      ['latex', 'x % no‸', hidden],
      ['latex', '\\begin{comment}\nno‸\n\\end{comment}', hidden],
      ['latex', '\\verb|no‸|', hidden],
      ['latex', '\\begin{lstlisting}\nno‸\n\\end{lstlisting}', hidden],
      ['latex', '$no‸$', 'A citation cannot stand in a formula.'],
      ['latex', '\\begin{align*}\nno‸\n\\end{align*}', 'A citation cannot stand in a formula.'],
      [
        'latex',
        '\\begin{thebibliography}{9}\\bibitem{a} ⟦10.1/x⟧',
        'A citation cannot stand in a reference list.',
      ],
      ['latex', '\\title{⟦10.1/x⟧}\\begin{document}', 'A citation cannot stand before \\begin{document}.'],
      ['latex', '\\begin{document}\\end{document} ‸', hidden],
      ['markdown', '`no‸`', hidden],
      ['markdown', '~~~\nno‸\n~~~', hidden],
      ['markdown', '```\nno, never closed ‸', hidden],
      ['markdown', '<!-- no‸ -->', hidden],
      ['markdown', '$$\nno‸\n$$', hidden],
      ['markdown', '---\ntitle: no‸\n---\n', "A citation cannot stand in the document's metadata."],
      ['markdown', '[a]: https://doi.org/⟦10.1/x⟧', 'A citation cannot stand in a link definition.'],
      ['typst', '// no‸', hidden],
      ['restructuredtext', '.. code-block:: c\n\n   no‸\n', hidden],
      ['asciidoc', '----\nno‸\n----', hidden],
      ['org', '#+begin_src c\nno‸\n#+end_src', hidden],
      ['bibtex', '@book{‸}', 'No citation is written here: this language has none.'],
      ['plaintext', '‸', 'No citation is written here: this language has none.'],
    ] as const;
    for (const [languageId, marked, reason] of refusals) {
      it(`refuses in ${languageId}: ${JSON.stringify(marked)}`, () => {
        assert.equal(cite(languageId, marked), reason);
      });
    }
  });

  describe('at a cursor in Markdown', () => {
    check('markdown', [
      ['It works‸.', 'It works [@new]‸.'],
      ['It works. ‸', 'It works. [@new]‸'],
      ['a wo‸rd', 'a word [@new]‸'],
      ['*emphasis*‸', '*emphasis* [@new]‸'],
      ['works‸(maybe)', 'works [@new] ‸(maybe)'],
      ['costs $5 and‸ $6', 'costs $5 and [@new]‸ $6'],
      ['深層学習は‸有効', '深層学習は[@new]‸有効'],
      ['at https://exam‸ple.org/a, it', 'at https://example.org/a [@new]‸, it'],
      ['[the te‸xt](https://example.org){cite}`a`', '[the text](https://example.org) {cite}`new` ‸{cite}`a`'],
      ['[the te‸xt](https://example.org)@a, @b', '[the text](https://example.org) @new ‸@a, @b'],
      ['[the te‸xt](https://example.org) it', '[the text](https://example.org) [@new]‸ it'],
      ['‸---\ntitle: T\n---\n\nText', '---\ntitle: T\n---\n\n[@new] ‸Text'],
      ['![a pict‸ure](a.png)', '![a picture](a.png) [@new]‸'],
      ['text[^1‸]', 'text[^1] [@new]‸'],
      ['^[a note‸]', '^[a note [@new]‸]'],
      ['mail me@example.org ‸', 'mail me@example.org [@new]‸'],
      ['see @fig-one and @tbl-two ‸', 'see @fig-one and @tbl-two [@new]‸'],
      ['@a says, @b says, ‸', '@a says, @b says, @new‸'],
      ['@a and [@b] and [@c] ‸', '@a and [@b] and [@c] [@new]‸'],
      ['as {cite:t}`a` says ‸', 'as {cite:t}`a` says {cite:t}`new`‸'],
    ]);
  });

  describe('in a group of Markdown', () => {
    check('quarto', [
      ['[@a; @b‸]', '[@a; @b; @new‸]'],
      ['[@a‸; @b]', '[@a; @new‸; @b]'],
      ['[see @a, p. 3‸]', '[see @a, p. 3; @new‸]'],
      ['[-@a‸]', '[-@a; @new‸]'],
      ['[@a]‸', '[@a; @new‸]'],
      ['[@a; ‸]', '[@a; @new‸]'],
      ['[@a; @‸]', '[@a; @new‸]'],
      ['[‸]', '[@new‸]'],
      ['[@‸]', '[@new‸]'],
      ['[see ‸]', '[see @new‸]'],
      ['@‸', '@new‸'],
      ['@a‸ says', '@a; @new‸ says'],
      ['@a [p. 3‸] says', '@a [p. 3; @new‸] says'],
      ['[@new; @a‸]', '[@new; @a‸]'],
      ['[@a and @b, p. 3‸]', '[@a and @b, p. 3; @new‸]'],
      ['{cite:p}`a,b‸`', '{cite:p}`a,b,new‸`'],
      ['\\cite{a‸}', '\\cite{a,new‸}'],
    ]);
  });

  describe('instead of an identifier in Markdown', () => {
    check('markdown', [
      [`see https://doi.org/⟦${doi}⟧.`, 'see [@new]‸.'],
      [`see <https://doi.org/⟦${doi}⟧>.`, 'see [@new]‸.'],
      [`see (doi:⟦${doi}⟧).`, 'see [@new]‸.'],
      [`see [⟦${doi}⟧].`, 'see [@new]‸.'],
      [`see [${doi}](https://doi.org/⟦${doi}⟧).`, 'see [@new]‸.'],
      [`see [⟦${doi}⟧](https://doi.org/${doi}).`, 'see [@new]‸.'],
      [`see [doi](<https://doi.org/⟦${doi}⟧> "title"){target="_blank"}.`, 'see [@new]‸.'],
      [`[LeCun](https://doi.org/⟦${doi}⟧) says`, `[LeCun](https://doi.org/${doi}) [@new]‸ says`],
      [`<a href="https://doi.org/⟦${doi}⟧">LeCun</a>`, `<a href="https://doi.org/${doi}">LeCun</a> [@new]‸`],
      [`[see doi:⟦${doi}⟧, p. 3]`, '[see @new‸, p. 3]'],
      [`[@doi:⟦${doi}⟧]`, '[@new‸]'],
      [`[@https://doi.org/⟦${doi}⟧; @b]`, '[@new‸; @b]'],
      ['[@a, @⟦10.1/x⟧]', '[@a, @new‸]'],
      ['[@doi:⟦10.1016/S0140-6736(97)11096-0⟧]', '[@new‸]'],
      [`[^1]: https://doi.org/⟦${doi}⟧`, '[^1]: [@new]‸'],
      [`**doi:⟦${doi}⟧**`, '**[@new]‸**'],
    ]);
  });

  describe('in Typst', () => {
    check('typst', [
      ['It works‸.', 'It works @new‸.'],
      ['the ‸word', 'the @new ‸word'],
      ['@a‸', '@a @new‸'],
      ['@a[p. 3]‸', '@a[p. 3] @new‸'],
      ['#cite(<a>, form: "prose")‸', '#cite(<a>, form: "prose") #cite(<new>)‸'],
      ['#cite(<‸>)', '#cite(<new‸>)'],
      ['@‸', '@new‸'],
      ['深層‸学習', '深層#cite(<new>);‸学習'],
      [`#link("https://doi.org/⟦${doi}⟧")[LeCun]`, `#link("https://doi.org/${doi}")[LeCun] @new‸`],
      [`#link("https://doi.org/⟦${doi}⟧")`, '@new‸'],
      [`see https://doi.org/⟦${doi}⟧.`, 'see @new‸.'],
    ]);
  });

  describe('in reStructuredText', () => {
    check('restructuredtext', [
      ['It works‸.', 'It works :cite:p:`new`‸.'],
      ['as :cite:t:`a` says ‸', 'as :cite:t:`a` says :cite:t:`new`‸'],
      [':cite:p:`a,b‸`', ':cite:p:`a,b,new‸`'],
      ['深層‸学習', '深層\\ :cite:p:`new`\\ ‸学習'],
      [`\`LeCun <https://doi.org/⟦${doi}⟧>\`_`, `\`LeCun <https://doi.org/${doi}>\`_ :cite:p:\`new\`‸`],
      [`:doi:\`⟦${doi}⟧\``, ':cite:p:`new`‸'],
    ]);
  });

  describe('in AsciiDoc', () => {
    check('asciidoc', [
      ['It works‸.', 'It works cite:[new]‸.'],
      ['cite:[a(3), b‸]', 'cite:[a(3), b, new‸]'],
      ['citenp:[a] says ‸', 'citenp:[a] says citenp:[new]‸'],
      [`https://doi.org/⟦${doi}⟧[LeCun]`, `https://doi.org/${doi}[LeCun] cite:[new]‸`],
      [`https://doi.org/⟦${doi}⟧[]`, 'cite:[new]‸'],
    ]);
  });

  describe('in Org', () => {
    check('org', [
      ['It works‸.', 'It works [cite:@new]‸.'],
      ['[cite:@a;@b‸]', '[cite:@a;@b;@new‸]'],
      ['[cite/t:see @a p. 3‸; @b]', '[cite/t:see @a p. 3; @new‸; @b]'],
      ['[cite:@‸]', '[cite:@new‸]'],
      ['as cite:a,b‸', 'as cite:a,b,new‸'],
      ['[[citep:&a;&b‸]]', '[[citep:&a;&b;&new‸]]'],
      ['\\parencite{a} ‸', '\\parencite{a} \\parencite{new}‸'],
      [`[[https://doi.org/⟦${doi}⟧][LeCun]]`, `[[https://doi.org/${doi}][LeCun]] [cite:@new]‸`],
      [`[[doi:⟦${doi}⟧]]`, '[cite:@new]‸'],
    ]);
  });

  it('cites several works at once', () => {
    const keys = ['a', 'b'];
    assert.equal(cite('latex', '‸', keys), '\\cite{a,b}‸');
    assert.equal(cite('markdown', '‸', keys), '[@a; @b]‸');
    assert.equal(cite('typst', '‸', keys), '@a @b‸');
    assert.equal(cite('restructuredtext', '‸', keys), ':cite:p:`a,b`‸');
    assert.equal(cite('asciidoc', '‸', keys), 'cite:[a, b]‸');
    assert.equal(cite('org', '‸', keys), '[cite:@a;@b]‸');
    assert.equal(cite('markdown', '[@a‸]', keys), '[@a; @b‸]');
  });

  it('writes keys that the language reads back', () => {
    assert.equal(
      cite('markdown', '‸', ['DBLP:journals/x', 'a(b)', 'c.']),
      '[@DBLP:journals/x; @{a(b)}; @{c.}]‸',
    );
    assert.equal(cite('typst', '‸', ['DBLP:x', 'a/b']), '@DBLP:x #cite(label("a/b"))‸');
  });

  it('stands behind the identifier where that stays', () => {
    assert.equal(
      cite('latex', `see \\doi{⟦${doi}⟧}.`, ['new'], { replace: false }),
      `see \\doi{${doi}}~\\cite{new}‸.`,
    );
    assert.equal(cite('markdown', `see ⟦${doi}⟧.`, ['new'], { replace: false }), `see ${doi} [@new]‸.`);
  });

  it('changes nothing but the place where it cites, wherever the cursor is', () => {
    const pieces = fc.constantFrom(
      '\\cite{a}', '\\cite{', '[@a; @b]', '@a', '[', ']', '(', ')', '{', '}', '`', '$', '%', '\n', '\n\n', ' ', 'word',
      '深層', '<', '>', '---\n', '#', '\\', '~', '"', ':cite:`a`', 'cite:[a]', '[cite:@a]', '{cite}`a`', ',', ';',
    ); // prettier-ignore
    const languages = fc.constantFrom('latex', 'markdown', 'typst', 'restructuredtext', 'asciidoc', 'org');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), fc.nat(), languages, (parts, seed, languageId) => {
        const text = parts.join('');
        const at = seed % (text.length + 1);
        const plan = planCitation(text, { start: at, end: at }, languageId, ['new'], {
          citeCommand: 'auto',
          replace: true,
        });
        if ('refused' in plan) return;
        const [edit, ...more] = plan.edits;
        assert.ok(edit !== undefined);
        assert.deepEqual(more, []);
        // What is written is read back as a citation.
        const cited = findCitations(applyEdits(text, plan.edits), languageId);
        assert.ok(
          cited.some(({ key, start, end }) => key === 'new' && edit.start <= start && end <= plan.cursor),
        );
        // An edit may swallow the blanks and the lone `@` of an unfinished group, never a word.
        assert.match(text.slice(edit.start, edit.end), /^[\s,;@-]*$/);
      }),
      { numRuns: 2000 },
    );
  });
});
