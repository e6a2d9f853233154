import { strict as assert } from 'node:assert';
import { plugins } from '@citation-js/core';
import fc from 'fast-check';
import { formatEntries, formatEntry } from '../../../../../src/core/bibtex/entry/formatEntry.ts';
import { defaultLayout, type EntryLayout } from '../../../../../src/core/bibtex/entry/layout.ts';
import { cslTypes, type CitationRecord, type CslItem } from '../../../../../src/core/record/record.ts';
import { readStrictly } from '../strictEntry.ts';
import { fieldOptions as options } from '../../../../support/fieldOptions.ts';

const csl: CslItem = {
  id: 'x',
  type: 'article-journal',
  title: 'A 5" "DNA"',
  author: [{ family: 'Turing', given: 'Alan' }],
  issued: { 'date-parts': [[2020, 3]] },
};

function inLayout(layout: Partial<EntryLayout>): string {
  return formatEntry(csl, 'key', { ...options, layout: { ...defaultLayout, ...layout } });
}

function toRecord(item: CslItem): CitationRecord {
  return { csl: item, sources: ['crossref'], notices: [], links: {}, provenance: {} };
}

describe('formatEntry', () => {
  it('writes an entry', () => {
    assert.equal(
      formatEntry(csl, 'key', options),
      "@article{key,\n  author = {Turing, Alan},\n  title = {A 5{\"} ``{DNA}''},\n  year = {2020},\n  month = mar,\n}",
    );
  });

  it('follows the layout of the neighbours', () => {
    assert.equal(
      inLayout({
        opening: ',\n\t',
        separator: ',\n\t',
        closing: '\n}',
        lineEnd: '\r\n',
        align: 'longest',
        delimiter: 'quote',
      }),
      '@article{key,\r\n\tauthor = "Turing, Alan",\r\n\ttitle  = "A 5{"} ``{DNA}\'\'",\r\n\tyear   = "2020",\r\n\tmonth  = mar\r\n}',
    );
    assert.equal(
      inLayout({
        align: 8,
        equals: '= ',
        closing: ',}',
        fieldNameCase: 'upper',
        typeCase: 'capitalised',
      }),
      "@Article{key,\n  AUTHOR  = {Turing, Alan},\n  TITLE   = {A 5{\"} ``{DNA}''},\n  YEAR    = {2020},\n  MONTH   = mar,}",
    );
  });

  it('takes out of a key what no key can hold', () => {
    assert.match(formatEntry(csl, 'a,b={x} é@"\\', options), /^@article\{abxé,\n/);
    assert.match(formatEntry(csl, '{}', options), /^@article\{ref,\n/);
  });
});

describe('formatEntries', () => {
  it('writes entries under the keys given, and makes different keys for the rest', () => {
    const text = formatEntries([toRecord(csl), toRecord(csl), toRecord(csl)], options, ['turing2020dna']);
    assert.deepEqual(text.match(/^@.*$/gm), [
      '@article{turing2020dna,',
      '@article{Turing2020DNAa,',
      '@article{Turing2020DNAb,',
    ]);
    assert.match(text, /\n\}\n\n@article[^]*\n\}\n$/);
  });

  it('writes nothing for no records', () => {
    assert.equal(formatEntries([], options), '');
  });
});

/** What breaks entries: TeX's own characters, tags, names' separators, controls, scripts, lone halves of characters. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom(
        ...'{ } \\ " % $ # & _ ~ ^ @ , = ( ) < > | \n \r \0 \u2028 \ud800'.split(' '),
        ...[
          '\\input{/etc/passwd}',
          '}@book{x, title={y}}',
          '\\write18{ls}',
          '\\end{document}',
          '$x_1$',
          '{\\"u}',
          '\\',
        ],
        ...['<i>', '</i>', '<b>', '</sup>', '<sub>', ' and ', ', ', 'others', 'et al.', '--', "''", '``'],
        ...[
          'α',
          'λόγος',
          '東京',
          'ễ',
          'x̄',
          'ǖ',
          '⁻³',
          'ℝ',
          '½',
          'DNA',
          'naïve',
          'A',
          '\u200b',
          '\u00a0',
          '\u2010',
        ],
      ),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

const name = fc.record(
  {
    family: hostile,
    given: hostile,
    suffix: hostile,
    literal: hostile,
    'dropping-particle': hostile,
    'non-dropping-particle': hostile,
  },
  { requiredKeys: [] },
);
const number = fc.integer({ min: -3000, max: 3000 });
const date = fc.record(
  {
    'date-parts': fc.array(fc.array(number, { maxLength: 3 }), { maxLength: 2 }),
    season: hostile,
    circa: fc.boolean(),
    literal: hostile,
    raw: hostile,
  },
  { requiredKeys: [] },
);
const texts = [
  'container-title',
  'collection-title',
  'collection-number',
  'volume',
  'issue',
  'page',
  'number',
] as const;
const moreTexts = [
  'edition',
  'version',
  'genre',
  'status',
  'publisher',
  'publisher-place',
  'event-title',
  'language',
] as const;
const ids = ['note', 'keyword', 'abstract', 'DOI', 'ISBN', 'ISSN', 'PMID', 'URL'] as const;
const textFields = Object.fromEntries([...texts, ...moreTexts, ...ids].map((field) => [field, hostile]));

const item: fc.Arbitrary<CslItem> = fc.record(
  {
    id: hostile,
    type: fc.constantFrom(...cslTypes),
    title: hostile,
    author: fc.array(name, { maxLength: 3 }),
    editor: fc.array(name, { maxLength: 1 }),
    issued: date,
    accessed: date,
    custom: fc.record(
      {
        kind: hostile,
        eprint: hostile,
        eprintType: hostile,
        eprintClass: hostile,
        authorsIncomplete: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
    ...textFields,
  },
  { requiredKeys: ['id', 'type', 'title'] },
);

const dialects = ['bibtex', 'biblatex'] as const;
const encodings = ['unicode', 'latex'] as const;

/** The only commands an entry may hold: text, accents, mathematics of ours. */
const ownCommand = /\\(?:text\w+|math(?:rm|bf|it|cal|sf|tt)|[a-zA-Z]{1,2}|[^a-zA-Z])/y;
const greekOrSymbol = /\{\$\\[a-zA-Z]+(?:\{[^{}]*\}\{\\sim\})?\$\}/g;
const verbatimFields = new Set(['doi', 'url', 'eprint']);

function assertHarmless(field: string, value: string): void {
  assert.doesNotMatch(value, /[\0-\x1f\x7f]/, field);
  if (verbatimFields.has(field)) {
    assert.doesNotMatch(value.slice(1, -1), /[{}\\]/, field);
    return;
  }
  const text = value
    .replaceAll(greekOrSymbol, '')
    .replaceAll(/\\(?:guillemot\w+|guilsingl\w+|quote\w+)/g, '');
  for (const { index } of text.matchAll(/(?<!\\)\\/g)) {
    ownCommand.lastIndex = index;
    assert.match(text.slice(index, index + 20), /^\\/);
    assert.ok(ownCommand.test(text), `${field}: ${text.slice(index, index + 20)}`);
  }
  assert.doesNotMatch(text.replaceAll(/\\[&%#_$~^]|\{\$[^$]*\$\}/g, ''), /[&%#$]/, field);
}

describe('entries of hostile records', () => {
  it('are one entry each, harmless, under their key, in every dialect and encoding', () => {
    fc.assert(
      fc.property(
        item,
        fc.constantFrom('none', 'smart', 'all'),
        fc.boolean(),
        (record, protectCase, isPlain) => {
          const titleMarkup = isPlain ? 'plain' : 'tex';
          for (const dialect of dialects) {
            for (const encoding of encodings) {
              const text = formatEntry(record, 'some_key', {
                ...options,
                dialect,
                encoding,
                protectCase,
                titleMarkup,
              });
              const { key, fields } = readStrictly(text);
              assert.equal(key, 'some_key');
              for (const [field, value] of fields) assertHarmless(field, value);
            }
          }
        },
      ),
      { numRuns: 2500 },
    );
  }).timeout(30_000);

  it('are read by citation-js as one entry each', () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 5 }), (records) => {
        for (const dialect of dialects) {
          for (const encoding of encodings) {
            const text = formatEntries(records.map(toRecord), { ...options, dialect, encoding });
            const entries: unknown = plugins.input.data(
              text,
              dialect === 'bibtex' ? '@bibtex/text' : '@biblatex/text',
            );
            assert.equal(Array.isArray(entries) ? entries.length : 0, records.length);
          }
        }
      }),
      { numRuns: 200 },
    );
  }).timeout(30_000);

  it('take time in proportion to their text', () => {
    const long = '<i>{A-b "c" '.repeat(100_000);
    const text = formatEntry(
      { ...csl, title: long, author: [{ family: long, given: long }], page: long },
      'k',
      options,
    );
    assert.ok(readStrictly(text).fields.size > 3);
  }).timeout(30_000);
});
