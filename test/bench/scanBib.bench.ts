/**
 * Indexes .bib files of 1,000 to 100,000 entries and the largest of the corpus (CITATION_CORPUS), beside a bare loop
 * over their code units and the parsers that people use.
 *
 *     node test/bench/scanBib.bench.ts
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { parse as parseByRetorquere } from '@retorquere/bibtex-parser';
import { tidy } from 'bibtex-tidy';
import latexUtensils from 'latex-utensils';
import type { BibIndex } from '../../src/core/bibtex/text/bibIndex.ts';
import { findSameWork } from '../../src/core/bibtex/works/recognise.ts';
import { scanBib } from '../../src/core/bibtex/text/scan.ts';
import { updateIndex } from '../../src/core/bibtex/text/updateIndex.ts';

const counts = [1_000, 10_000, 100_000];
/** Parsers but for latex-utensils read no more than this: they take minutes for ten times the text. */
const maxForParsers = 3_500_000;
const largestFile = 'bib/large/cldf-datasets+wals/cldf_sources.bib';

const abstract =
  'We show for {K}\\"{o}nig graphs that, for all $n$, the bound of Erd\\H{o}s is tight. '.repeat(5);
const brokenEntries = [
  '@article{broken, title = {Never {closed},\n  year = 2000\n}\n\n',
  '@article{broken, title = {Comma} year = 2000}\n\n',
  '@article{broken, title = {End},\n\n',
  '@article{\n  title = {Key}\n}\n\n',
  'me@example.org\n\n',
  '@article{broken, title {Equals}}\n\n',
];

/** Writes a file of entries as they are in practice, with one broken entry more in each `brokenEvery`. */
function writeBib(count: number, brokenEvery = Infinity): string {
  const parts = ['@string{acm = "ACM"}\n@preamble{"\\relax"}\n@comment{Of {all} kinds}\n\n'];
  for (let number = 0; number < count; number += 1) {
    if (number % brokenEvery === brokenEvery - 1) {
      parts.push(brokenEntries[Math.floor(number / brokenEvery) % brokenEntries.length] ?? '');
    }
    parts.push(
      number % 7 === 3
        ? `@ARTICLE(key${number},\n  author = "Doe, John and Sm{\\'i}th, Jane",\n  title = "Work {N}o. ${number}",\n  journal = acm # " Press",\n  year = 1999,\n  doi = "10.5555/a.${number}"\n)\n\n`
        : `@article{key${number},\n  author = {Doe, John and M{\\"u}ller, Karl},\n  title = {The {Great} Work No. ${number}: A Study},\n  journal = {Journal of Things},\n  volume = {${number % 90}},\n  pages = {1--${number}},\n  year = {${1950 + (number % 70)}},\n  abstract = {${abstract}},\n  doi = {10.5555/a.${number}},\n}\n\n`,
    );
  }
  // Written and read, so that the text is one flat string, as an editor gives it.
  return Buffer.from(parts.join('')).toString();
}

/** Counts braces: what touching every code unit costs. */
function bareLoop(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 123) depth += 1;
    else if (unit === 125) depth -= 1;
  }
  return depth;
}

/** Returns the median of a work's times in milliseconds; the first rounds, before it is compiled, do not count. */
function measure(work: () => unknown, rounds = 9): number {
  const times = Array.from({ length: rounds + 3 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.slice(3).toSorted((one, other) => one - other)[Math.floor(rounds / 2)] ?? NaN;
}

function measureOnce(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function print(what: string, milliseconds: number, remark: string): void {
  console.log(`  ${what.padEnd(36)}${milliseconds.toFixed(2).padStart(10)} ms  ${remark}`);
}

const citationJsOptions = {
  forceType: '@bibtex/text',
  target: '@csl/list+object',
  generateGraph: false,
  strict: true,
  maxChainLength: 10,
};

interface Parser {
  readonly name: string;
  readonly parse: (text: string) => unknown;
}

const parsers: readonly Parser[] = [
  { name: 'latex-utensils', parse: (text) => latexUtensils.bibtexParser.parse(text) },
  { name: '@retorquere/bibtex-parser', parse: (text) => parseByRetorquere(text) },
  { name: 'citation-js', parse: (text) => plugins.input.chain(text, citationJsOptions) },
  { name: 'bibtex-tidy', parse: (text) => tidy(text) },
];

function bytesOf({ blockTable, fieldTable }: BibIndex): number {
  return blockTable.byteLength + fieldTable.byteLength;
}

/** Returns the time of the index in milliseconds. */
function bench(title: string, text: string): number {
  const index = scanBib(text);
  const entries = [...index.entries()].length;
  console.log(`\n${title}: ${(text.length / 1e6).toFixed(2)} million code units, ${entries} entries`);
  const rounds = text.length < 1_000_000 ? 99 : 9;
  const floor = measure(() => bareLoop(text), rounds);
  const time = measure(() => scanBib(text), rounds);
  print('bare loop', floor, '');
  print('index', time, `${(time / floor).toFixed(1)} x the bare loop, ${(bytesOf(index) / entries).toFixed(0)} bytes an entry`); // prettier-ignore
  const isLong = text.length > maxForParsers;
  for (const { name, parse } of parsers) {
    if (isLong && name !== 'latex-utensils') continue;
    try {
      const other = isLong ? measureOnce(() => parse(text)) : measure(() => parse(text), 1);
      print(name, other, `${(other / time).toFixed(0)} x the index`);
    } catch (error) {
      console.log(`  ${name.padEnd(36)}    failed: ${String(error).split('\n')[0]?.slice(0, 80) ?? ''}`);
    }
  }
  return time;
}

const times = counts.map((count) => bench(`${count} entries`, writeBib(count)) / count);
const growth = times.map((time, place) => (time / (times[place - 1] ?? time)).toFixed(2)).slice(1);
console.log(
  `\nTime an entry, each in a file of ten times the entries: ${growth.join(' and ')} times as long`,
);
bench('10000 entries and 1 % broken ones', writeBib(10_000, 100));
const corpus = process.env['CITATION_CORPUS'];
if (corpus === undefined) console.log('\nThe corpus was left out: CITATION_CORPUS is not set.');
else bench(largestFile, readFileSync(join(corpus, largestFile), 'utf8'));

/** Makes another text of it, with a character typed into one of its entries: a flat string, as an editor gives it. */
function typeInto(text: string, number: number) {
  const at = text.indexOf(`No. ${number}`);
  const edited = Buffer.from(`${text.slice(0, at)}x${text.slice(at)}`).toString();
  return { edited, edits: [{ start: at, end: at, newText: 'x' }] };
}

/** Returns what `make` keeps on the heap, in bytes; undefined where memory cannot be told. */
function measureHeap(make: () => unknown): number | undefined {
  if (global.gc === undefined) return undefined;
  global.gc();
  const before = process.memoryUsage();
  const made = make();
  global.gc();
  const after = process.memoryUsage();
  return made === undefined
    ? undefined
    : after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
}

const text = writeBib(10_000);
const csl = { id: 'x', type: 'article-journal', title: 'Not there', DOI: '10.5555/none' } as const;

console.log('\nOne character typed into one of 10000 entries');
const index = scanBib(text);
const { edited, edits } = typeInto(text, 5000);
print(
  'index of the edited text',
  measure(() => updateIndex(index, edited, edits), 99),
  '',
);

console.log('\nRecognising a work among 10000 entries');
print('the first time, all entries read', measure(() => findSameWork(scanBib(text), csl)), 'with the index of the text'); // prettier-ignore
findSameWork(index, csl);
print(
  'after that',
  measure(() => findSameWork(index, csl), 99),
  '',
);
let [latest, latestText] = [index, text];
const afterEdits = Array.from({ length: 99 }, (_, round) => {
  const typed = typeInto(latestText, round * 100);
  const start = performance.now();
  latest = updateIndex(latest, typed.edited, typed.edits);
  findSameWork(latest, csl);
  latestText = typed.edited;
  return performance.now() - start;
});
print(
  'after a character typed, with its index',
  afterEdits.toSorted((one, other) => one - other)[49] ?? NaN,
  '',
);

console.log('\nHeap for an entry, 10000 of them, the text apart');
const kept: unknown[] = [];
const ofIndex = measureHeap(() => kept.push(scanBib(text)));
const ofWorks = measureHeap(() => {
  const other = scanBib(text);
  findSameWork(other, csl);
  return kept.push(other);
});
const perEntry = (bytes: number | undefined): string => bytes === undefined ? 'unknown (run with --expose-gc)' : `${(bytes / 10_000).toFixed(0)} bytes`; // prettier-ignore
console.log(`  index ${perEntry(ofIndex)}; index and what works are recognised by ${perEntry(ofWorks)}`);
