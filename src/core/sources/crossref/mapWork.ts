/** Maps a Crossref work, and the CSL JSON that content negotiation makes of one, to a record. */
import { doiUrl } from '../../identifiers/identifierUrl.ts';
import { compact } from '../../record/compact.ts';
import { fromDateParts } from '../../record/dates.ts';
import { findFormulas } from '../../record/formulas.ts';
import { toLanguage } from '../../record/language.ts';
import { toParagraphs, toPlainText, toTitle } from '../../record/markup.ts';
import { cleanText, toLiteral, toPerson } from '../../record/names.ts';
import type { CitationRecord, CslDate, CslItem, CslName, CslType } from '../../record/record.ts';
import { toRecord } from '../../record/toRecord.ts';
import { asList, asNumbering, asObject, asText, asTexts, isObject } from '../json.ts';
import { toPages } from '../numbers.ts';
import { readNotices } from './notices.ts';
import { partTypes, toCslType } from './types.ts';

type Work = Readonly<Record<string, unknown>>;

function readName(value: unknown): CslName | undefined {
  const name = asObject(value);
  const person = toPerson({ family: name['family'], given: name['given'], suffix: name['suffix'] });
  const particles = compact({
    'dropping-particle': cleanText(name['dropping-particle']),
    'non-dropping-particle': cleanText(name['non-dropping-particle']),
  });
  if (person?.family !== undefined) return { ...particles, ...person };
  return toLiteral(name['name'] ?? name['literal']) ?? person;
}

function readNames(value: unknown): readonly CslName[] | undefined {
  const names = asList(value)
    .map(readName)
    .filter((name) => name !== undefined);
  return names.length === 0 ? undefined : names;
}

/** An issue or volume has no title but its journal's. */
function readIssueTitle(work: Work): string {
  return work['type'] === 'journal-issue' || work['type'] === 'journal-volume'
    ? (asTexts(work['container-title']).map(toTitle)[0] ?? '')
    : '';
}

/** The first title that is not blank, with the subtitle where the title does not hold it already. */
function readTitle(work: Work): string {
  // A grant has no title but its project's.
  const projectTitles = asList(work['project']).flatMap((project) =>
    asList(asObject(project)['project-title']).map((title) => asObject(title)['title']),
  );
  const titles = [work['title'], work['short-title'], work['original-title'], ...projectTitles]
    .flatMap(asTexts)
    .map(toTitle);
  const title = titles.find((candidate) => candidate !== '') ?? readIssueTitle(work);
  const subtitle = asTexts(work['subtitle']).map(toTitle)[0] ?? '';
  if (subtitle === '' || title === '' || title.toLowerCase().includes(subtitle.toLowerCase())) return title;
  return /[:?!–—]$/u.test(title) ? `${title} ${subtitle}` : `${title}: ${subtitle}`;
}

/** Print first, as a reader finds it on the shelf; else the earliest; never the dates of the record itself. */
function readIssued(work: Work): CslDate | undefined {
  return [
    'published-print',
    'issued',
    'published',
    'published-online',
    'posted',
    'approved',
    'published-other',
    'content-created',
  ]
    .map((name) => fromDateParts(work[name]))
    .find((date) => date !== undefined);
}

/** Series whose parts older deposits name in the wrong order. */
const knownSeries = /^(?:lecture notes in|communications in computer and information science)\b/i;

/** Parts of books: the last container is the book, one before it the series. A whole book's container is its series. */
function readContainer(
  work: Work,
  type: CslType,
): { container: string | undefined; series: string | undefined } {
  const containers = asTexts(work['container-title'])
    .map(toTitle)
    .filter((title) => title !== '');
  if (type === 'book') return { container: undefined, series: containers[0] };
  if (partTypes.has(type)) {
    const [first, last] = [containers[0], containers.at(-1)];
    if (containers.length < 2) return { container: last, series: undefined };
    return knownSeries.test(last ?? '') && !knownSeries.test(first ?? '')
      ? { container: first, series: last }
      : { container: last, series: first };
  }
  const shortForms = new Set(asTexts(work['short-container-title']).map(toTitle));
  return {
    container: containers.findLast((title) => !shortForms.has(title)) ?? containers.at(-1),
    series: undefined,
  };
}

const isbnDigits = /97[89]\d{10}|\d{9}[\dXx]/;

/** Prefers the printed form, drops hyphens and the address form of old records. */
function readNumber(work: Work, name: 'ISBN' | 'ISSN'): string | undefined {
  const typed = asList(work[`${name.toLowerCase()}-type`]).map(asObject);
  const printed = typed.filter(({ type }) => type === 'print').map(({ value }) => asText(value));
  const all = [...printed, ...asTexts(work[name])].filter((value) => value !== undefined);
  if (name === 'ISSN') {
    const issn = all.map((value) => /(\d{4})-?(\d{3}[\dXx])/.exec(value)).find((match) => match !== null);
    return issn?.[1] === undefined || issn[2] === undefined
      ? undefined
      : `${issn[1]}-${issn[2].toUpperCase()}`;
  }
  return all
    .map((value) => isbnDigits.exec(value.replaceAll('-', ''))?.[0]?.toUpperCase())
    .find((isbn) => isbn !== undefined);
}

/** Lists do not tell the subtype; what is posted without one is a preprint. */
function readPostedGenre(subtype: string | undefined): string | undefined {
  if (subtype === undefined || subtype === 'preprint') return 'Preprint';
  return subtype === 'working_paper' ? 'Working paper' : undefined;
}

function readGenre(work: Work, type: string | undefined): string | undefined {
  const stated = asText(work['genre']);
  if (stated !== undefined || type !== 'dissertation') return stated;
  const degree = asTexts(work['degree'])[0] ?? '';
  if (/bachelor|\bb\.?(?:a|sc?)\b/i.test(degree)) return "Bachelor's thesis";
  if (/master|\bm\.?(?:a|sc?|phil|eng|ed)\b/i.test(degree)) return "Master's thesis";
  return /doctor|ph\.?\s?d|\bd\.?(?:phil|sc)\b|\bdr\b/i.test(degree) ? 'PhD thesis' : undefined;
}

function readInstitution(work: Work): { name: string | undefined; place: string | undefined } {
  const institution = asList(work['institution']).map(asObject)[0] ?? {};
  const place = asTexts(institution['place'])[0];
  return { name: cleanText(institution['name']), place: place === '-' ? undefined : place };
}

function readLicence(work: Work): string | undefined {
  const licences = asList(work['license']).map(asObject);
  const chosen =
    licences.find((licence) => licence['content-version'] === 'vor') ??
    licences.find((licence) => licence['content-version'] !== 'tdm');
  return asText(chosen?.['URL']);
}

function readCsl(work: Work, doi: string): CslItem {
  const kind = asText(work['type']);
  const inBook = asTexts(work['ISBN']).length > 0 && asTexts(work['container-title']).length > 0;
  const type = toCslType(kind, asText(work['subtype']), inBook);
  const { container, series } = readContainer(work, type);
  const institution = readInstitution(work);
  const event = asObject(work['event']);
  const eventName = isObject(work['event']) ? event['name'] : (work['event-title'] ?? work['event']);
  const preprint = type === 'article';
  const server = institution.name ?? (preprint ? cleanText(work['group-title']) : undefined);
  const publisher = cleanText(work['publisher']) ?? cleanText(asObject(work['standards-body'])['name']);
  const title = readTitle(work);
  const issuedByInstitution = type === 'thesis' || type === 'report';
  const custom = compact({
    kind: kind === type ? undefined : kind,
    eprintType: preprint ? server : undefined,
    titleFormulas: findFormulas(asTexts(work['title']), title),
  });
  return compact({
    id: doi,
    type,
    title,
    'original-title': asTexts(work['original-title'])
      .map(toTitle)
      .find((original) => original !== '' && original !== title),
    author: readNames(work['author']),
    editor: readNames(work['editor']),
    translator: readNames(work['translator']),
    chair: readNames(work['chair']),
    issued: readIssued(work),
    'container-title': container,
    'container-title-short': asTexts(work['short-container-title'] ?? work['container-title-short'])
      .map(toTitle)
      .find((short) => short !== container),
    'collection-title': series ?? asTexts(work['collection-title']).map(toTitle)[0],
    'collection-number': asText(work['collection-number']),
    volume: asNumbering(work['volume']),
    issue: asNumbering(work['issue']) ?? asText(asObject(work['journal-issue'])['issue']),
    page: toPages(asNumbering(work['page'])),
    number: asText(work['article-number']) ?? asText(work['number']),
    'number-of-pages': asText(work['number-of-pages']),
    edition: asText(work['edition-number']) ?? asText(work['edition']),
    version: asText(isObject(work['version']) ? work['version']['version'] : work['version']),
    genre:
      preprint && kind === 'posted-content'
        ? readPostedGenre(asText(work['subtype']))
        : readGenre(work, kind),
    publisher: issuedByInstitution ? (institution.name ?? publisher) : publisher,
    'publisher-place':
      (issuedByInstitution ? institution.place : undefined) ??
      cleanText(work['publisher-location'] ?? work['publisher-place']),
    'event-title': cleanText(eventName),
    'event-place': cleanText(event['location'] ?? work['event-place']),
    'event-date': fromDateParts(event['start']),
    language: toLanguage(asText(work['language'])),
    abstract: toParagraphs(asText(work['abstract']) ?? '') || undefined,
    keyword: asTexts(work['subject']).map(toPlainText).join(', ') || undefined,
    DOI: doi,
    ISBN: readNumber(work, 'ISBN'),
    ISSN: readNumber(work, 'ISSN'),
    URL: doiUrl(doi),
    custom: Object.keys(custom).length === 0 ? undefined : custom,
  });
}

function isWebAddress(value: string | undefined): value is string {
  return value !== undefined && /^https?:\/\/[^\s<>"]+$/.test(value);
}

/** Returns the record of a work as `source` gave it; undefined where it has no DOI. */
export function mapWork(value: unknown, source: string): CitationRecord | undefined {
  const work = asObject(value);
  const doi = asText(work['DOI'])
    ?.toLowerCase()
    .replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)/, '');
  if (doi?.startsWith('10.') !== true) return undefined;
  const csl = readCsl(work, doi);
  const landing = asText(asObject(asObject(work['resource'])['primary'])['URL']);
  const licence = readLicence(work);
  const citedBy = work['is-referenced-by-count'];
  return toRecord(csl, source, {
    notices: readNotices(work, doi, csl.title),
    links: isWebAddress(landing) ? { landing } : {},
    facts: compact({
      citedBy: typeof citedBy === 'number' ? citedBy : undefined,
      licence,
      openAccess: licence?.includes('creativecommons.org') === true ? true : undefined,
    }),
  });
}

/** Returns the DOIs under which Crossref knows the work, lower case: its own first, then those it replaced. */
export function knownDois(value: unknown): readonly string[] {
  const work = asObject(value);
  return asTexts([work['DOI'], ...asList(work['aliases'])]).map((doi) => doi.toLowerCase());
}
