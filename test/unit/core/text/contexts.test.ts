import { strict as assert } from 'node:assert';
import { parseIdentifier } from '../../../../src/core/identifiers/parseIdentifier.ts';
import { findIdentifiers } from '../../../../src/core/text/findIdentifiers.ts';

/** Registered DOIs that give trouble: brackets, signs, unusual ends. */
const dois = [
  '10.1000/182',
  '10.1038/nature12373',
  '10.1371/journal.pone.0066341',
  '10.1007/978-3-030-02671-4_7',
  '10.1016/S0022-0248(96)00511-8',
  '10.1061/(ASCE)0733-9399(2000)126:1(1)',
  '10.1002/(SICI)1096-8644(199808)106:4<483::AID-AJPA4>3.0.CO;2-K',
  '10.1002/1521-3951(200103)224:1<271::AID-PSSB271>3.0.CO;2-#',
  '10.1175/1520-0493(1972)100<0081:OTAOSH>2.3.CO;2',
  '10.1890/0012-9658(2006)87[2832:TIOPMA]2.0.CO;2',
  '10.1021/nl051650+',
  '10.1023/A:1010933404324',
  '10.5067/Terra+Aqua/CERES/CLDTYPHIST_L3.004',
  '10.1093/acprof:oso/9780195309836.001.0001',
  '10.1055/s-0034-1395559',
];

type Writing = (doi: string) => string;

const asTex: Writing = (doi) => doi.replaceAll(/[_%#&]/g, '\\$&');
const asTexWords: Writing = (doi) =>
  asTex(doi).replaceAll('<', '\\textless{}').replaceAll('>', '\\textgreater{}');
const asTexMath: Writing = (doi) => asTex(doi).replaceAll(/[<>]/g, '$$$&$$');
const asGroups: Writing = (doi) =>
  doi
    .replaceAll(/[_%#&]/g, '{\\$&}')
    .replaceAll(/[[\]]/g, '{$&}')
    .replaceAll('<', '{\\textless}')
    .replaceAll('>', '{\\textgreater}');
const asMarkdown: Writing = (doi) => doi.replaceAll(/[_*[\]()<>#]/g, '\\$&');
const asHtml: Writing = (doi) => doi.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const asAddress: Writing = (doi) => encodeURI(doi).replaceAll('#', '%23');
const asTexAddress: Writing = (doi) => asAddress(doi).replaceAll(/[%_]/g, '\\$&');

const contexts: Readonly<Record<string, readonly Writing[]>> = {
  plaintext: [
    (doi) => doi,
    (doi) => `Smith (2020) ${doi}. More`,
    (doi) => `(doi:${doi}).`,
    (doi) => `“${doi}”,`,
    (doi) => `${doi}を参照`,
    (doi) => `（${doi}）`,
    (doi) => `https://doi.org/${asAddress(doi)}?utm_source=x`,
    (doi) => `https://onlinelibrary.wiley.com/doi/full/${asAddress(doi)}`,
    (doi) => `https://example.org/article?id=${encodeURIComponent(doi)}&type=x`,
    (doi) => `https://link.springer.com/content/pdf/${encodeURIComponent(doi)}.pdf`,
    (doi) => `https://proxy.uni.edu/login?url=https%3A%2F%2Fdoi.org%2F${encodeURIComponent(doi)}%3Fa%3Db`,
  ],
  latex: [
    (doi) => `\\doi{${doi}}`,
    (doi) => `\\doi{${asTex(doi)}}`,
    (doi) => `see doi:~${asTexWords(doi)}.`,
    (doi) => `(${asTexMath(doi)})`,
    (doi) => `\\href{https://doi.org/${asAddress(doi)}}{\\texttt{${asTexWords(doi)}}}`,
    (doi) => `\\href{https://doi.org/${asTexAddress(doi)}}{here}`,
    (doi) => `\\url{https://doi.org/${doi}}`,
  ],
  markdown: [
    (doi) => `[text](https://doi.org/${doi})`,
    (doi) => `[text](https://doi.org/${asAddress(doi)} "Title").`,
    (doi) => `<https://doi.org/${doi}>`,
    (doi) => `[${doi}](https://doi.org/${encodeURIComponent(doi)})`,
    (doi) => `**${doi}**, _${doi}_; *${doi}*`,
    (doi) => `|${doi}|`,
    (doi) => `[@doi:${doi}; @other]`,
    (doi) => `${doi}[^1]`,
    (doi) => `${asMarkdown(doi)}.`,
    (doi) => `<a href="https://doi.org/${asHtml(doi)}">${asHtml(doi)}</a>`,
    (doi) => `[1]: https://doi.org/${doi}`,
  ],
  bibtex: [
    (doi) => `@article{key,\n  doi = {${doi}},\n}`,
    (doi) => `@article{${doi}, doi = "${doi}"}`,
    (doi) => `@article{key, doi = {${asGroups(doi)}}}`,
    (doi) => `@article{key, url = {https://doi.org/${asAddress(doi)}}}`,
    (doi) => `@article{key, note = {See \\url{https://doi.org/${asTexAddress(doi)}}.}}`,
  ],
  typst: [(doi) => `#link("https://doi.org/${asAddress(doi)}")[text]`, (doi) => `#footnote[doi:${doi}.]`],
  restructuredtext: [(doi) => `\`text <https://doi.org/${asAddress(doi)}>\`_.`, (doi) => `:doi:\`${doi}\``],
  asciidoc: [(doi) => `https://doi.org/${asAddress(doi)}[text]`, (doi) => `doi: ${doi},`],
  org: [(doi) => `[[https://doi.org/${asAddress(doi)}][text]]`, (doi) => `[[doi:${doi}][text]]`],
};

const typed: readonly Writing[] = [
  (doi) => ` ${doi}. `,
  (doi) => `https://doi.org/${doi}`,
  (doi) => `http://dx.doi.org/${encodeURIComponent(doi)}`,
  (doi) => `<${doi}>`,
  (doi) => doi.toUpperCase(),
  (doi) => doi.replaceAll(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)),
  (doi) => doi.split('').join('\u200b'),
  (doi) => doi.split('').join(' '),
  (doi) => doi.replaceAll('-', '‐'),
  asTex,
  asTexWords,
  asTexMath,
  asGroups,
  asMarkdown,
  asHtml,
];

describe('DOIs of every shape', () => {
  for (const [languageId, writings] of Object.entries(contexts)) {
    for (const write of writings) {
      it(`are found in ${languageId} such as ${write('10.1000/182').replaceAll(/\s+/g, ' ')}`, () => {
        for (const doi of dois) {
          const found = findIdentifiers(write(doi), languageId).map(({ id }) => id);
          assert.ok(found.length > 0, write(doi));
          for (const id of found) assert.equal(id, doi.toLowerCase());
        }
      });
    }
  }

  for (const write of typed) {
    it(`are read when typed as ${write('10.1000/a_1')}`, () => {
      for (const doi of dois) assert.equal(parseIdentifier(write(doi))?.id, doi.toLowerCase());
    });
  }
});
