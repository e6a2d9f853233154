import { strict as assert } from 'node:assert';
import { formatEntry, type FormatOptions } from '../../src/core/bibtex/entry/formatEntry.ts';
import { defaultLayout } from '../../src/core/bibtex/entry/layout.ts';
import { notRun } from '../support/programs.ts';
import { japaneseRecords, kindsOfWork, latinRecords, type TrickyRecord } from './trickyRecords.ts';
import {
  comparable,
  luaTeX,
  luaTeXAllScripts,
  missingFor,
  pdfTeX,
  printBibliography,
  upTeX,
} from './typeset.ts';
import { fieldOptions as options } from '../support/fieldOptions.ts';

function assertPrinted(
  records: readonly TrickyRecord[],
  typesetter: typeof pdfTeX,
  format: FormatOptions,
): void {
  const bib = records.map(({ csl }, index) => formatEntry(csl, `key${index}`, format)).join('\n\n');
  const { complaints, text } = printBibliography(bib, typesetter);
  assert.deepEqual(complaints, []);
  const missing = records.flatMap(({ shows }) => shows).filter((words) => !text.includes(comparable(words)));
  assert.deepEqual(missing, []);
}

const cases = [
  { what: 'Latin script', records: latinRecords, typesetter: pdfTeX, format: { dialect: 'bibtex' } },
  { what: 'Latin script', records: latinRecords, typesetter: luaTeX, format: { dialect: 'biblatex' } },
  { what: 'every kind of work', records: kindsOfWork, typesetter: pdfTeX, format: { dialect: 'bibtex' } },
  { what: 'every kind of work', records: kindsOfWork, typesetter: luaTeX, format: { dialect: 'biblatex' } },
  {
    what: 'Japanese',
    records: japaneseRecords,
    typesetter: luaTeXAllScripts,
    format: { dialect: 'biblatex' },
  },
  {
    what: 'Japanese',
    records: japaneseRecords,
    typesetter: upTeX,
    format: { dialect: 'bibtex', japaneseNameOrder: 'space' },
  },
  {
    what: 'Latin script in quotes, capitals protected',
    records: latinRecords,
    typesetter: pdfTeX,
    format: { protectCase: 'all', layout: { ...defaultLayout, delimiter: 'quote' } },
  },
] as const;

describe('printed entries', () => {
  for (const { what, records, typesetter, format } of cases) {
    const missing = missingFor(typesetter);
    for (const encoding of ['unicode', 'latex'] as const) {
      it(`${what}, ${encoding}, by ${typesetter.name}: no complaint, every word${notRun(missing)}`, function () {
        if (missing.length > 0) this.skip();
        this.timeout(120_000);
        assertPrinted(records, typesetter, { ...options, ...format, encoding });
      });
    }
  }
});
