import { strict as assert } from 'node:assert';
import { formatEntry, type FormatOptions } from '../../src/core/bibtex/entry/formatEntry.ts';
import { findFormulas } from '../../src/core/record/formulas.ts';
import { toTitle } from '../../src/core/record/markup.ts';
import type { CslItem } from '../../src/core/record/record.ts';
import { bibReaders } from './bibReaders.ts';
import { missingPrograms, notRun } from '../support/programs.ts';
import { luaTeX, missingFor, pdfTeX, printBibliography, upTeX } from './typeset.ts';

const raw =
  'Decays in <math alttext="\\sqrt{s}=7\\,\\mathrm{TeV}"><msqrt><mi>s</mi></msqrt><mo>=</mo><mn>7</mn><mtext> TeV</mtext></math> collisions of <i>many</i> ' +
  '<math alttext="$\\alpha^{2}$"><msup><mi>α</mi><mn>2</mn></msup></math> kinds, and <math alttext="\\input{/etc/passwd}"><mi>z</mi></math>';
const title = toTitle(raw);
const csl: CslItem = {
  id: 'formulas',
  type: 'article-journal',
  title,
  author: [{ family: 'Noether', given: 'Emmy' }],
  'container-title': 'Journal',
  issued: { 'date-parts': [[2001]] },
  custom: { titleFormulas: findFormulas([raw], title) ?? [] },
};

const options: Omit<FormatOptions, 'dialect' | 'encoding'> = {
  protectCase: 'smart',
  titleMarkup: 'tex',
  excludeFields: [],
  japaneseNameOrder: 'comma',
};

/** Only letters and digits; the letters of formulas are those of mathematical alphabets. */
function letters(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

describe('formulas of titles, by their TeX', () => {
  for (const encoding of ['unicode', 'latex'] as const) {
    for (const [typesetter, dialect] of [
      [pdfTeX, 'bibtex'],
      [luaTeX, 'biblatex'],
      [upTeX, 'bibtex'],
    ] as const) {
      const missing = missingFor(typesetter);
      it(`${dialect}, ${encoding}: printed by ${typesetter.name} without a complaint${notRun(missing)}`, function () {
        if (missing.length > 0) this.skip();
        this.timeout(120_000);
        const bib = formatEntry(csl, 'k', { ...options, dialect, encoding });
        assert.ok(bib.includes('{$\\sqrt{s}=7\\,\\mathrm{TeV}$}') && !bib.includes('input'), bib);
        const { complaints, text } = printBibliography(bib, typesetter);
        assert.deepEqual(complaints, []);
        // The reader of the page takes a root for a line of its own.
        for (const part of ['decaysin', 's7tevcollisionsofmanyα2kinds', 'andz'])
          assert.ok(letters(text).includes(part), text);
      });
    }
    for (const reader of bibReaders) {
      const missing = missingPrograms(reader.program === undefined ? [] : [reader.program]);
      it(`${encoding}: read back by ${reader.name}${notRun(missing)}`, function () {
        if (missing.length > 0) this.skip();
        const bib = formatEntry(csl, 'k', { ...options, dialect: 'biblatex', encoding });
        const [facts] = reader.read(bib, 'biblatex');
        const read = letters((facts?.title ?? '').replaceAll(/\\(?:sqrt|mathrm)/g, ''));
        assert.equal(read, 'decaysins7tevcollisionsofmanyα2kindsandz');
      });
    }
  }

  it('are text where titles have no markup', () => {
    const bib = formatEntry(csl, 'k', { ...options, titleMarkup: 'plain', dialect: 'biblatex', encoding: 'unicode' }); // prettier-ignore
    assert.ok(!bib.includes('\\mathrm') && bib.includes('collisions of many'), bib);
  });
});
