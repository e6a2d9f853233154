import { strict as assert } from 'node:assert';
import type { CslItem } from '../../../../../src/core/record/record.ts';
import { mapWork } from '../../../../../src/core/sources/crossref/mapWork.ts';

function map(work: Readonly<Record<string, unknown>>): CslItem {
  const record = mapWork({ DOI: '10.5555/X', type: 'journal-article', title: ['T'], ...work }, 'crossref');
  assert.ok(record);
  return record.csl;
}

/** How Crossref's members deposit, and what is left of it; undefined for a field that must be absent. */
const cases: readonly (readonly [what: string, work: object, wanted: Partial<Record<keyof CslItem, unknown>>])[] = [
  ['blanks and line ends around tags, entities twice over', { title: ['A \n   <i>B</i>\n  c &amp;amp; d &lt;scp&gt;E&lt;/scp&gt;'] }, { title: 'A <i>B</i> c & d E' }],
  ['MathML without a blank before it', { title: ['spin in the<mml:math xmlns:mml="m"><mml:mi>T</mml:mi></mml:math>state'] }, { title: 'spin in the T state' }],
  ['a price that is no formula', { title: ['From $18.50 to $20'] }, { title: 'From $18.50 to $20' }],
  ['an empty first title', { title: ['', 'Second'] }, { title: 'Second' }],
  ['no title but a short one', { title: [], 'short-title': ['Short'] }, { title: 'Short' }],
  ['no title at all', { title: [], type: 'journal-issue' }, { title: '', type: 'periodical' }],
  ['an issue, whose title is its journal’s', { title: [], type: 'journal-issue', 'container-title': ['Nature'] }, { title: 'Nature', 'container-title': 'Nature' }],
  ['a title that is the original one too', { 'original-title': ['T'] }, { 'original-title': undefined }],
  ['a title in another language', { 'original-title': ['題'] }, { 'original-title': '題' }],
  ['soft hyphens, marks of direction and line ends', { title: ['A soft\u00adhyphen\n and \u202a<\u200bi>x</i>'], volume: ' 1\u200b\n2 ' }, { title: 'A softhyphen and <i>x</i>', volume: '1 2' }],
  ['a body as a family name', { author: [{ family: 'The Lancet' }, { family: 'Sukarno' }] }, { author: [{ literal: 'The Lancet' }, { family: 'Sukarno' }] }],
  ['a day that its month has not', { issued: { 'date-parts': [[2019, 2, 31]] } }, { issued: { 'date-parts': [[2019, 2]] } }],
  ['pages with their abbreviation', { page: 'pp. 10–12' }, { page: '10-12' }],
  ['a series behind its book', { type: 'book-chapter', 'container-title': ['The Book', 'Lecture Notes in Computer Science'] }, { 'container-title': 'The Book', 'collection-title': 'Lecture Notes in Computer Science' }],
  ['a standard without a publisher', { type: 'standard', 'standards-body': { name: 'ISO', acronym: 'ISO' } }, { publisher: 'ISO' }],
  ['a DOI as an address', { DOI: 'http://dx.doi.org/10.5555/X' }, { DOI: '10.5555/x' }],
  ['a title that ends in a colon', { title: ['Main:'], subtitle: ['Sub'] }, { title: 'Main: Sub' }],
  ['a thin space among initials', { author: [{ family: 'Smith', given: 'J.\u2009C.' }] }, { author: [{ family: 'Smith', given: 'J. C.' }] }],
  ['an author of whom nothing is said', { author: [{ sequence: 'additional' }, { family: 'A' }] }, { author: [{ family: 'A' }] }],
  ['a group among people', { author: [{ family: 'A' }, { name: 'The B Group' }, { family: 'C' }] }, { author: [{ family: 'A' }, { literal: 'The B Group' }, { family: 'C' }] }],
  ['dates without numbers', { issued: { 'date-parts': [[null]] }, 'published-print': { 'date-parts': [[]] }, posted: { 'date-parts': [[2020, 3]] } }, { issued: { 'date-parts': [[2020, 3]] } }],
  ['no date but those of the record', { created: { 'date-parts': [[2020]] }, deposited: { 'date-parts': [[2021]] } }, { issued: undefined }],
  ['the date of a dissertation', { type: 'dissertation', approved: { 'date-parts': [[2013, 5]] } }, { issued: { 'date-parts': [[2013, 5]] } }],
  ['a volume that says null', { volume: 'null', issue: 'S1' }, { volume: undefined, issue: 'S1' }],
  ['an issue among the journal’s', { 'journal-issue': { issue: '4' } }, { issue: '4' }],
  ['a page with a letter', { page: '1308-1309.e1' }, { page: '1308-1309.e1' }],
  ['one page twice', { page: '753-753' }, { page: '753' }],
  ['a page range with a dash', { page: '10–12' }, { page: '10-12' }],
  ['an article number without pages', { 'article-number': 'e17' }, { number: 'e17', page: undefined }],
  ['the journal’s short name before its name', { 'container-title': ['Phys. Rev. C', 'Physical Review C'], 'short-container-title': ['Phys. Rev. C'] }, { 'container-title': 'Physical Review C', 'container-title-short': 'Phys. Rev. C' }],
  ['a short name that is the whole', { 'container-title': ['Nature'], 'short-container-title': ['Nature'] }, { 'container-title-short': undefined }],
  ['a chapter in a series', { type: 'book-chapter', 'container-title': ['The Series', 'The Book'] }, { 'container-title': 'The Book', 'collection-title': 'The Series' }],
  ['a book in a series', { type: 'monograph', 'container-title': ['The Series'] }, { type: 'book', 'container-title': undefined, 'collection-title': 'The Series' }],
  ['an ISBN as an address', { type: 'book', ISBN: ['http://id.crossref.org/isbn/9783319245737'] }, { ISBN: '9783319245737' }],
  ['the same ISSN twice, and the printed one', { ISSN: ['1476-4687', '1476-4687', '0028-0836'], 'issn-type': [{ value: '0028-0836', type: 'print' }] }, { ISSN: '0028-0836' }],
  ['a preprint', { type: 'posted-content', subtype: 'preprint', institution: [{ name: 'bioRxiv' }] }, { type: 'article', genre: 'Preprint', custom: { kind: 'posted-content', eprintType: 'bioRxiv' } }],
  ['a preprint of a list, which tells no subtype', { type: 'posted-content' }, { type: 'article', genre: 'Preprint' }],
  ['something else that was posted', { type: 'posted-content', subtype: 'other' }, { type: 'article', genre: undefined }],
  ['a working paper', { type: 'posted-content', subtype: 'working_paper' }, { genre: 'Working paper' }],
  ['a post of a blog', { type: 'posted-content', subtype: 'blog' }, { type: 'post-weblog', genre: undefined }],
  ['an article with the subtype of a preprint', { subtype: 'preprint' }, { type: 'article-journal', genre: undefined }],
  ['a type of tomorrow', { type: 'poster' }, { type: 'document' }],
  ['anything else within a book', { type: 'other', ISBN: ['9783319245737'], 'container-title': ['Handbook'] }, { type: 'chapter', 'container-title': 'Handbook' }],
  ['an institution as it was sent until 2020', { type: 'dissertation', institution: { name: 'The University', place: ['-'] } }, { publisher: 'The University', 'publisher-place': undefined }],
  ['a bachelor’s thesis', { type: 'dissertation', degree: ['Bachelor of Science'] }, { genre: "Bachelor's thesis" }],
  ['an abstract in JATS', { abstract: '<jats:title>Abstract</jats:title><jats:p>One <jats:italic>two</jats:italic></jats:p><jats:p>Three</jats:p>' }, { abstract: 'One two\n\nThree' }],
  ['CSL JSON, where texts are texts and the type is Crossref’s', { title: 'One', 'container-title': 'Two', type: 'journal-article', ISSN: ['0028-0836'] }, { title: 'One', 'container-title': 'Two', type: 'article-journal', ISSN: '0028-0836' }],
  ['a DOI in capitals with signs of addresses', { DOI: '10.5555/A#B?C', URL: 'http://dx.doi.org/10.5555/a' }, { DOI: '10.5555/a#b?c', URL: 'https://doi.org/10.5555/a%23b%3Fc' }],
]; // prettier-ignore

describe('what Crossref sends', () => {
  for (const [what, work, wanted] of cases) {
    it(`reads ${what}`, () => {
      const csl: Readonly<Record<string, unknown>> = { ...map({ ...work }) };
      const own = Object.fromEntries(Object.keys(wanted).map((field) => [field, csl[field]]));
      assert.deepEqual(own, wanted);
    });
  }
});
