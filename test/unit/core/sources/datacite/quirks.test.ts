import { strict as assert } from 'node:assert';
import type { CslItem } from '../../../../../src/core/record/record.ts';
import { mapDoi } from '../../../../../src/core/sources/datacite/mapDoi.ts';

function map(attributes: Readonly<Record<string, unknown>>): CslItem {
  const record = mapDoi({ doi: '10.5555/X', titles: [{ title: 'T' }], ...attributes });
  assert.ok(record);
  return record.csl;
}

const issued = (date: unknown): object => ({ publicationYear: 1999, dates: [{ date, dateType: 'Issued' }] });

/** How DataCite's members deposit, and what is left of it; undefined for a field that must be absent. */
const cases: readonly (readonly [what: string, attributes: object, wanted: Partial<Record<keyof CslItem, unknown>>])[] = [
  ['a year', issued('2011'), { issued: { 'date-parts': [[2011]] } }],
  ['a month', issued('2011-02'), { issued: { 'date-parts': [[2011, 2]] } }],
  ['a point in time', issued('2011-02-01T12:00:00Z'), { issued: { 'date-parts': [[2011, 2, 1]] } }],
  ['a range of years', issued('2004/2005'), { issued: { 'date-parts': [[2004], [2005]] } }],
  ['line ends around a date', issued('\n2011\n'), { issued: { 'date-parts': [[2011]] } }],
  ['a date that is not known', issued('(:tba)'), { issued: { 'date-parts': [[1999]] } }],
  ['a date in words', issued('some time in spring'), { issued: { 'date-parts': [[1999]] } }],
  ['a year as text', { publicationYear: '2001' }, { issued: { 'date-parts': [[2001]] } }],
  ['a draft without a year', { publicationYear: 0 }, { issued: undefined }],
  ['dates of other kinds', { dates: [{ date: '2020', dateType: 'Created' }, { date: '2021', dateType: 'Updated' }] }, { issued: undefined }],
  ['the title without a kind, in lines', { titles: [{ title: 'Other', titleType: 'AlternativeTitle' }, { title: '\n The <b>main</b>\n one ' }, { title: 'Sub', titleType: 'Subtitle' }, { title: 'Tr', titleType: 'TranslatedTitle' }] }, { title: 'The <b>main</b> one: Sub' }],
  ['a formula that brings its TeX', { titles: [{ title: 'On <inline-formula><tex-math>$\\mu_1$</tex-math></inline-formula>' }, { title: 'A start', titleType: 'Subtitle' }] }, { title: 'On μ<sub>1</sub>: A start', custom: { titleFormulas: [{ at: 3, text: 'μ<sub>1</sub>', tex: '\\mu_1' }] } }],
  ['codes for people who are not known', { creators: [{ name: ':unav' }, { name: '(:tba)' }, { name: ':null' }] }, { author: undefined }],
  ['a name of no kind with a comma', { creators: [{ name: 'Müller, K.', nameType: null }] }, { author: [{ family: 'Müller', given: 'K.' }] }],
  ['a name that starts with a comma', { creators: [{ name: ', Ashley', familyName: '', givenName: 'Ashley' }] }, { author: [{ literal: 'Ashley' }] }],
  ['bodies as persons', { creators: [{ name: 'Sierra Zone Observatory, SZO', familyName: 'Sierra Zone Observatory', givenName: 'SZO' }, { name: 'Panel on Climate Change,', familyName: 'Panel on Climate Change' }, { name: 'University of X, Library', nameType: null }] }, { author: [{ literal: 'Sierra Zone Observatory, SZO' }, { literal: 'Panel on Climate Change' }, { literal: 'University of X, Library' }] }],
  ['a person with the name of a thing', { creators: [{ name: 'Center, Jane', familyName: 'Center', givenName: 'Jane' }] }, { author: [{ family: 'Center', given: 'Jane' }] }],
  ['a book that is its own series', { types: { resourceTypeGeneral: 'Book' }, container: { type: 'Book', title: 'T' } }, { 'collection-title': undefined }],
  ['a year read out of a series', { container: { type: 'Series', title: 'S', volume: 'Diss.', firstPage: '2014' } }, { page: undefined }],
  ['a body with a comma', { creators: [{ name: 'ACME, Inc.', nameType: 'Organizational' }] }, { author: [{ literal: 'ACME, Inc.' }] }],
  ['a person of one name', { creators: [{ name: 'Anna', nameType: 'Personal' }] }, { author: [{ literal: 'Anna' }] }],
  ['editors and translators among those who contributed', { contributors: [{ name: 'E, F', contributorType: 'Editor' }, { name: 'H', contributorType: 'HostingInstitution' }, { name: 'T, U', contributorType: 'Translator' }] }, { editor: [{ family: 'E', given: 'F' }], translator: [{ family: 'T', given: 'U' }] }],
  ['a publisher as an object', { publisher: { name: 'Zenodo', publisherIdentifier: 'x' } }, { publisher: 'Zenodo' }],
  ['a publisher who is not known', { publisher: '(:unav)' }, { publisher: undefined }],
  ['a language of three letters', { language: 'eng' }, { language: 'en' }],
  ['a language and a country', { language: 'en-us' }, { language: 'en-US' }],
  ['a journal that is an ISSN without hyphen', { container: { type: 'Journal', identifier: '2169897X', identifierType: 'ISSN' } }, { ISSN: '2169-897X', 'container-title': undefined }],
  ['the abstract and no series', { descriptions: [{ description: 'S, 3(2), 1-4', descriptionType: 'SeriesInformation' }, { description: '<p>The abstract</p>', descriptionType: 'Abstract' }] }, { abstract: 'The abstract' }],
  ['a DOI in capitals', { doi: '10.5061/DRYAD.8515' }, { DOI: '10.5061/dryad.8515', URL: 'https://doi.org/10.5061/dryad.8515' }],
  ['software with a version', { types: { resourceTypeGeneral: 'Software', citeproc: 'book' }, version: 'v2' }, { type: 'software', version: 'v2' }],
  ['a conference paper, whose computed type is empty', { types: { resourceTypeGeneral: 'ConferencePaper', citeproc: '' } }, { type: 'paper-conference' }],
  ['a text that is a book', { types: { resourceTypeGeneral: 'Text', resourceType: 'Book' } }, { type: 'book' }],
  ['a text that says nothing', { types: { resourceTypeGeneral: 'Text', resourceType: 'Text', citeproc: 'article-journal' } }, { type: 'document' }],
  ['a text in a journal', { types: { resourceTypeGeneral: 'Text' }, container: { type: 'Journal', title: 'J' } }, { type: 'article-journal', 'container-title': 'J' }],
  ['a poster of schema 4.7', { types: { resourceTypeGeneral: 'Poster' } }, { type: 'speech', genre: 'Poster' }],
  ['a type of tomorrow', { types: { resourceTypeGeneral: 'Hologram' } }, { type: 'document' }],
]; // prettier-ignore

describe('what DataCite sends', () => {
  for (const [what, attributes, wanted] of cases) {
    it(`reads ${what}`, () => {
      const csl: Readonly<Record<string, unknown>> = { ...map({ ...attributes }) };
      const own = Object.fromEntries(Object.keys(wanted).map((field) => [field, csl[field]]));
      assert.deepEqual(own, wanted);
    });
  }

  it('is no record without a DOI', () => {
    assert.equal(mapDoi({ titles: [{ title: 'T' }] }), undefined);
    assert.equal(mapDoi('nonsense'), undefined);
  });
});
