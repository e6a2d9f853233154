import { strict as assert } from 'node:assert';
import { identifierUrl } from '../../../src/core/identifiers/identifierUrl.ts';
import { parseIdentifier } from '../../../src/core/identifiers/parseIdentifier.ts';
import { findIdentifiers } from '../../../src/core/text/findIdentifiers.ts';
import { describeCorpus, listBodies, readBody } from '../../support/corpus.ts';

interface Case {
  readonly id: string;
  readonly mode: string;
  readonly input: string | readonly string[];
  readonly expected: unknown;
}

/** Where we know better than the program that a case comes from, and why. */
const refusals: readonly (readonly [ids: RegExp, reason: string])[] = [
  [/^doi-regex-0(?:02|04|06|08|10)$/, 'glued to a word, a DOI is part of a name: v10.1000/x is a version'],
  [/^doi-regex-014$/, '10/134980 is a short DOI, which that program does not know'],
  [
    /^jabref-doi-0(?:15|24|9[5-9])$/,
    'without a slash behind the registrant, or with % or : for it, it is no DOI',
  ],
  [
    /^mystmd-doi-utils-024$/,
    'the number in zenodo.org/badge/latestdoi/… is that of a GitHub repository, not of a record',
  ],
];

function isCase(value: unknown): value is Case {
  return (
    typeof value === 'object' && value !== null && 'mode' in value && 'input' in value && 'expected' in value
  );
}

function readCases(path: string): readonly Case[] {
  const body: unknown = JSON.parse(readBody(path));
  const cases: unknown =
    typeof body === 'object' && body !== null && 'cases' in body ? body.cases : undefined;
  return Array.isArray(cases) ? cases.filter(isCase) : [];
}

function parseDoi(input: string): string | null {
  const identifier = parseIdentifier(input);
  return identifier?.kind === 'doi' ? identifier.id : null;
}

function findDois(input: string): readonly string[] {
  return findIdentifiers(input, 'plaintext')
    .filter(({ kind }) => kind === 'doi')
    .map(({ id }) => id);
}

/** What a mode of the corpus asks of our functions. */
const answers: Readonly<Record<string, (...inputs: readonly string[]) => unknown>> = {
  normalize: (input = '') => parseDoi(input),
  'parse-dirty': (input = '') => parseDoi(input),
  'normalize-publisher-url': (input = '') => parseDoi(input),
  validate: (input = '') => parseDoi(input) !== null,
  equal: (a = '', b = '') => parseDoi(a) === parseDoi(b),
  'extract-first': (input = '') => findDois(input)[0] ?? null,
  'extract-all': (input = '') => findDois(input),
  'to-url': (input = '') => {
    const id = parseDoi(input);
    return id === null ? null : identifierUrl({ kind: 'doi', id });
  },
};

/** DOIs compare without case; where text is quoted as written, its percent-encoding is undone. */
function comparable(value: unknown, mode: string): unknown {
  if (typeof value !== 'string') return value;
  return (mode === 'extract-first' ? decodeURIComponent(value) : value).toLowerCase();
}

describeCorpus('DOIs in other programs’ tests', () => {
  for (const path of listBodies('doi', /-[\w-]+\.json$/)) {
    describe(path, () => {
      for (const { id, mode, input, expected } of readCases(path)) {
        const answer = answers[mode];
        const refusal = refusals.find(([ids]) => ids.test(id))?.[1];
        const title = `${id} ${mode} ${JSON.stringify(input)}`;
        if (refusal !== undefined) it.skip(`${title}: ${refusal}`);
        else {
          it(title, () => {
            assert.ok(answer, `no function answers the mode ${mode}`);
            const found = answer(...(typeof input === 'string' ? [input] : input));
            assert.deepEqual(comparable(found, mode), comparable(expected, mode));
          });
        }
      }
    });
  }
});
