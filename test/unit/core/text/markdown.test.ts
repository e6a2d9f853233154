import { itFindsMarked } from '../../../support/markedIdentifiers.ts';

describe('identifiers in Markdown', () => {
  describe('in its markup', () => {
    itFindsMarked('markdown', [
      ['[text](https://doi.org/⟦10.1000/abc⟧)'],
      ['[text](https://doi.org/⟦10.1000/abc⟧).'],
      ['[text](https://doi.org/⟦10.1000/abc⟧ "Title")'],
      ['[text](<https://doi.org/⟦10.1000/abc⟧>)'],
      ['[⟦10.1000/abc⟧](https://doi.org/⟦10.1000/abc⟧)'],
      ['[https://doi.org/⟦10.1000/abc⟧](https://doi.org/⟦10.1000/abc⟧)'],
      ['[text](https://doi.org/⟦10.1016/S0022-0248(96)00511-8⟧){.external}'],
      ['([text](https://doi.org/⟦10.1016/S0022-0248(96)00511-8⟧))'],
      ['[text](doi:⟦10.1000/abc⟧)'],
      ['![DOI](https://zenodo.org/badge/DOI/⟦10.5281/zenodo.1234⟧.svg)'],
      [
        '[![DOI](https://zenodo.org/badge/DOI/⟦10.5281/zenodo.1234⟧.svg)](https://doi.org/⟦10.5281/zenodo.1234⟧)',
      ],
      ['<https://doi.org/⟦10.1000/abc⟧>'],
      ['<https://doi.org/⟦10.1002/(SICI)1096-8644(199808)106:4<483::AID-AJPA4>3.0.CO;2-K⟧>'],
      ['<doi:⟦10.1000/abc⟧>'],
      ['[1]: https://doi.org/⟦10.1000/abc⟧'],
      ['[1]: <https://doi.org/⟦10.1000/abc⟧> "Title"'],
      ['[@tag:x]: doi:⟦10.1000/abc⟧'],
      ['[^1]: Smith, doi:⟦10.1000/abc⟧.'],
      ['x⟦10.1000/abc⟧'.replace('x', '') + '[^1].'],
      ['⟦10.1000/abc⟧[@smith]'],
      ['*⟦10.1000/abc⟧*, **⟦10.1000/def⟧**. ***⟦10.1000/ghi⟧***'],
      ['_⟦10.1000/abc⟧_, __⟦10.1000/def⟧__.'],
      ['**DOI:** ⟦10.1000/abc⟧'],
      ['**DOI: ⟦10.1000/abc⟧**text'],
      ['~~⟦10.1000/abc⟧~~ ==⟦10.1000/def⟧=='],
      ['| a | ⟦10.1000/abc⟧ |\n|---|---|\n|⟦10.1000/def⟧|b|'],
      ['- ⟦10.1000/abc⟧\n* ⟦10.1000/def⟧\n1. ⟦10.1000/ghi⟧'],
      ['> ⟦10.1000/abc⟧\n\n# ⟦10.1000/def⟧ #'],
      ['⟦10.1007/978-3-030-02671-4\\_7⟧', '10.1007/978-3-030-02671-4_7'],
      ['*⟦10.1007/978-3-030-02671-4_7⟧*'],
      ['_⟦10.1007/978-3-030-02671-4_7⟧_'],
      ['⟦10.1016/S0022-0248\\(96\\)00511-8⟧', '10.1016/s0022-0248(96)00511-8'],
      ['[x](https://doi.org/⟦10.1016/S0022-0248\\(96\\)00511-8⟧)', '10.1016/s0022-0248(96)00511-8'],
      ['[x](https://doi.org/⟦10.1016/S0022-0248%2896%2900511-8⟧)', '10.1016/s0022-0248(96)00511-8'],
      ['[@doi:⟦10.1000/abc⟧]'],
      ['[@doi:⟦10.1000/abc⟧; @doi:⟦10.1000/def⟧, p. 3]'],
      ['[@doi:⟦10.1000/abc⟧;@https://doi.org/⟦10.1000/def⟧]'],
      ['@⟦10.1000/abc⟧'],
      ['@doi:⟦10/993⟧'],
      ['@arxiv:⟦1407.3561⟧ @pmid:⟦12345678⟧ @pmcid:⟦PMC1234567⟧ @isbn:⟦9783161484100⟧'],
      ['<a href="https://doi.org/⟦10.1000/abc⟧">x</a>'],
      ["<a href='https://doi.org/⟦10.1000/abc⟧'>⟦10.1000/abc⟧</a>"],
      ['<cite>⟦10.1000/abc⟧</cite>'],
      ['{cite}`⟦10.1000/abc⟧` and {cite:p}`⟦10.1000/def⟧`'],
      ['{doi}`⟦10.1000/abc⟧`'],
      ['{{< cite ⟦10.1000/abc⟧ >}}'],
      [
        'DOI: [⟦10.1093/jamia/ocae139⟧](https://doi.org/⟦10.1093/jamia/ocae139⟧) · PMID: [⟦31233491⟧](https://www.ncbi.nlm.nih.gov/pubmed/⟦31233491⟧)',
      ],
      ['\\doi{⟦10.1000/abc⟧}'],
      ['line⟦10.1000/abc⟧'.replace('line', '') + '\\\nnext'],
      ['⟦10.1000/abc⟧&nbsp;x &lt;⟦10.1000/def⟧&gt;'],
      ['$5 and ⟦10.1000/abc⟧ and 6$'],
      ['costs $5 (doi:⟦10.1000/abc⟧), not US$ 6'],
      ['参照⟦10.1000/abc⟧。また[こちら](https://doi.org/⟦10.1000/def⟧)を'],
    ]);
  });

  describe('what is code or remark', () => {
    itFindsMarked('markdown', [
      ['`10.1000/abc` ⟦10.1000/def⟧'],
      ['``10.1000/abc ` 10.1000/x`` ⟦10.1000/def⟧'],
      ['` ⟦10.1000/abc⟧'],
      ['\\`⟦10.1000/abc⟧\\`'],
      ['`` ⟦10.1000/abc⟧ ` x'],
      ['`a\n10.1000/abc` ⟦10.1000/def⟧'],
      ['`a\n\n⟦10.1000/abc⟧`'],
      ['```\n10.1000/abc\n```\n⟦10.1000/def⟧'],
      ['```{r}\n10.1000/abc\n```\n⟦10.1000/def⟧'],
      ['````\n```\n10.1000/abc\n```\n10.1000/x\n````\n⟦10.1000/def⟧'],
      ['~~~python\n10.1000/abc\n```\n10.1000/x\n~~~\n⟦10.1000/def⟧'],
      ['```\n10.1000/abc'],
      ['   ```\n10.1000/abc\n   ```\n⟦10.1000/def⟧'],
      ['```js `x`\n⟦10.1000/abc⟧'],
      ['- a\n\n  ```\n  10.1000/abc\n  ```\n  ⟦10.1000/def⟧'],
      ['1. a\n   ```\n   10.1000/abc\n   ```\n⟦10.1000/def⟧'],
      ['> ```\n> 10.1000/abc\n> ```\n> ⟦10.1000/def⟧'],
      ['> ```\n> 10.1000/abc\n⟦10.1000/def⟧'],
      ['- ```\n  10.1000/abc\n⟦10.1000/def⟧'],
      ['x\n\n    10.1000/abc\n\n    10.1000/x\n\n⟦10.1000/def⟧'],
      ['x\n    ⟦10.1000/abc⟧'],
      ['\t10.1000/abc\n⟦10.1000/def⟧'],
      ['- a\n\n  ⟦10.1000/abc⟧\n\n      10.1000/x\n\n    ⟦10.1000/def⟧'],
      ['- a\n    - ⟦10.1000/abc⟧\n        - ⟦10.1000/def⟧'],
      ['1. a\n\n   ⟦10.1000/abc⟧\n\n       10.1000/x'],
      ['10. a\n\n    ⟦10.1000/abc⟧'],
      ['[^1]: a\n\n    ⟦10.1000/abc⟧\n\n        10.1000/x'],
      ['!!! note\n    ⟦10.1000/abc⟧\n\n    ⟦10.1000/def⟧'],
      ['> > a\n> ⟦10.1000/abc⟧'],
      ['>     10.1000/abc\n\n⟦10.1000/def⟧'],
      ['# a\n    10.1000/abc'],
      ['---\n    10.1000/abc'.replace('---', 'x\n\n***')],
      ['<!-- 10.1000/abc --> ⟦10.1000/def⟧'],
      ['<!--\n10.1000/abc\n\n10.1000/x\n--> ⟦10.1000/def⟧'],
      ['<!-- ` --> ⟦10.1000/abc⟧ `'],
      ['`<!--` ⟦10.1000/abc⟧ `-->`'],
      ['<!-- ⟦10.1000/abc⟧'.replace('<!--', '\\<!--')],
      ['<code>10.1000/abc</code> <pre>\n10.1000/abc\n</pre> ⟦10.1000/def⟧'],
      ['<script>"10.1000/abc"</script>⟦10.1000/def⟧'],
      [
        '<samp>10.1000/abc</samp> ⟦10.1000/def⟧\n\n<textarea>\n10.1000/abc\n\n10.1000/abc</textarea>⟦10.1000/def⟧',
      ],
      ['$x = 10.1234/5.678$ and $$\n10.1234/5\n$$'],
      [
        '---\ntitle: x\ndoi: ⟦10.1000/abc⟧\n# doi: 10.1000/x\nurl: "https://doi.org/⟦10.1000/def⟧" # 10.1000/y\n---\n⟦10.1000/ghi⟧',
      ],
      ['a\r\n\r\n```\r\n10.1000/abc\r\n```\r\n⟦10.1000/def⟧\r\n'],
      ['```{note}\n⟦10.1000/abc⟧\n```\n⟦10.1000/def⟧\n```\n10.1000/x\n```'],
      ['````{note}\n```{code-block}\n10.1000/x\n```\n⟦10.1000/abc⟧\n````\n⟦10.1000/def⟧'],
      ['> a\n```\n10.1000/abc\n```\n⟦10.1000/def⟧'],
      ['- a\n```\n10.1000/abc\n```\n⟦10.1000/def⟧'],
      ['> a\n⟦10.1000/abc⟧\n\n    10.1000/x'],
      ['- a\n# b\n\n    10.1000/x'],
      ['x\n        - ⟦10.1000/abc⟧'],
      ['---\nreferences:\n\n    - doi: ⟦10.1000/abc⟧\n---\n\n    10.1000/x'],
      ['---\n\n⟦10.1000/abc⟧\n\n---'],
      ['```\n10.1000/abc\n    ```\n10.1000/x\n```\n⟦10.1000/def⟧'],
      ['::: {.callout}\n⟦10.1000/abc⟧\n:::'],
    ]);
  });

  describe('as mdx, where indented lines are no code', () => {
    itFindsMarked('mdx', [['<Note>\n\n    ⟦10.1000/abc⟧ {/* 10.1000/def */}\n\n</Note>']]);
  });

  for (const languageId of ['quarto', 'rmd', 'mdx', 'mystmd']) {
    describe(`as ${languageId}`, () => {
      itFindsMarked(languageId, [['```{r}\n10.1000/abc\n```\n[@doi:⟦10.1000/def⟧] `r 10.1000/x`']]);
    });
  }
});
