/** Records whose every text is an attack on the .bib or on TeX. */
import { textVariables } from '../../src/core/bibtex/entry/fieldMap.ts';
import type { CslItem, CslType } from '../../src/core/record/record.ts';

/** What must stand on the page as it stands here, control characters and line ends apart. A `~` is a dash in pages. */
const attacks = [
  '\\input{/etc/passwd}',
  '\\write18{ls}',
  '\\end{document}',
  '\\catcode`\\%=12 \\def\\x{',
  '}@book{x, title={y}}',
  'one { more',
  'one } more',
  '{\\',
  'ends in \\',
  '100 % of it',
  '$ and $x$ and $$',
  '#1 & co_op ^^5cinput ~ ^',
  'a "quoted" word',
  'two\nlines\r\nof\u2028it',
  'zero\0bytes\u0007',
  '\ud800 half a character',
  '<b>bold <script>',
  '@comment{ and @string{a = "b"}',
  "-- ,, '' `` ?` !`",
] as const;

const types: readonly CslType[] = [
  'article-journal', 'book', 'chapter', 'paper-conference', 'thesis', 'report', 'dataset', 'software', 'webpage',
  'article', 'patent', 'manuscript', 'standard', 'speech',
]; // prettier-ignore

/** Parts of a record whose texts begin with a mark. */
export const hostileVariables: readonly string[] = [
  ...textVariables,
  'family', 'given', 'literal', 'editor', 'page', 'genre', 'status',
]; // prettier-ignore

export interface HostileRecord {
  readonly csl: CslItem;
  readonly attack: string;
}

/** The word that stands before the attack in a variable of a record. */
export function markOf(place: number, variable: string): string {
  return `Q${String(place)}${variable.replaceAll(/[^A-Za-z]/g, '')}Q`;
}

function hostileRecord(place: number, type: CslType, attack: string): CslItem {
  const text = (variable: string): string => `${markOf(place, variable)} ${attack}`;
  const texts = Object.fromEntries(textVariables.map((variable) => [variable, text(variable)]));
  return {
    ...texts,
    id: attack,
    type,
    title: text('title'),
    author: [
      { family: text('family'), given: text('given') },
      { family: 'Suffixed', given: 'Ann', suffix: attack, 'non-dropping-particle': attack },
      { literal: text('literal') },
    ],
    editor: type === 'chapter' ? [{ family: text('editor'), given: 'E.' }] : [],
    translator: [{ family: attack, given: 'T.' }],
    issued: { 'date-parts': [[2020]], literal: attack },
    page: text('page').replaceAll('~', ''),
    genre: text('genre'),
    status: text('status'),
    language: attack,
    DOI: `10.5555/${attack}`,
    URL: `https://example.org/${attack}`,
    PMID: attack,
    PMCID: attack,
    custom: { kind: attack, eprint: attack, eprintType: attack, eprintClass: attack, crid: attack },
  };
}

/** Every attack on every type of work. */
export const hostileRecords: readonly HostileRecord[] = attacks
  .flatMap((attack) => types.map((type) => ({ attack, type })))
  .map(({ attack, type }, place) => ({ attack, csl: hostileRecord(place, type, attack) }));
