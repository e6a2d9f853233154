/**
 * Works that do not exist, under the prefix 10.5555 that Crossref keeps for this: its own demonstration records, the
 * record types too rare for a well-known work, and the characters that hardly any DOI has.
 */
import type { Work } from '../work.ts';

const psychoceramics = {
  container: 'Journal of Psychoceramics',
  shortContainer: 'Journal of Psychoceramics',
  issn: { electronic: '0264-3561' },
  language: 'en',
} as const;

const rareTypes = {
  'journal-volume': 'Journal of Psychoceramics, Volume 9',
  'proceedings-series': 'Demonstration Proceedings Series',
  'book-set': 'Demonstration Book Set',
  'book-part': 'Demonstration Part',
  'book-section': 'Demonstration Section',
  'book-track': 'Demonstration Track',
  'report-component': 'Demonstration Annex of a Report',
  database: 'Demonstration Database',
  other: 'Demonstration of Anything Else',
} as const;

const hardDois = [
  '10.5555/with,comma',
  '10.5555/with#hash',
  '10.5555/with%percent',
  '10.5555/with%23both',
  '10.5555/with?question=mark&amp',
];

export const demonstrations: readonly Work[] = [
  {
    doi: '10.5555/12345678',
    agency: 'Crossref',
    type: 'journal-article',
    title: 'Toward a Unified Theory of High-Energy Metaphysics: Silly String Theory',
    authors: [{ name: 'Carberry, Josiah', orcid: '0000-0002-1825-0097' }],
    ...psychoceramics,
    volume: '5',
    issue: '11',
    page: '1-3',
    print: '2008-08-14',
    online: '2008-08-13',
    publisher: 'Test accounts',
  },
  {
    doi: '10.5555/12345678es',
    agency: 'Crossref',
    type: 'journal-article',
    title: 'Hacia una teoría unificada de la metafísica de alta energía: teoría mentecato de cuerdas',
    originalTitle: 'Toward a Unified Theory of High-Energy Metaphysics: Silly String Theory',
    authors: [{ name: 'Carberry, Josiah, Jr.', orcid: '0000-0002-1825-0097' }],
    translators: ['Zarzavilla, Josias'],
    chairs: [{ group: 'Friends of Josiah Carberry' }],
    ...psychoceramics,
    volume: '5',
    issue: '11',
    online: '2022-06-15',
    publisher: 'Test accounts',
    relations: { 'is-translation-of': ['10.5555/12345678'] },
  },
  {
    doi: '10.5555/987654321',
    agency: 'Crossref',
    type: 'journal-article',
    title: 'The Impact of Interactive Epistemologies on Cryptography',
    authors: ['Carberry, Josiah'],
    ...psychoceramics,
    volume: '8',
    issue: '11',
    page: '1-3',
    print: '2011-10-11',
    online: '2011-10-11',
    publisher: 'Test accounts',
  },
  {
    doi: '10.5555/doubly-escaped',
    agency: 'Crossref',
    type: 'journal-article',
    title: 'Cracks &amp;amp; Crazes: H<sub>2</sub>O in CO<sub>2</sub>&lt;i&gt;-rich&lt;/i&gt; Glazes',
    authors: ['Carberry, Josiah'],
    ...psychoceramics,
    volume: '9',
    page: '7',
    print: '2012',
    publisher: 'Test accounts',
  },
  ...Object.entries(rareTypes).map(([type, title]) => ({
    doi: `10.5555/${type}`,
    agency: 'Crossref' as const,
    type,
    title,
    authors: ['Carberry, Josiah'],
    print: '2012-12',
    publisher: 'Crossref Publishing',
    ...(type === 'other' && { container: 'Demonstration Handbook', isbn: { print: '9780000000002' } }),
  })),
  ...hardDois.map((doi) => ({
    doi,
    agency: 'Crossref' as const,
    type: 'journal-article',
    title: `Demonstration of the DOI ${doi}`,
    authors: ['Carberry, Josiah'],
    ...psychoceramics,
    print: '2012',
    publisher: 'Test accounts',
  })),
]; // prettier-ignore
