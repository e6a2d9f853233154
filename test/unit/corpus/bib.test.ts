/**
 * Every .bib file below the corpus: read, added to, recognised. A `bib/index.json` may say how many entries a file has;
 * of files that it does not name, other parsers are asked.
 */
import { strict as assert } from 'node:assert';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse as parseByRetorquere } from '@retorquere/bibtex-parser';
import latexUtensils from 'latex-utensils';
import type { BibBlock, BibIndex } from '../../../src/core/bibtex/text/bibIndex.ts';
import { addToBibliography, type AddOptions } from '../../../src/core/bibtex/edits/insertion.ts';
import { readField } from '../../../src/core/bibtex/text/readField.ts';
import { findSameWork } from '../../../src/core/bibtex/works/recognise.ts';
import { scanBib } from '../../../src/core/bibtex/text/scan.ts';
import { applyEdits } from '../../../src/core/span.ts';
import { toDoi } from '../../../src/core/bibtex/text/toDoi.ts';
import type { CitationRecord } from '../../../src/core/record/record.ts';
import { decodeText } from '../../../src/editor/bibliography/encodings.ts';
import { fieldOptions } from '../../support/fieldOptions.ts';

/** What the index says of a file. */
interface Indexed {
  readonly file: string;
  readonly encoding: string;
  /** Count of entries that other parsers agree on. */
  readonly agreed_entries?: number;
}

const corpus = process.env['CITATION_CORPUS'] ?? '';
const folder = join(corpus, 'bib');

/** Counts of entries that differ from what other parsers agree on, and why ours are right. */
const ownCounts: ReadonlyMap<string, { readonly count: number; readonly because: string }> = new Map([
  [
    'real/texjporg+pbibtex-base/jis_jbtxdoc.bib',
    {
      count: 12,
      because:
        'Decoded from ISO-2022-JP it has 12 entries; others got its bytes, whose escapes hold braces and @.',
    },
  ],
  [
    'tricky/JabRef+jabref/jablib_src_test_resources_org_jabref_logic_importer_fileformat_tiny-BE-withBOM.bib',
    { count: 1, because: 'Decoded from UTF-16 it has one entry; others got its bytes and found none.' },
  ],
]);

const labels: Readonly<Record<string, string>> = {
  'iso-2022-jp': 'iso-2022-jp',
  'utf-16': 'utf-16be',
  'not-utf8 (8-bit)': 'iso-8859-15',
};

function isIndexed(value: unknown): value is Indexed {
  return typeof value === 'object' && value !== null && 'file' in value && 'encoding' in value;
}

function readIndex(): ReadonlyMap<string, Indexed> {
  const path = join(folder, 'index.json');
  const index: unknown = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : [];
  assert.ok(Array.isArray(index));
  return new Map(index.filter(isIndexed).map((indexed) => [indexed.file, indexed]));
}

function readText(file: string, indexed: Indexed | undefined): string {
  const bytes = readFileSync(join(folder, file));
  if (indexed === undefined) return decodeText(bytes).text;
  const label = labels[indexed.encoding] ?? 'utf-8';
  return new TextDecoder(label, { ignoreBOM: true, fatal: true }).decode(bytes);
}

/** Other parsers' counts of entries; they fail where a text has anything that they cannot read. */
const parsers: readonly ((text: string) => number)[] = [
  (text) => {
    const { bibtexParser } = latexUtensils;
    return bibtexParser.parse(text).content.filter((entry) => bibtexParser.isEntry(entry)).length;
  },
  (text) => parseByRetorquere(text, { sentenceCase: false }).entries.length,
];

/** Returns the count that all other parsers have; undefined where one fails or they differ. */
function countByOthers(text: string): number | undefined {
  try {
    const [first, ...others] = parsers.map((count) => count(text));
    return others.every((count) => count === first) ? first : undefined;
  } catch {
    return undefined;
  }
}

const record: CitationRecord = {
  csl: {
    id: 'corpus',
    type: 'article-journal',
    title: 'An entry that no file has',
    author: [{ family: 'Nobody', given: 'N.' }],
    issued: { 'date-parts': [[1999]] },
    DOI: '10.5555/no-file-has-this',
  },
  sources: [],
  notices: [],
  links: {},
  provenance: {},
};

const options: AddOptions = {
  ...fieldOptions,
  keyFormat: 'unheard-of',
  position: 'end',
};

/** What a block says, wherever it stands. */
function contentOf(index: BibIndex, { start, end, kind, key, fault }: BibBlock): readonly unknown[] {
  return [kind, key, fault?.code, index.text.slice(start, end)];
}

/** Ways to write a DOI in a field. */
const forms: Readonly<Record<string, (doi: string) => string>> = {
  'as it is': (doi) => doi,
  'in upper case': (doi) => doi.toUpperCase(),
  'as an address': (doi) => `https://doi.org/${doi}`,
  'percent-encoded': (doi) => `http://dx.doi.org/${encodeURIComponent(doi)}`,
  'escaped for LaTeX': (doi) => doi.replace(/[_&%#]/g, '{\\$&}').replaceAll('<', '{\\textless}').replaceAll('>', '{\\textgreater}'), // prettier-ignore
};

/** DOIs of a file's entries with their fields; of large files, a sample. */
function doisOf(index: BibIndex) {
  const found = [...index.entries()].flatMap((entry) => {
    const field = entry.fields.find(({ name }) => name === 'doi');
    const doi = toDoi(readField(index, entry, 'doi', true) ?? '');
    return field === undefined || doi === undefined || !entry.closed || entry.key === ''
      ? []
      : [{ doi, span: field.valueSpan }];
  });
  const step = Math.ceil(found.length / 100);
  return found.filter((_, place) => place % step === 0);
}

function findDoi(index: BibIndex, doi: string): string | undefined {
  const entry = findSameWork(index, { ...record.csl, DOI: doi });
  return entry === undefined ? undefined : toDoi(readField(index, entry, 'doi', true) ?? '');
}

describe('the .bib files of the corpus', function () {
  this.timeout(120_000);
  if (process.env['CITATION_CORPUS'] === undefined) {
    it.skip('did not run: CITATION_CORPUS is not set');
    return;
  }
  const index = readIndex();
  const texts = globSync(join(corpus, '**/*.bib')).map((path) => {
    const file = relative(folder, path);
    return { file, text: readText(file, index.get(file)), indexed: index.get(file) };
  });
  const unindexed = texts.filter(({ indexed }) => indexed === undefined);

  it('are all there', () => {
    assert.ok(texts.length > 0);
    assert.equal(texts.length - unindexed.length, index.size);
  });

  it('have the entries that other parsers agree on', () => {
    for (const { file, text, indexed } of texts) {
      const agreed = indexed === undefined ? countByOthers(text) : indexed.agreed_entries;
      const count = [...scanBib(text).entries()].length;
      if (indexed === undefined && agreed === undefined)
        console.log(`      ${file}: ${count} entries; other parsers fail or differ`);
      else assert.equal(count, ownCounts.get(file)?.count ?? agreed, file);
    }
  });

  it('have no broken block but for entries without a key, where they are known to be sound', () => {
    const faults = texts.flatMap(({ file, text, indexed }) =>
      Array.from(scanBib(text).blocks(), ({ fault }) => ({ indexed, said: `${file}: ${fault?.code ?? 'none'}` })),
    ); // prettier-ignore
    const broken = faults.filter(({ said }) => !/: (?:none|noKey)$/.test(said));
    for (const { indexed, said } of broken) if (indexed === undefined) console.log(`      ${said}`);
    assert.deepEqual(broken.filter(({ indexed }) => indexed !== undefined), []); // prettier-ignore
  });

  for (const position of ['end', 'sorted'] as const) {
    it(`take one more entry (${position}), keep every other character, and are the same without it`, () => {
      for (const { file, text } of texts) {
        const index = scanBib(text);
        const { edits, keys, added } = addToBibliography(index, [record], { ...options, position });
        assert.deepEqual([added, edits.length], [1, 1], file);
        const [edit] = edits;
        assert.ok(edit?.start === edit?.end);
        const after = applyEdits(text, edits);
        const read = scanBib(after);
        const blocks = [...read.blocks()];
        const entry = blocks.find(({ key }) => key === keys[0]);
        assert.ok(entry?.fault === undefined, file);
        assert.deepEqual(
          blocks.filter((block) => block !== entry).map((block) => contentOf(read, block)),
          Array.from(index.blocks(), (block) => contentOf(index, block)),
          file,
        );
        const { start, newText } = edit ?? { start: 0, newText: '' };
        assert.equal(after.slice(0, start) + after.slice(start + newText.length), text, file);
        assert.equal(findSameWork(read, record.csl)?.key, keys[0], file);
      }
    });
  }

  for (const [form, write] of Object.entries(forms)) {
    it(`are recognised by DOIs written ${form}`, () => {
      for (const { file, text } of texts) {
        const dois = doisOf(scanBib(text));
        const rewritten = dois.map(({ doi, span }) => ({ ...span, newText: `{${write(doi)}}` }));
        const index = scanBib(applyEdits(text, rewritten));
        for (const { doi } of dois) {
          assert.equal(findDoi(index, doi), doi, file);
          assert.equal(findDoi(index, write(doi)), doi, file);
        }
      }
    });
  }

  it('are recognised by no beginning of a DOI, and by none that goes on', () => {
    for (const { file, text } of texts) {
      const index = scanBib(text);
      const own = new Set(
        Array.from(index.entries(), (entry) => toDoi(readField(index, entry, 'doi', true) ?? '')),
      );
      for (const { doi } of doisOf(index)) {
        const others = [`${doi}x`, `${doi}1`, `${doi}/s1`, `${doi}-2`, doi.slice(0, -1), doi.slice(0, -3)];
        for (const other of others) if (!own.has(other)) assert.equal(findDoi(index, other), undefined, file);
      }
    }
  });
});
