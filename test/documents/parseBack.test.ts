import { strict as assert } from 'node:assert';
import { formatEntries } from '../../src/core/bibtex/formatEntry.ts';
import { yearOf } from '../../src/core/record/dates.ts';
import { toPlainText } from '../../src/core/record/markup.ts';
import type { CslItem } from '../../src/core/record/record.ts';
import { bibReaders, type Facts } from './bibReaders.ts';
import { missingPrograms, notRun } from './programs.ts';
import { sandboxRecords } from './recordsToPrint.ts';

/** Letters and digits without accents and case: readers differ in spacing, dashes and quotation marks. */
function comparable(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
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

describe('entries read back', () => {
  let records: readonly CslItem[] = [];

  before(async function () {
    this.timeout(60_000);
    records = await sandboxRecords();
    assert.ok(records.length > 100);
  });

  for (const reader of bibReaders) {
    const missing = missingPrograms(reader.program === undefined ? [] : [reader.program]);
    for (const dialect of ['bibtex', 'biblatex'] as const)
      for (const encoding of ['unicode', 'latex'] as const)
        it(`${reader.name} finds title, first name, year and DOI: ${dialect}, ${encoding}${notRun(missing)}`, function () {
          if (missing.length > 0) this.skip();
          const bib = formatEntries(
            records.map((csl) => ({ csl, sources: [], notices: [], links: {}, provenance: {} })),
            {
              dialect,
              encoding,
              protectCase: 'smart',
              excludeFields: ['abstract'],
              japaneseNameOrder: 'comma',
            },
            records.map((_, place) => `key${place}`),
          );
          const read = reader.read(bib, dialect);
          assert.equal(read.length, records.length);
          const differences = records.flatMap((csl, place) => {
            const expected = factsOf(csl);
            const facts = read[place];
            const found = facts && { ...facts, title: comparable(facts.title), name: comparable(facts.name) };
            try {
              assert.deepEqual(found, expected);
              return [];
            } catch {
              return [{ found: JSON.stringify(found), expected: JSON.stringify(expected) }];
            }
          });
          assert.deepEqual(differences, []);
        });
  }
});
