import { strict as assert } from 'node:assert';
import { formatEntry, type FormatOptions } from '../../src/core/bibtex/entry/formatEntry.ts';
import { yearOf } from '../../src/core/record/dates.ts';
import { toPlainText } from '../../src/core/record/markup.ts';
import type { CslItem } from '../../src/core/record/record.ts';
import { notRun } from '../support/programs.ts';
import { recordedRecords, sandboxRecords } from './recordsToPrint.ts';
import {
  luaTeXAllScripts,
  missingFor,
  pdfTeX,
  printBibliography,
  upTeX,
  type Typesetter,
} from './typeset.ts';
import { fieldOptions } from '../support/fieldOptions.ts';

const options: FormatOptions = {
  ...fieldOptions,
  excludeFields: ['abstract', 'keyword'],
};

/** What the record's own gaps make the bibliography styles say, by the field that is not there. */
const gaps: readonly (readonly [complaint: RegExp, isGap: (csl: CslItem) => boolean])[] = [
  [/^Warning--(?:empty|to sort, need) author\b/, (csl) => csl.author === undefined],
  [/^Warning--(?:empty|to sort, need) editor\b/, (csl) => csl.editor === undefined],
  [/^Warning--empty (?:publisher|school|institution) /, (csl) => csl.publisher === undefined],
  [/^Warning--empty (?:journal|booktitle) /, (csl) => csl['container-title'] === undefined],
  [/^Warning--empty chapter and pages /, (csl) => csl.page === undefined],
  [/^Warning--there's a number but no volume /, (csl) => csl.volume === undefined],
  [/^Warning--empty year /, (csl) => yearOf(csl.issued) === undefined],
  [/^Warning--empty title /, (csl) => csl.title === ''],
];

function isLatin(csl: CslItem): boolean {
  const text = JSON.stringify({ ...csl, abstract: '', custom: '' });
  return !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text);
}

function isJapanese(csl: CslItem): boolean {
  return csl.language === 'ja';
}

/** Greek letters that TeX's maths has only as the Latin ones of the same look, and what its fonts call a Delta. */
const alike = new Map(
  Array.from('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο∆', (letter, place) => [letter, 'ABEZHIKMNOPTYXoΔ'.charAt(place)]),
);

/** Only letters and digits, without accents and apostrophes that count as letters: what is left of a text however it is set. */
function letters(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}∆]|\p{Lm}/gu, '')
    .replaceAll(/[\p{Script=Greek}∆]/gu, (letter) => alike.get(letter) ?? letter)
    .toLowerCase();
}

function print(records: readonly CslItem[], typesetter: Typesetter, format: Partial<FormatOptions>): void {
  const entries = records.map((csl, place) => formatEntry(csl, `key${place}`, { ...options, ...format }));
  const { complaints, text } = printBibliography(entries.join('\n\n'), typesetter);
  const unexplained = complaints.filter((complaint) => {
    const csl = records[Number(/\bkey(\d+)/.exec(complaint)?.[1] ?? NaN)];
    return !gaps.some(([said, isGap]) => said.test(complaint) && csl !== undefined && isGap(csl));
  });
  console.log(
    `      ${records.length} records, ${complaints.length - unexplained.length} complaints about gaps of the data`,
  );
  assert.deepEqual(unexplained, []);
  const printed = letters(text);
  assert.deepEqual(
    records.map((csl) => findMissing(csl, printed)).filter((missing) => missing !== undefined),
    [],
  );
}

/** Names what of a record is not on the pages: the title, or a name or the year near it. */
function findMissing(csl: CslItem, printed: string): string | undefined {
  const title = letters(toPlainText(csl.title));
  // A particle may stand behind the rest of its name.
  const names = (csl.author ?? []).flatMap((name) =>
    (name.family ?? name.literal ?? name.given ?? '').split(/\s+/).map(letters),
  );
  const year = yearOf(csl.issued);
  const wanted = [...names, ...(year === undefined ? [] : [String(Math.abs(year))])];
  const reach = 1000 + names.join('').length * 4;
  let missing: readonly string[] = [title];
  for (let at = printed.indexOf(title); at !== -1; at = printed.indexOf(title, at + 1)) {
    const around = printed.slice(Math.max(0, at - reach), at + title.length + reach);
    missing = wanted.filter((words) => !around.includes(words));
    if (missing.length === 0 || title === '') break;
  }
  return missing.length === 0 ? undefined : `${csl.id}: ${missing.join(', ')}`;
}

describe('printed records', () => {
  let fromSandbox: readonly CslItem[];
  const recorded = recordedRecords();

  const withoutRecorded =
    recorded === undefined ? ' (recorded answers not run: CITATION_CORPUS is not set)' : '';

  before(async function () {
    this.timeout(60_000);
    fromSandbox = await sandboxRecords();
    assert.ok(fromSandbox.length > 150, String(fromSandbox.length));
  });

  const cases = [
    { typesetter: pdfTeX, dialect: 'bibtex', what: 'Latin script', isFor: isLatin },
    { typesetter: luaTeXAllScripts, dialect: 'biblatex', what: 'all scripts', isFor: () => true },
    { typesetter: luaTeXAllScripts, dialect: 'bibtex', what: 'all scripts', isFor: () => true },
    { typesetter: upTeX, dialect: 'bibtex', what: 'Japanese', isFor: isJapanese },
  ] as const;

  for (const { typesetter, dialect, what, isFor } of cases) {
    const missing = missingFor(typesetter);
    for (const encoding of ['unicode', 'latex'] as const) {
      it(`${what}, ${dialect}, ${encoding}, by ${typesetter.name}: no complaint, titles, names, years${withoutRecorded}${notRun(missing)}`, function () {
        if (missing.length > 0) this.skip();
        this.timeout(300_000);
        const records = [...fromSandbox, ...(recorded ?? [])].filter(isFor);
        print(records, typesetter, { dialect, encoding });
      });
    }
  }
});
