import { strict as assert } from 'node:assert';
import { documentLanguage } from '../../../../src/core/project/documentLanguage.ts';

describe('documentLanguage', () => {
  const cases: readonly (readonly [languageId: string, text: string, language: string | undefined])[] = [
    ['latex', '\\usepackage[ngerman]{babel}', 'de'],
    ['latex', '\\usepackage[english, french]{babel}', 'fr'],
    ['latex', '\\usepackage[main=spanish,english]{babel}', 'es'],
    ['latex', '\\usepackage[english]{babel}', 'en'],
    ['latex', '\\setdefaultlanguage[variant=swiss]{german}', 'de'],
    ['latex', '% \\usepackage[french]{babel}\n\\usepackage[dutch]{babel}', 'nl'],
    ['latex', '\\setmainlanguage{dutch}', 'nl'],
    ['latex', '\\usepackage[utf8]{inputenc}\n\\usepackage{babel}', undefined],
    ['latex', '\\usepackage[constructor]{babel}', undefined],
    ['markdown', '---\ntitle: T\nlang: de-DE\n---\n', 'de-DE'],
    ['quarto', '---\r\nlang: "fr"\r\n---\r\n', 'fr'],
    ['markdown', '---\ntitle: T\n---\nlang: de\n', undefined],
    ['typst', '#set text(font: "Libertinus", lang: "es")', 'es'],
    ['asciidoc', '= Title\n:lang: nl\n', 'nl'],
    ['org', '#+LANGUAGE: ja\n', 'ja'],
    ['plaintext', 'lang: de', undefined],
  ];
  for (const [languageId, text, language] of cases)
    it(`reads ${JSON.stringify(text)} of ${languageId} as ${language ?? 'saying nothing'}`, () => {
      assert.equal(documentLanguage(text, languageId), language);
    });

  it('takes no longer for hostile text', () => {
    assert.equal(documentLanguage(`---\n${'lan: x\n'.repeat(1e5)}`, 'markdown'), undefined);
    assert.equal(documentLanguage(`\\usepackage[${'a,'.repeat(1e5)}`, 'latex'), undefined);
    assert.equal(documentLanguage('\\usepackage['.repeat(1e5), 'latex'), undefined);
  });
});
