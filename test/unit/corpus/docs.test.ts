import { strict as assert } from 'node:assert';
import { findIdentifiers } from '../../../src/core/text/findIdentifiers.ts';
import { describeCorpus, readBody } from '../../support/corpus.ts';

interface Document {
  readonly file: string;
  readonly language: string;
  readonly dois_reference: readonly string[];
}

/** DOIs that a plain search finds in a document and we do not, all of them looked at. */
const hidden: readonly (readonly [file: RegExp, ids: readonly string[], reason: string])[] = [
  [
    /yt-4\.0-paper\/USAGE\.md$/,
    [
      '10.15363/thinklab.4',
      '10.1038/ng.3834',
      '10.1101/142760',
      '10.7717/peerj.705',
      '10.1016/s0022-2836(05)80360-2',
    ],
    'examples of the syntax, in code',
  ],
  [/contributor-information-in-datacite-metadata/, ['10.13039/100000879'], 'JSON in a fenced block'],
  [
    /acmart\.dtx$/,
    [
      '10.1145/9999997.9999999',
      '10.13039/501100001809',
      '10.1145/1188913.1188915',
      '10.9999/woot07-s422',
      '10.1145/nnnnnnn.nnnnnnn',
    ],
    'comments, and a placeholder behind \\end{document}',
  ],
  [
    /cli\.qmd$/,
    ['10.7554/elife.01567', '10.7554/elife.86386', '10.5555/cc10k-bk515'],
    'commands and their output in fenced blocks',
  ],
];

/** DOIs that we find and a plain search does not. */
const beyondSearch: readonly (readonly [file: RegExp, ids: readonly string[], reason: string])[] = [
  [/yt-4\.0-paper\/USAGE\.md$/, ['10/c7np', '10/gtw9d3'], 'short DOIs'],
];

function listed(table: typeof hidden, file: string): readonly string[] {
  return table.filter(([pattern]) => pattern.test(file)).flatMap(([, ids]) => ids);
}

function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && 'file' in value && 'dois_reference' in value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** The text of a notebook's Markdown cells. */
function markdownOf(notebook: string): string {
  const parsed: unknown = JSON.parse(notebook);
  const cells: unknown = isObject(parsed) ? parsed['cells'] : undefined;
  return (Array.isArray(cells) ? cells : [])
    .filter(
      (cell: unknown): cell is Readonly<Record<string, unknown>> =>
        isObject(cell) && cell['cell_type'] === 'markdown',
    )
    .map(({ source }) => (Array.isArray(source) ? source.join('') : String(source)))
    .join('\n\n');
}

function findDois(text: string, language: string): readonly string[] {
  const found = findIdentifiers(text, language).filter(({ kind }) => kind === 'doi');
  return [...new Set(found.map(({ id }) => id))];
}

describeCorpus('documents with DOIs', () => {
  const index: unknown = JSON.parse(readBody('docs/index.json'));
  const documents: unknown = isObject(index) ? index['documents'] : undefined;
  for (const { file, language, dois_reference: reference } of (Array.isArray(documents)
    ? documents
    : []
  ).filter(isDocument)) {
    it(file, () => {
      const body = readBody(`docs/${file}`);
      if (language === 'notebook') {
        // The plain search looked through its data too; the Markdown cells cite without a DOI.
        assert.deepEqual(findDois(markdownOf(body), 'markdown'), []);
        return;
      }
      const found = findDois(body, language);
      const known = reference.map((id) => id.toLowerCase());
      assert.deepEqual(
        known.filter((id) => !found.includes(id)),
        listed(hidden, file),
      );
      assert.deepEqual(
        found.filter((id) => !known.includes(id)),
        listed(beyondSearch, file),
      );
    });
  }
});
