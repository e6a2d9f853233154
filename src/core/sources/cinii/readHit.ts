/** Reads a hit of CiNii's OpenSearch. */
import { readDoi } from '../numbers.ts';
import { asList, asObject, asText, asTexts } from '../json.ts';
import { firstText, identifiersOf, readCrid, readTexts, type CiniiWork } from './work.ts';

type Members = Readonly<Record<string, unknown>>;

/** What the older services say by an address, `urn:isbn:…` and `…/naid/…`, where today's have identifiers. */
function readUrns(hit: Members, name: 'isbn' | 'issn'): readonly string[] {
  const urns = asList(hit['dcterms:hasPart']).map((part) => asText(asObject(part)['@id']) ?? '');
  return urns.filter((urn) => urn.startsWith(`urn:${name}:`)).map((urn) => urn.slice(9));
}

/** Abstracts that their owners do not license are never read. */
function readAbstract(hit: Members): string | undefined {
  return firstText(hit['abstractLicenseFlag']) === 'disallow' ? undefined : firstText(hit['description']);
}

/** A book's description is, as a rule, the book or series that it is a part of: `ちくま新書, 1066`. */
const partOf = /\|\||(?:, | ; )(?:v\.|vol\.|no\.|第)?\s?\d+[A-Z]?$/i;

/** Returns what a hit says of a work; undefined for people and for what has no title. */
export function readHit(value: unknown): CiniiWork | undefined {
  const hit = asObject(value);
  const titles = readTexts(hit['title']);
  const identifiers = asList(hit['dc:identifier']);
  const address = asText(hit['@id']) ?? '';
  const naid = identifiersOf(identifiers, 'NAID')[0] ?? /\/naid\/(\d+)/.exec(address)?.[1];
  const ncid = identifiersOf(identifiers, 'NCID')[0] ?? /\/ncid\/(\w{10})$/.exec(address)?.[1];
  const degree = firstText(hit['ndl:degreeName']);
  const inferred = ncid !== undefined ? 'Book' : degree !== undefined ? 'Dissertation' : 'Article';
  const kind = firstText(hit['dc:type']) ?? inferred;
  if (titles.length === 0 || kind === 'Researcher') return undefined;
  const creators = readTexts(hit['dc:creator']);
  const crid = readCrid(address);
  // CiNii Books gives a statement of responsibility where CiNii Research lists the people.
  const isStatement = kind === 'Book' && crid === undefined;
  const about = readAbstract(hit);
  const isPart = kind === 'Book' && about !== undefined && partOf.test(about);
  return {
    crid,
    kind,
    resourceType: firstText(hit['resourceType']),
    titles,
    creators: isStatement ? [] : creators.map((name) => ({ names: [name] })),
    statement: isStatement ? creators[0]?.text : undefined,
    containers: readTexts(hit['prism:publicationName']),
    series:
      firstText(asList(hit['dcterms:isPartOf']).map((part) => asObject(part)['dc:title'])) ??
      (isPart ? about : undefined),
    publishers: readTexts(hit['dc:publisher']),
    date: firstText(hit['prism:publicationDate']) ?? firstText(hit['dc:date']),
    volume: firstText(hit['prism:volume']),
    issue: firstText(hit['prism:number']),
    firstPage: firstText(hit['prism:startingPage']) ?? firstText(hit['prism:pageRange']),
    lastPage: firstText(hit['prism:endingPage']),
    issns: [
      ...readTexts(hit['prism:issn']).map(({ text }) => text),
      ...identifiersOf(identifiers, 'ISSN'),
      ...readUrns(hit, 'issn'),
    ],
    isbns: [...identifiersOf(identifiers, 'ISBN'), ...readUrns(hit, 'isbn')],
    doi: readDoi(identifiersOf(identifiers, 'DOI')[0]),
    naid,
    ncid,
    abstract: isPart ? undefined : about,
    degree,
    dissertationNumber: firstText(hit['ndl:dissertationNumber']),
    subjects: asTexts(hit['dc:subject']),
    url: identifiersOf(identifiers, 'URI').find((uri) => !uri.includes('ci.nii.ac.jp')),
  };
}
