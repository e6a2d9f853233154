/**
 * Indexes .bib files of 1,000 to 100,000 entries and the largest of the corpus (CITATION_CORPUS), beside a bare loop
 * over their code units and the parsers that people use. Parsers that are not installed are looked for in the folder
 * BENCH_PACKAGES, and left out with a word otherwise: npm install --prefix FOLDER latex-utensils bibtex-tidy
 * `@retorquere/bibtex-parser`.
 *
 *     node test/bench/scanBib.bench.ts
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import type { BibIndex } from '../../src/core/bibtex/bibIndex.ts';
import { findSameWork } from '../../src/core/bibtex/recognise.ts';
import { scanBib } from '../../src/core/bibtex/scan.ts';
import { updateIndex } from '../../src/core/bibtex/updateIndex.ts';

const counts = [1_000, 10_000, 100_000];
/** Slower parsers read no more than this; their times grow at least linearly. */
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

/** Loads a package from here or from BENCH_PACKAGES; undefined where it is in neither. */
async function load(name: string): Promise<Record<string, unknown> | undefined> {
  for (const folder of [import.meta.dirname, process.env['BENCH_PACKAGES']]) {
    if (folder === undefined) continue;
    try {
      const path = createRequire(join(folder, 'from.js')).resolve(name);
      // Some packages give a module system they cannot be loaded in first.
      const module: unknown = await import(pathToFileURL(path.replace('/dist/cjs/', '/dist/esm/')).href);
      if (typeof module === 'object' && module !== null) return { ...module };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')) throw error;
    }
  }
  console.log(`${name} is not installed: left out.`);
  return undefined;
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined; // prettier-ignore
}

function toParser(name: string, call: unknown, ...options: readonly unknown[]): readonly Parser[] {
  if (typeof call !== 'function') return [];
  return [{ name, parse: (text) => Reflect.apply(call, undefined, [text, ...options]) as unknown }];
}

async function loadParsers(): Promise<readonly Parser[]> {
  const utensils = await load('latex-utensils');
  const tidy = await load('bibtex-tidy');
  const retorquere = await load('@retorquere/bibtex-parser');
  return [
    ...toParser('latex-utensils', member(member(utensils, 'bibtexParser') ?? member(member(utensils, 'default'), 'bibtexParser'), 'parse')),
    ...toParser('@retorquere/bibtex-parser', member(retorquere, 'parse') ?? member(member(retorquere, 'default'), 'parse')),
    { name: 'citation-js', parse: (text) => plugins.input.chain(text, citationJsOptions) },
    ...toParser('bibtex-tidy', member(tidy, 'tidy') ?? member(member(tidy, 'default'), 'tidy')),
  ]; // prettier-ignore
}

function bytesOf({ blockTable, fieldTable }: BibIndex): number {
  return blockTable.byteLength + fieldTable.byteLength;
}

const parsers = await loadParsers();

function bench(title: string, text: string): void {
  const index = scanBib(text);
  const entries = [...index.entries()].length;
  console.log(`\n${title}: ${(text.length / 1e6).toFixed(2)} million code units, ${entries} entries`);
  const floor = measure(() => bareLoop(text));
  const time = measure(() => scanBib(text));
  print('bare loop', floor, '');
  print('index', time, `${(time / floor).toFixed(1)} x the bare loop, ${(bytesOf(index) / entries).toFixed(0)} bytes an entry`); // prettier-ignore
  if (text.length > maxForParsers) return;
  for (const { name, parse } of parsers) {
    try {
      const other = measure(() => parse(text), 1);
      print(name, other, `${(other / time).toFixed(0)} x the index`);
    } catch (error) {
      console.log(`  ${name.padEnd(36)}    failed: ${String(error).split('\n')[0]?.slice(0, 80) ?? ''}`);
    }
  }
}

for (const count of counts) bench(`${count} entries`, writeBib(count));
bench('10000 entries and 1 % broken ones', writeBib(10_000, 100));
const corpus = process.env['CITATION_CORPUS'];
if (corpus === undefined) console.log('\nThe corpus was left out: CITATION_CORPUS is not set.');
else bench(largestFile, readFileSync(join(corpus, largestFile), 'utf8'));

console.log('\nOne character typed into one of 10000 entries');
const text = writeBib(10_000);
const index = scanBib(text);
const at = text.indexOf('No. 5000');
const edited = Buffer.from(`${text.slice(0, at)}x${text.slice(at)}`).toString();
print('index of the edited text', measure(() => updateIndex(index, edited, [{ start: at, end: at, newText: 'x' }]), 99), ''); // prettier-ignore

console.log('\nRecognising a work among 10000 entries');
const csl = { id: 'x', type: 'article-journal', title: 'Not there', DOI: '10.5555/none' } as const;
print('the first time, all entries read', measure(() => findSameWork(scanBib(text), csl)), 'with the index of the text'); // prettier-ignore
print(
  'after that',
  measure(() => findSameWork(index, csl), 99),
  '',
);
