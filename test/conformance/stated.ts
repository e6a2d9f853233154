/** What a body states of a work, read without the mapper: what must arrive. */
import { asList, asObject, asText, asTexts, isObject } from '../../src/core/sources/json.ts';
import type { Body, Service } from './read.ts';

export interface Stated {
  /** One of these is the title. */
  readonly titles: readonly string[];
  /** All of these are people or bodies of the record. */
  readonly names: readonly string[];
  /** One of these is the year. */
  readonly years: readonly string[];
  /** One of these is where the work appeared. */
  readonly containers: readonly string[];
  readonly pages: readonly string[];
  /** One of each kind. */
  readonly identifiers: Readonly<Record<string, readonly string[]>>;
}

/** Every text below a value. */
function textsBelow(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsBelow);
  if (isObject(value)) return Object.entries(value).filter(([key]) => key !== '@language' && key !== '@type').flatMap(([, each]) => textsBelow(each));
  return asTexts(value);
} // prettier-ignore

const year = /-?\d{4}/;

/** `:unav`, `(:tba)` and the like say that nothing is known; `n/a` and `null` that there is none. */
function known(texts: readonly (string | undefined)[]): readonly string[] {
  return texts.filter((text) => text !== undefined && !/^\(?:|^(?:n\/?a(?:-n\/?a)?|null|none|-)$/i.test(text)).map((text) => text ?? ''); // prettier-ignore
}

function yearsOf(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => year.exec(text)?.[0] ?? []);
}

/** The first number of `1995-2001`, `pp. 3-7` and `e17`. */
function firstPages(texts: readonly (string | undefined)[]): readonly string[] {
  return known(texts).flatMap((text) => text.split(/\s*[-–—−]\s*/u)[0]?.replace(/^pp?\.\s*/, '') ?? []);
}

/** Splits `A, B著 ; C訳` and `edited by A ; compiled by B and C`; a parallel statement repeats it in another language. */
function readStatement(statement: string): readonly string[] {
  return (statement.split(' = ')[0] ?? '')
    .split(/[,;]| and /)
    .map((part) =>
      part.replaceAll(/\[?(?:著|編|訳|ほか)\]?\s*$|責任編集|監訳$|\[ほか\]|^\s*\w+ by /g, '').trim(),
    )
    .filter((part) => !/^(?:Inc\.|the .*)?$/.test(part));
}

const readers: Readonly<Record<Service, (body: Body) => Stated>> = {
  crossref: (body) => ({
    titles: [body['title'], body['short-title'], body['original-title']].flatMap(asTexts).slice(0, 2),
    names: ['author', 'editor', 'translator', 'chair'].flatMap((role) =>
      asList(body[role]).map(asObject).flatMap((name) => asText(`${asText(name['given']) ?? ''} ${asText(name['family']) ?? asText(name['name']) ?? asText(name['literal']) ?? ''}`) ?? [])),
    years: ['published-print', 'issued', 'published', 'published-online', 'posted', 'approved'].flatMap((date) =>
      yearsOf([JSON.stringify(asObject(body[date])['date-parts'] ?? '')])),
    containers: asTexts(body['container-title']),
    pages: firstPages([asText(body['page']) ?? asText(body['article-number'])]),
    identifiers: {
      DOI: asTexts(body['DOI']),
      ISSN: asTexts(body['ISSN']),
      ISBN: asTexts(body['ISBN']).map((isbn) => isbn.replace(/^.*\//, '')),
    },
  }),
  datacite: (body) => {
    const container = asObject(body['container']);
    const host = container['type'] === 'DataRepository' ? {} : container;
    const related = asList(body['relatedIdentifiers']).map(asObject).filter(({ relationType }) => /^Is(?:PartOf|PublishedIn)$/.test(String(relationType)));
    const numbers = (type: string): readonly string[] => known(related.filter(({ relatedIdentifierType }) => relatedIdentifierType === type).map(({ relatedIdentifier }) => asText(relatedIdentifier)));
    return {
      titles: asList(body['titles']).map(asObject).flatMap(({ title }) => asTexts(title)).slice(0, 1),
      names: known(asList(body['creators']).map((creator) => asText(asObject(creator)['name']))),
      years: yearsOf([...asTexts(body['publicationYear']), ...asList(body['dates']).map(asObject).filter(({ dateType }) => dateType === 'Issued').flatMap(({ date }) => asTexts(date))]).filter((text) => text !== '0'),
      containers: asTexts(host['title']),
      pages: host['type'] === 'Series' ? [] : firstPages([asText(host['firstPage'])]).filter((page) => /\d/.test(page)),
      identifiers: { DOI: asTexts(body['doi']), ISSN: numbers('ISSN'), ISBN: numbers('ISBN') },
    };
  },
  openaire: (body) => {
    const container = asObject(body['container']);
    const pids = (scheme: string): readonly string[] => asList(body['pids']).map(asObject).filter((pid) => pid['scheme'] === scheme).flatMap((pid) => asTexts(pid['value']));
    return {
      titles: asTexts(body['mainTitle']),
      names: asList(body['authors']).flatMap((author) => asTexts(asObject(author)['fullName'])),
      years: yearsOf(asTexts(body['publicationDate'])),
      containers: asTexts(container['name']),
      pages: firstPages([asText(container['sp'])]),
      identifiers: { DOI: pids('doi'), PMID: pids('pmid'), PMCID: pids('pmc'), ISSN: [container['issnPrinted'], container['issnOnline'], container['issnLinking']].flatMap(asTexts) },
    };
  },
  cinii: (body) => {
    const publication = asObject(asList(body['publication'])[0]);
    const identifiers = [body['dc:identifier'], ...asList(body['productIdentifier']).map((each) => asObject(each)['identifier'])].flatMap(asList).map(asObject);
    const typed = (type: string): readonly string[] => identifiers.filter((each) => String(each['@type']).endsWith(type)).flatMap((each) => asTexts(each['@value']));
    const people = [...asList(body['creator']), ...asList(body['foaf:maker'])].map((person) => textsBelow(asObject(person)['foaf:name'])[0] ?? '');
    // Where nobody lists the people, a book has its statement of responsibility.
    const makers = textsBelow(body['dc:creator']);
    const isStatement = makers.some((text) => /[著編訳]\]?\s*(?:[;=]|$)|\bby\b/.test(text));
    return {
      titles: [body['title'], body['dc:title']].flatMap(asList).map((text) => textsBelow(text)[0] ?? '').slice(0, 1),
      names: people.length > 0 ? people : isStatement ? makers.flatMap(readStatement) : makers,
      years: yearsOf([...textsBelow(body['prism:publicationDate']), ...textsBelow(body['dc:date']), ...textsBelow(publication['prism:publicationDate'])]),
      containers: [body['prism:publicationName'], publication['prism:publicationName']].flatMap(textsBelow),
      pages: firstPages([...textsBelow(body['prism:startingPage']), ...textsBelow(publication['prism:startingPage'])]),
      identifiers: { DOI: typed('DOI'), ISBN: typed('ISBN'), NCID: typed('NCID'), NAID: typed('NAID') },
    };
  },
  rakuten: (body) => ({
    titles: asTexts(body['title']),
    names: asTexts(body['author']).flatMap((author) => author.replaceAll(/[(（][著訳編監修]+[)）]/g, '').split(/[/／]/)),
    years: yearsOf(asTexts(body['salesDate'])),
    containers: [],
    pages: [],
    identifiers: { 'item number': asTexts(body['itemNumber']) },
  }),
}; // prettier-ignore

/** Reads what a body states. */
export function readStated(service: Service, body: Body): Stated {
  return readers[service](body);
}
