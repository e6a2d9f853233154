/** Prints how long documents take, and how time grows with length: `node test/bench/findIdentifiers.bench.ts`. */
import { findIdentifiers } from '../../src/core/text/findIdentifiers.ts';

const prose =
  'The method was described in detail by Smith and others (2020), who compare it with several of its predecessors on ' +
  'data of their own; see their section 3.2 for the results, and the supplement for 10.5 more pages of tables.\n\n';

const reference =
  '[Smith 2020](https://doi.org/10.1016/S0022-0248(96)00511-8), doi:10.1000/abc.def_1, arXiv:2101.00001v2.\n';

const texts: Readonly<Record<string, string>> = {
  'prose with a reference every two pages': prose.repeat(30) + reference,
  'a list of references': reference,
  'near identifiers': '10.1000/ 10/12 https://example.org/v10.1000/a ISBN 978-3-16-148410-1 PMC ',
  'one endless word': '10.1000/a,',
};

const languageIds = [
  'plaintext',
  'latex',
  'markdown',
  'bibtex',
  'typst',
  'restructuredtext',
  'asciidoc',
  'org',
];

function measureMs(text: string, languageId: string): number {
  const start = performance.now();
  findIdentifiers(text, languageId);
  return performance.now() - start;
}

function repeatTo(length: number, text: string): string {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}

for (const [name, text] of Object.entries(texts)) {
  console.log(name);
  for (const languageId of languageIds) {
    const [short, long] = [repeatTo(1_000_000, text), repeatTo(10_000_000, text)];
    measureMs(short, languageId);
    const shortMs = measureMs(short, languageId);
    const longMs = measureMs(long, languageId);
    console.log(
      `  ${languageId.padEnd(17)} 1 MB ${shortMs.toFixed(0).padStart(5)} ms, 10 MB ${longMs.toFixed(0).padStart(6)} ms, ` +
        `ten times the text in ${(longMs / shortMs).toFixed(1)} times the time`,
    );
  }
}
