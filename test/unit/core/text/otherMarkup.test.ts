import { itFindsMarked } from '../../../support/markedIdentifiers.ts';

describe('identifiers in other markup', () => {
  describe('Typst', () => {
    itFindsMarked('typst', [
      ['#link("https://doi.org/⟦10.1000/abc⟧")[text]'],
      ['#link("https://doi.org/⟦10.1000/abc⟧")[⟦10.1000/abc⟧]'],
      ['https://doi.org/⟦10.1000/abc⟧'],
      ['#footnote[doi:⟦10.1000/abc⟧]'],
      ['*⟦10.1000/abc⟧* _⟦10.1000/def⟧_'],
      ['⟦10.1000/a\\_b⟧', '10.1000/a_b'],
      ['⟦10.1000/abc⟧ <label>'],
      ['⟦10.1000/abc⟧<label>'],
      ['⟦10.1000/abc⟧ // 10.1000/def\n⟦10.1000/ghi⟧'],
      ['/* 10.1000/abc /* 10.1000/x */ 10.1000/y */ ⟦10.1000/def⟧'],
      ['`10.1000/abc` ```py 10.1000/x``` ⟦10.1000/def⟧'],
      ['```\n10.1000/abc ` x\n``` ⟦10.1000/def⟧'],
      ['`` ⟦10.1000/abc⟧ ``'],
      ['#raw("10.1000/\\"abc", lang: "r") ⟦10.1000/def⟧'],
      ['#raw(block: true, lang: "r", "10.1000/abc") ⟦10.1000/def⟧'],
      ['\\`⟦10.1000/abc⟧\\`'],
      ['https://doi.org/⟦10.1037//0033-2909.126.6.910⟧ // 10.1000/abc'],
      ['#cite(<x>) ⟦10.1000/abc⟧'],
    ]);
  });

  describe('reStructuredText', () => {
    itFindsMarked('restructuredtext', [
      ['`text <https://doi.org/⟦10.1000/abc⟧>`_'],
      ['`⟦10.1000/abc⟧ <https://doi.org/⟦10.1000/abc⟧>`__.'],
      [':doi:`⟦10.1000/abc⟧`'],
      [':doi:`text <⟦10.1000/abc⟧>`'],
      ['.. _ref: https://doi.org/⟦10.1000/abc⟧'],
      ['.. [1] Smith, doi:⟦10.1000/abc⟧'],
      ['.. [Smith2020] Smith,\n   https://doi.org/⟦10.1000/abc⟧.'],
      ['.. |x| replace:: ⟦10.1000/abc⟧'],
      ['.. note::\n\n   ⟦10.1000/abc⟧'],
      ['.. 10.1000/abc\n   10.1000/def\n\n⟦10.1000/ghi⟧'],
      ['..\n   10.1000/abc\n\n⟦10.1000/ghi⟧'],
      ['.. code-block:: python\n\n   10.1000/abc\n\n   10.1000/x\n\n⟦10.1000/def⟧'],
      ['.. code::\n\n   10.1000/abc\n\n⟦10.1000/def⟧'],
      ['.. raw:: html\n\n   <a href="https://doi.org/10.1000/abc">\n\n⟦10.1000/def⟧'],
      ['.. parsed-literal:: 10.1000/abc\n\n⟦10.1000/def⟧'],
      ['..\n\n   ⟦10.1000/abc⟧'],
      ['.. |x| raw:: html\n\n   10.1000/abc\n\n⟦10.1000/def⟧'],
      [':literal:`10.1000/abc` :file:`10.1000/abc` :pmid:`⟦12345678⟧` :arxiv:`⟦2101.00001⟧`'],
      ['Text::\n\n   10.1000/abc\n\n   x\n\n⟦10.1000/def⟧'],
      ['- foo::\n\n    10.1000/abc\n\n  ⟦10.1000/def⟧'],
      ['``10.1000/abc`` ⟦10.1000/def⟧'],
      [':code:`10.1000/abc` :doi:`⟦10.1000/def⟧`'],
      ['*⟦10.1000/abc⟧* **⟦10.1000/def⟧**'],
      ['⟦10.1000/abc⟧ [1]_ |x|_'],
      ['⟦10.1000/a\\_b⟧', '10.1000/a_b'],
      ['>>> "10.1000/abc"\n10.1000/x\n\n⟦10.1000/def⟧'],
      [':DOI: ⟦10.1000/abc⟧'],
    ]);
  });

  describe('AsciiDoc', () => {
    itFindsMarked('asciidoc', [
      ['https://doi.org/⟦10.1000/abc⟧[text]'],
      ['https://doi.org/⟦10.1000/abc⟧[the text, window=_blank]'],
      ['link:https://doi.org/⟦10.1000/abc⟧[text]'],
      [
        'https://doi.org/⟦10.1890/0012-9658(2006)87%5B2832:TIOPMA%5D2.0.CO;2⟧[text]',
        '10.1890/0012-9658(2006)87[2832:tiopma]2.0.co;2',
      ],
      ['⟦10.1890/0012-9658(2006)87[2832:TIOPMA]2.0.CO;2⟧'],
      ['doi:⟦10.1000/abc⟧[]'],
      ['link:++https://doi.org/⟦10.1000/a__b⟧++[text]'],
      ['⟦10.1000/abc⟧footnote:[See ⟦10.1000/def⟧.] ⟦10.1000/ghi⟧footnote:x[]'],
      ['footnote:[See doi:⟦10.1000/abc⟧.]'],
      ['<https://doi.org/⟦10.1000/abc⟧>'],
      ['*⟦10.1000/abc⟧* _⟦10.1000/def⟧_'],
      ['// 10.1000/abc\n⟦10.1000/def⟧'],
      ['////\n10.1000/abc\n////\n⟦10.1000/def⟧'],
      ['----\n10.1000/abc\n----\n⟦10.1000/def⟧'],
      ['[source,ruby]\n----\n10.1000/abc\n----\n⟦10.1000/def⟧'],
      ['[source]\n10.1000/abc\n10.1000/x\n\n⟦10.1000/def⟧'],
      ['....\n10.1000/abc\n....\n⟦10.1000/def⟧'],
      ['++++\n<a href="https://doi.org/10.1000/abc">\n++++\n⟦10.1000/def⟧'],
      ['[stem]\n++++\n10.1000/abc\n++++\n[pass]\n10.1000/abc\n\n⟦10.1000/def⟧'],
      ['pass:[10.1000/abc] pass:q,a[10.1000/abc] stem:[10.1000/abc] ⟦10.1000/def⟧'],
      [' 10.1000/abc\n\n⟦10.1000/def⟧'],
      ['```\n10.1000/abc\n```\n⟦10.1000/def⟧'],
      ['`10.1000/abc` +10.1000/x+ ⟦10.1000/def⟧'],
      ['`+10.1000/abc+` ⟦10.1000/def⟧'],
      ['"`⟦10.1000/abc⟧`"'],
      ['a\n\n 10.1000/abc\n\n⟦10.1000/def⟧'],
      ['Title\n-----\n⟦10.1000/abc⟧'],
      ['.Code\n-----\n10.1000/abc\n-----\n⟦10.1000/def⟧'],
      ['====\n----\n10.1000/abc\n----\n====\n⟦10.1000/def⟧'],
      ['a\n\n * ⟦10.1000/abc⟧\n ** ⟦10.1000/def⟧'],
      ['|===\n|⟦10.1000/abc⟧ |⟦10.1000/def⟧\n|==='],
      ['* [[[x]]] Smith. ⟦10.1000/abc⟧'],
      [':doi: ⟦10.1000/abc⟧'],
    ]);
  });

  describe('Org', () => {
    itFindsMarked('org', [
      ['[[https://doi.org/⟦10.1000/abc⟧][text]]'],
      ['[[https://doi.org/⟦10.1000/abc⟧]]'],
      ['[[doi:⟦10.1000/abc⟧][text]]'],
      ['doi:⟦10.1000/abc⟧ cite:⟦10.1000/def⟧'],
      ['[cite:@⟦10.1000/abc⟧]'],
      ['*⟦10.1000/abc⟧* /⟦10.1000/def⟧/ _⟦10.1000/ghi⟧_'],
      ['=10.1000/abc= ~10.1000/x~ ⟦10.1000/def⟧'],
      ['https://x.org/?a=1&doi=⟦10.1000/abc⟧&b=2'],
      ['# 10.1000/abc\n⟦10.1000/def⟧'],
      ['#+doi: ⟦10.1000/abc⟧'],
      [': 10.1000/abc\n⟦10.1000/def⟧'],
      ['#+begin_src R\n10.1000/abc\n#+end_src\n⟦10.1000/def⟧'],
      ['#+BEGIN_EXAMPLE\n10.1000/abc\n#+END_EXAMPLE\n⟦10.1000/def⟧'],
      ['#+begin_comment\n10.1000/abc\n#+end_comment\n⟦10.1000/def⟧'],
      ['#+begin_export html\n10.1000/abc\n#+end_export\n⟦10.1000/def⟧'],
      ['#+LATEX: \\doi{10.1000/abc}\n@@html:<a href="https://doi.org/10.1000/abc">@@ ⟦10.1000/def⟧'],
      ['#+begin_quote\n⟦10.1000/abc⟧\n#+end_quote'],
      [':PROPERTIES:\n:DOI: ⟦10.1000/abc⟧\n:END:'],
      ['* COMMENT x\n10.1000/abc\n** y\n10.1000/z\n* w\n⟦10.1000/def⟧'],
      ['* Comment on ⟦10.1000/abc⟧'],
      ['* TODO COMMENT x\n10.1000/abc\n* ⟦10.1000/def⟧'],
      ['| ⟦10.1000/abc⟧ | x |'],
      ['src_python{"10.1000/abc"} ⟦10.1000/def⟧'],
    ]);
  });

  describe('a language that is not known', () => {
    itFindsMarked('klingon', [['`⟦10.1000/abc⟧` % ⟦10.1000/def⟧']]);
  });
});
