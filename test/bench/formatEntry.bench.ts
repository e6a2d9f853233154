/**
 * Writes 10,000 records as entries, in every dialect and encoding, beside citation-js' own writer. Records an editor
 * waits for are few; records of a whole bibliography are many.
 *
 *     node test/bench/formatEntry.bench.ts
 */
import { plugins } from '@citation-js/core';
import { formatEntries, type FormatOptions } from '../../src/core/bibtex/entry/formatEntry.ts';
import type { CitationRecord } from '../../src/core/record/record.ts';
import { japaneseRecords, kindsOfWork, latinRecords } from '../documents/trickyRecords.ts';
import { fieldOptions } from '../support/fieldOptions.ts';

const count = 10_000;
const rounds = 7;

const samples = [...latinRecords, ...kindsOfWork, ...japaneseRecords].map(({ csl }) => csl);
const records = Array.from({ length: count }, (_, index): CitationRecord => {
  const csl = samples[index % samples.length];
  if (csl === undefined) throw new Error('no samples');
  return { csl: { ...csl, id: `record${index}` }, sources: [], notices: [], links: {}, provenance: {} };
});
/** The same in the library's own, mutable type. */
const items = JSON.parse(JSON.stringify(records.map(({ csl }) => csl))) as Parameters<
  typeof plugins.output.format
>[1];
const keys = records.map(({ csl }) => csl.id);

/** Runs `work` and returns the median of its times in milliseconds, the first round left out. */
function measure(work: () => unknown): number {
  const times = Array.from({ length: rounds + 1 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.slice(1).toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? NaN;
}

function report(what: string, milliseconds: number): void {
  const perSecond = Math.round(count / (milliseconds / 1000)).toLocaleString('en');
  console.log(
    `${what.padEnd(28)} ${milliseconds.toFixed(0).padStart(5)} ms ${perSecond.padStart(9)} records/s`,
  );
}

for (const dialect of ['bibtex', 'biblatex'] as const) {
  for (const encoding of ['unicode', 'latex'] as const) {
    const options: FormatOptions = {
      ...fieldOptions,
      dialect,
      encoding,
      excludeFields: ['abstract', 'keyword'],
    };
    report(
      `${dialect}, ${encoding}`,
      measure(() => formatEntries(records, options, keys)),
    );
  }
  report(
    `${dialect}, citation-js`,
    measure(() => plugins.output.format(dialect, items, { format: 'text' })),
  );
}
