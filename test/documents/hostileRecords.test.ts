import { strict as assert } from 'node:assert';
import { cleanText } from '../../src/core/bibtex/entry/cleanText.ts';
import { formatEntries } from '../../src/core/bibtex/entry/formatEntry.ts';
import { hostileRecords, hostileVariables, markOf } from './hostileRecords.ts';
import { notRun } from '../support/programs.ts';
import { comparable, luaTeX, missingFor, pdfTeX, printBibliography, upTeX } from './typeset.ts';
import { fieldOptions } from '../support/fieldOptions.ts';

/** Leaves out CSL's own tags, what stands for half a character, and what LuaTeX's fonts join whatever is between. */
function legible(text: string): string {
  return comparable(text.replaceAll(/<\/?b>/g, '')).replaceAll(/[-–—,„'"“”`?!¿¡‚‘’\ufffd]/gu, '');
}

/** What every one of these styles prints of some type of work. */
const printedByAll = [
  'title', 'family', 'given', 'literal', 'container-title', 'collection-title', 'collection-number', 'volume', 'number',
  'edition', 'publisher', 'publisher-place', 'editor', 'page', 'genre', 'note',
]; // prettier-ignore

const cases = [
  { typesetter: pdfTeX, dialect: 'bibtex' },
  { typesetter: luaTeX, dialect: 'biblatex' },
  { typesetter: luaTeX, dialect: 'bibtex' },
  { typesetter: upTeX, dialect: 'bibtex' },
] as const;

describe('records of hostile texts in every field', () => {
  for (const { typesetter, dialect } of cases) {
    const missing = missingFor(typesetter);
    for (const encoding of ['unicode', 'latex'] as const) {
      it(`${dialect}, ${encoding}, by ${typesetter.name}: no complaint, printed as they are${notRun(missing)}`, function () {
        if (missing.length > 0) this.skip();
        this.timeout(300_000);
        const records = hostileRecords.map(({ csl }) => ({ csl, sources: [], notices: [], links: {}, provenance: {} })); // prettier-ignore
        // Keys are made of the hostile names and titles too.
        const bib = formatEntries(records, { ...fieldOptions, dialect, encoding });
        const { complaints, text } = printBibliography(bib, typesetter);
        assert.deepEqual(complaints, []);
        const printed = legible(text);
        const places = hostileRecords.flatMap(({ attack }, place) =>
          hostileVariables.flatMap((variable) => {
            const mark = legible(markOf(place, variable));
            const at = printed.indexOf(mark);
            return at === -1 ? [] : [{ variable, attack, at: at + mark.length }];
          }),
        );
        const unlike = places.filter(
          ({ variable, attack, at }) =>
            !printed.startsWith(
              legible(cleanText(variable === 'page' ? attack.replaceAll('~', '') : attack)),
              at,
            ),
        );
        assert.deepEqual(unlike, []);
        const seen = new Set(places.map(({ variable }) => variable));
        assert.deepEqual(printedByAll.filter((variable) => !seen.has(variable)), []); // prettier-ignore
        for (const variable of ['title', 'family', 'literal']) {
          const count = places.filter((place) => place.variable === variable).length;
          assert.equal(count, hostileRecords.length, variable);
        }
      });
    }
  }
});
