import { strict as assert } from 'node:assert';
import { formatEntries } from '../../src/core/bibtex/entry/formatEntry.ts';
import { yearOf } from '../../src/core/record/dates.ts';
import { toPlainText } from '../../src/core/record/markup.ts';
import type { CslItem } from '../../src/core/record/record.ts';
import { bibReaders, type BibReader, type Facts } from './bibReaders.ts';
import { generateRecords } from './generatedRecords.ts';
import { missingPrograms, notRun } from '../support/programs.ts';
import { sandboxRecords } from './recordsToPrint.ts';
import { fieldOptions } from '../support/fieldOptions.ts';

/** Letters and digits without accents and case: readers differ in spacing, dashes and quotation marks. */
function comparable(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss');
}

function factsOf({ title, author, issued, DOI }: CslItem): Facts {
  const name = author?.[0];
  const particles = [name?.['dropping-particle'], name?.['non-dropping-particle']];
  return {
    title: comparable(toPlainText(title)),
    name: comparable([...particles, name?.family ?? name?.literal ?? name?.given].join(' ')),
    year: String(yearOf(issued) ?? ''),
    doi: DOI ?? '',
  };
}

const formats = [
  { dialect: 'bibtex', encoding: 'unicode' },
  { dialect: 'bibtex', encoding: 'latex' },
  { dialect: 'biblatex', encoding: 'unicode' },
  { dialect: 'biblatex', encoding: 'latex' },
] as const;

/** Every record's facts, and what `reader` found of them in the entries that are written. */
function assertReadBack(
  reader: BibReader,
  records: readonly CslItem[],
  format: (typeof formats)[number],
): void {
  const bib = formatEntries(
    records.map((csl) => ({ csl, sources: [], notices: [], links: {}, provenance: {} })),
    { ...fieldOptions, ...format, excludeFields: ['abstract'] },
    records.map((_, place) => `key${place}`),
  );
  const read = reader
    .read(bib, format.dialect)
    .map((facts) => ({ ...facts, title: comparable(facts.title), name: comparable(facts.name) }));
  assert.equal(read.length, records.length);
  const pairs = records.map((csl, place) => ({ wanted: factsOf(csl), found: read[place] }));
  const different = pairs.filter(({ wanted, found }) => JSON.stringify(wanted) !== JSON.stringify(found));
  assert.deepEqual(different, []);
}

describe('entries read back with the same title, first name, year and DOI', function () {
  this.timeout(120_000);
  let works: readonly CslItem[] = [];

  before(async () => {
    works = await sandboxRecords();
    assert.ok(works.length > 100);
  });

  for (const reader of bibReaders) {
    const missing = missingPrograms(reader.program === undefined ? [] : [reader.program]);
    formats.forEach((format, seed) => {
      const how = `${format.dialect}, ${format.encoding}, by ${reader.name}${notRun(missing)}`;
      it(`every work of the stand-in services, ${how}`, function () {
        if (missing.length > 0) this.skip();
        assertReadBack(reader, works, format);
      });
      it(`2,500 made-up records, ${how}`, function () {
        if (missing.length > 0) this.skip();
        assertReadBack(reader, generateRecords(2500, seed), format);
      });
    });
  }
});
