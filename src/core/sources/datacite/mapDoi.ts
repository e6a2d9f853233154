/** Maps the attributes of a DataCite DOI to a record. */
import { doiUrl } from '../../identifiers/identifierUrl.ts';
import { compact } from '../../record/compact.ts';
import { fromDateText } from '../../record/dates.ts';
import { toLanguage } from '../../record/language.ts';
import { findFormulas } from '../../record/formulas.ts';
import { toParagraphs, toPlainText, toTitle } from '../../record/markup.ts';
import { cleanText, isBodyOfWords, splitAtComma, toLiteral, toPerson } from '../../record/names.ts';
import type {
  CitationRecord,
  CslCustom,
  CslDate,
  CslItem,
  CslName,
  CslType,
  Notice,
} from '../../record/record.ts';
import { toRecord } from '../../record/toRecord.ts';
import { asList, asObject, asText, isObject } from '../json.ts';
import { readIsbns, readIssns } from '../numbers.ts';
import { toWorkType } from './types.ts';

type Attributes = Readonly<Record<string, unknown>>;

/** One creator, or several that a depositor typed into one field, `Jones, Matt; Slaughter, Peter`. */
function readName(value: unknown): readonly (CslName | undefined)[] {
  const creator = asObject(value);
  if (creator['nameType'] === 'Organizational') return [toLiteral(creator['name'])];
  const typed = (asText(creator['name']) ?? '').split(';').map((name) => name.trim());
  if (typed.length > 1) return typed.map((name) => splitAtComma(name.replace(/\s*\([^()]*\)$/, '')));
  const person = toPerson({ family: creator['familyName'], given: creator['givenName'] });
  if (person?.family !== undefined && isBodyOfWords(person.family))
    return [toLiteral(creator['name']) ?? person];
  return [person?.family === undefined ? (splitAtComma(creator['name']) ?? person) : person];
}

function readNames(value: unknown, contributorType?: string): readonly CslName[] | undefined {
  const names = asList(value)
    .filter(
      (entry) => contributorType === undefined || asObject(entry)['contributorType'] === contributorType,
    )
    .flatMap(readName)
    .filter((name) => name !== undefined);
  return names.length === 0 ? undefined : names;
}

/** The title without a kind, its subtitle behind it. */
function readTitle(attributes: Attributes): string {
  const titles = asList(attributes['titles'])
    .map(asObject)
    .map(({ title, titleType }) => ({ text: toTitle(asText(title) ?? ''), type: asText(titleType) }))
    .filter(({ text }) => text !== '');
  const main = titles.find(({ type }) => type === undefined)?.text ?? titles[0]?.text ?? '';
  const subtitle = titles.find(({ type }) => type === 'Subtitle')?.text;
  if (subtitle === undefined || main.toLowerCase().includes(subtitle.toLowerCase())) return main;
  return /[:?!–—]$/u.test(main) ? `${main} ${subtitle}` : `${main}: ${subtitle}`;
}

function readIssued(attributes: Attributes): CslDate | undefined {
  const dates = asList(attributes['dates']).map(asObject);
  const issued = dates
    .filter(({ dateType }) => dateType === 'Issued')
    .map(({ date }) => fromDateText(asText(date) ?? ''))
    .find((date) => date !== undefined);
  const year = asText(attributes['publicationYear']);
  return issued ?? (year === undefined ? undefined : fromDateText(year));
}

interface Host {
  readonly title: string | undefined;
  /** Series of a book that contains the work. */
  readonly series: string | undefined;
  readonly isSeries: boolean;
  readonly isJournal: boolean;
  readonly volume: string | undefined;
  readonly issue: string | undefined;
  readonly page: string | undefined;
  readonly number: string | undefined;
  readonly edition: string | undefined;
}

/** Pages carry a digit; those read out of a series' title without a volume, or with a word for one, are years and words. */
function readPages(host: Attributes, derived: Attributes, isSeries: boolean): string | undefined {
  const pageOf = (name: string): string | undefined => asText(host[name] ?? derived[name]);
  const [first, last] = [pageOf('firstPage'), pageOf('lastPage')];
  const pages =
    first === undefined || last === undefined || first === last ? (first ?? last) : `${first}-${last}`;
  return pages === undefined || !/\d/.test(pages) || (isSeries && !/\d/.test(pageOf('volume') ?? ''))
    ? undefined
    : pages;
}

/** Where the work appeared: the structured related item before the derived `container`; a repository is no journal. */
function readHost(attributes: Attributes): Host {
  const related = asList(attributes['relatedItems'])
    .map(asObject)
    .find(({ relationType }) => relationType === 'IsPublishedIn');
  const container = asObject(attributes['container']);
  const derived = container['type'] === 'DataRepository' ? {} : container;
  const host = related ?? derived;
  const kind = asText(related?.['relatedItemType'] ?? derived['type']);
  const title = asText(asObject(asList(related?.['titles'])[0])['title']) ?? asText(derived['title']);
  const volume = asText(host['volume'] ?? derived['volume']);
  // Some write the series of a book where its number should be.
  const series = kind === 'Book' && volume !== undefined && /^\D{8,}$/.test(volume) ? volume : undefined;
  return {
    title: title === undefined ? undefined : toTitle(title) || undefined,
    series: series === undefined ? undefined : toTitle(series),
    isSeries: kind === 'Series',
    isJournal: kind === 'Journal',
    volume: series === undefined ? volume : undefined,
    issue: asText(host['issue'] ?? derived['issue']),
    page: readPages(host, derived, kind === 'Series'),
    number: asText(host['number'] ?? derived['number']),
    edition: asText(host['edition'] ?? derived['edition']),
  };
}

/** Identifiers of other works: of those only named, and of those described. */
function readRelated(attributes: Attributes, type: string, relations: readonly string[]): readonly string[] {
  const named = asList(attributes['relatedIdentifiers']).map(asObject);
  const described = asList(attributes['relatedItems'])
    .map(asObject)
    .map(({ relationType, relatedItemIdentifier }) => {
      const identifier = asObject(relatedItemIdentifier);
      return {
        relationType,
        relatedIdentifierType: identifier['relatedItemIdentifierType'],
        relatedIdentifier: identifier['relatedItemIdentifier'],
      };
    });
  return [...named, ...described]
    .filter(
      (related) =>
        related['relatedIdentifierType'] === type &&
        relations.includes(asText(related['relationType']) ?? ''),
    )
    .map((related) => asText(related['relatedIdentifier']))
    .filter((value) => value !== undefined);
}

function readIdentifier(attributes: Attributes, type: string): string | undefined {
  return [attributes['identifiers'], attributes['alternateIdentifiers']]
    .flatMap(asList)
    .map(asObject)
    .filter(
      (entry) =>
        asText(entry['identifierType'] ?? entry['alternateIdentifierType'])?.toLowerCase() ===
        type.toLowerCase(),
    )
    .map((entry) => asText(entry['identifier'] ?? entry['alternateIdentifier']))
    .find((value) => value !== undefined);
}

function readIssn(attributes: Attributes): string | undefined {
  const { identifier, identifierType } = asObject(attributes['container']);
  return readIssns([
    identifierType === 'ISSN' ? (asText(identifier) ?? '') : '',
    ...readRelated(attributes, 'ISSN', ['IsPartOf', 'IsPublishedIn']),
  ])[0];
}

function readIsbn(attributes: Attributes): string | undefined {
  return readIsbns([
    readIdentifier(attributes, 'ISBN') ?? '',
    ...readRelated(attributes, 'ISBN', ['IsPartOf', 'IsPublishedIn', 'IsIdenticalTo']),
  ])[0];
}

/** arXiv is known by its DOI prefix; its id and class stand among identifiers and subjects. */
function readEprint(
  attributes: Attributes,
  doi: string,
): Pick<CslCustom, 'eprint' | 'eprintType' | 'eprintClass'> {
  const arxiv = /^10\.48550\/arxiv\.(.+)$/.exec(doi)?.[1];
  if (arxiv === undefined) return {};
  const primaryClass = asList(attributes['subjects'])
    .map((subject) => /\(([a-z-]+(?:\.[A-Za-z-]+)?)\)$/.exec(asText(asObject(subject)['subject']) ?? '')?.[1])
    .find((value) => value !== undefined);
  const eprint = readIdentifier(attributes, 'arXiv') ?? arxiv;
  return compact({ eprint: eprint.replace(/^arxiv:/i, ''), eprintType: 'arXiv', eprintClass: primaryClass });
}

function readNotices(attributes: Attributes, doi: string, type: CslType): readonly Notice[] {
  const dois = (relations: readonly string[]): readonly string[] =>
    readRelated(attributes, 'DOI', relations)
      .map((value) => value.toLowerCase().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)/, ''))
      .filter((value) => value !== doi);
  const prefix = `${doi.split('/')[0] ?? ''}/`;
  const published =
    type === 'article'
      ? dois(['IsVersionOf', 'IsPreviousVersionOf']).filter((value) => !value.startsWith(prefix))
      : [];
  const withdrawn = asList(attributes['dates'])
    .map(asObject)
    .find(({ dateType }) => dateType === 'Withdrawn');
  return [
    ...(withdrawn === undefined
      ? []
      : [compact({ kind: 'retraction' as const, date: asText(withdrawn['date']), assertedBy: 'publisher' })]),
    ...published.map((identifier) => ({
      kind: 'published-version' as const,
      identifier,
      assertedBy: 'publisher',
    })),
    ...dois(['IsPreviousVersionOf', 'IsObsoletedBy'])
      .filter((identifier) => !published.includes(identifier))
      .map((identifier) => ({ kind: 'newer-version' as const, identifier, assertedBy: 'publisher' })),
  ];
}

function readCsl(attributes: Attributes, doi: string): CslItem {
  const host = readHost(attributes);
  const types = asObject(attributes['types']);
  const general = asText(types['resourceTypeGeneral']);
  const { type, genre } = toWorkType(
    general,
    asText(types['resourceType']),
    host.isJournal && host.title !== undefined,
  );
  const publisher = attributes['publisher'];
  const title = readTitle(attributes);
  const abstract = asList(attributes['descriptions'])
    .map(asObject)
    .find(({ descriptionType }) => descriptionType === 'Abstract');
  const custom = compact({
    kind: general === 'ConferenceProceeding' ? 'proceedings' : undefined,
    ...readEprint(attributes, doi),
    titleFormulas: findFormulas(asList(attributes['titles']).map((each) => asObject(each)['title']), title), // prettier-ignore
  });
  const inSeries = (host.isSeries && type !== 'article-journal') || type === 'book';
  return compact({
    id: doi,
    type,
    title,
    author: readNames(attributes['creators']),
    editor: readNames(attributes['contributors'], 'Editor'),
    translator: readNames(attributes['contributors'], 'Translator'),
    issued: readIssued(attributes),
    'container-title': inSeries ? undefined : host.title,
    'collection-title': inSeries && host.title !== title ? host.title : host.series,
    'collection-number': inSeries ? (host.volume ?? host.number) : undefined,
    volume: inSeries ? undefined : host.volume,
    issue: host.issue,
    page: host.page,
    number: inSeries ? undefined : host.number,
    edition: host.edition,
    version: asText(attributes['version']),
    genre,
    publisher: cleanText(isObject(publisher) ? publisher['name'] : publisher),
    language: toLanguage(asText(attributes['language'])),
    abstract: toParagraphs(asText(abstract?.['description']) ?? '') || undefined,
    keyword:
      asList(attributes['subjects'])
        .map((subject) => toPlainText(asText(asObject(subject)['subject']) ?? ''))
        .filter((word) => word !== '')
        .join(', ') || undefined,
    DOI: doi,
    ISBN: readIsbn(attributes),
    ISSN: readIssn(attributes),
    URL: doiUrl(doi),
    custom: Object.keys(custom).length === 0 ? undefined : custom,
  });
}

/** Returns the record of a DOI's attributes; undefined where they name no DOI. */
export function mapDoi(value: unknown): CitationRecord | undefined {
  const attributes = asObject(value);
  const doi = (asText(attributes['doi']) ?? asText(attributes['id']))
    ?.toLowerCase()
    .replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '');
  if (doi?.startsWith('10.') !== true) return undefined;
  const csl = readCsl(attributes, doi);
  const landing = asText(attributes['url']);
  const rights = asObject(asList(attributes['rightsList'])[0]);
  const licence = asText(rights['rightsIdentifier']) ?? asText(rights['rightsUri']);
  const citedBy = attributes['citationCount'];
  return toRecord(csl, 'datacite', {
    notices: readNotices(attributes, doi, csl.type),
    links: landing !== undefined && /^https?:\/\/[^\s<>"]+$/.test(landing) ? { landing } : {},
    facts: compact({
      citedBy: typeof citedBy === 'number' ? citedBy : undefined,
      licence,
      openAccess:
        licence !== undefined && /^cc|creativecommons\.org|openaccess/i.test(licence) ? true : undefined,
    }),
  });
}
