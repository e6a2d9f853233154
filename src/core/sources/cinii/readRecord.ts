/** Reads one record of CiNii Research: the JSON-LD of `/crid/<crid>.json`, or the RDF of the same shape. */
import { readDoi } from '../numbers.ts';
import { asList, asObject, asText } from '../json.ts';
import { firstText, identifiersOf, readCrid, readTexts, type CiniiWork, type Person } from './work.ts';

type Members = Readonly<Record<string, unknown>>;

function first(value: unknown): Members {
  return asObject(asList(value)[0]);
}

/** People without any name occur. */
function readPeople(value: unknown): readonly Person[] {
  return asList(value)
    .map((person) => ({ names: readTexts(asObject(person)['foaf:name']) }))
    .filter(({ names }) => names.length > 0);
}

/** The abstract before other descriptions; one that its owner does not license is never read. */
function readAbstract(record: Members, language: string | undefined): string | undefined {
  const descriptions = asList(record['description'])
    .map(asObject)
    .filter((description) => firstText(description['abstractLicenseFlag']) !== 'disallow')
    .filter((description) => readTexts(description['notation']).length > 0);
  const chosen = descriptions.find(({ type }) => firstText(type) === 'abstract') ?? descriptions[0];
  const notation = readTexts(chosen?.['notation']);
  return (notation.find((text) => text.language === language) ?? notation[0])?.text;
}

/** `学術雑誌論文(conference paper)` and `conference paper` say the same. */
function readResourceType(record: Members): string | undefined {
  const text = firstText(record['resourceType']);
  return text === undefined ? undefined : (/\(([^()]+)\)\s*$/.exec(text)?.[1] ?? text);
}

/** The institution of a thesis, a text or an object that holds one. */
function readInstitution(record: Members): ReturnType<typeof readTexts> {
  const institution = record['degreeAwardInstitution'];
  const texts = readTexts(institution);
  return texts.length > 0
    ? texts
    : asList(institution).flatMap((each) => Object.values(asObject(each)).flatMap(readTexts));
}

/** Returns what a record says of a work; undefined for people and for what has no title. */
export function readRecord(value: unknown): CiniiWork | undefined {
  const record = asObject(value);
  const titles = readTexts(record['dc:title']);
  const kind = asText(record['@type']) ?? '';
  if (titles.length === 0 || kind === '' || kind === 'Researcher') return undefined;
  const publication = first(record['publication']);
  const publishers = asList(record['dcterms:publisher']).map(asObject);
  const identifiers = asList(record['productIdentifier']).flatMap((each) =>
    asList(asObject(each)['identifier']),
  );
  const journal = asList(publication['publicationIdentifier']);
  const language = firstText(record['dc:language']);
  const series = asList(record['relatedProduct'])
    .map(asObject)
    .find((product) => firstText(product['relationType'] ?? product['type']) === 'isPartOf');
  return {
    crid: readCrid(asText(record['@id'])),
    kind,
    resourceType: readResourceType(record),
    titles,
    alternatives: readTexts(record['dcterms:alternative']),
    creators: readPeople(record['creator']),
    contributors: readPeople(record['contributor']),
    statement: firstText(record['dc:creator']),
    notes: readTexts(record['cinii:note']).map(({ text }) => text),
    containers: readTexts(publication['prism:publicationName']),
    series: firstText(series?.['dc:title'] ?? series?.['title']),
    publishers: [
      ...readInstitution(record),
      ...readTexts(publication['dc:publisher']),
      ...publishers.flatMap((publisher) => readTexts(publisher['dc:publisher'])),
      ...readTexts(record['dc:publisher']),
    ],
    place: firstText(publishers.flatMap((publisher) => asList(publisher['publicationPlace']))),
    date:
      firstText(publication['prism:publicationDate']) ??
      firstText(publishers.flatMap((publisher) => asList(publisher['prism:publicationDate']))) ??
      firstText(record['ndl:dateGranted']) ??
      firstText(record['dc:date']),
    volume: firstText(publication['prism:volume']),
    issue: firstText(publication['prism:number']),
    firstPage: firstText(publication['prism:startingPage']) ?? firstText(publication['prism:pageRange']),
    lastPage: firstText(publication['prism:endingPage']),
    issns: [...identifiersOf(journal, 'PISSN', 'ISSN', 'EISSN'), ...identifiersOf(identifiers, 'ISSN')],
    isbns: [...identifiersOf(identifiers, 'ISBN'), ...identifiersOf(journal, 'ISBN')],
    doi: readDoi(identifiersOf(identifiers, 'DOI')[0]),
    naid: identifiersOf(identifiers, 'NAID')[0],
    ncid: identifiersOf(identifiers, 'NCID')[0],
    language,
    abstract: readAbstract(record, language),
    degree: firstText(record['ndl:degreeName']),
    dissertationNumber: firstText(record['ndl:dissertationNumber']),
    subjects: asList(record['foaf:topic']).flatMap((topic) => firstText(asObject(topic)['dc:title']) ?? []),
    url: asText(first(record['url'])['@id']),
  };
}
