/** A work in the wire format of DataCite's REST API. */
import { Buffer } from 'node:buffer';
import { all, doiPrefix, firstDay, isGroup, issuedDate, mainTitle, parseName, toPerson } from '../work.ts';
import type { Name, PartialDate, Work } from '../work.ts';
import { toTypes } from './types.ts';

/** Forms of a record that a request can choose. */
export interface ResourceForm {
  /** A single record has keys that a list has not. */
  readonly single: boolean;
  readonly affiliationObjects: boolean;
  readonly publisherObject: boolean;
}

/** The account by which a work was registered. */
export function clientOf({ client }: Work): string {
  return client ?? 'datacite.test';
}

/** The `data` of one work. */
export function toResource(work: Work, form: ResourceForm) {
  const id = work.doi.toLowerCase();
  const client = clientOf(work);
  const related = (relation: string) =>
    (work.relations?.[relation] ?? []).map((other) => ({ id: other.toLowerCase(), type: 'dois' }));
  return {
    id,
    type: 'dois',
    attributes: toAttributes(work, form),
    relationships: {
      client: { data: { id: client, type: 'clients' } },
      provider: { data: { id: client.split('.')[0] ?? '', type: 'providers' } },
      media: { data: { id, type: 'media' } },
      references: { data: related('References') },
      citations: { data: related('IsCitedBy') },
      parts: { data: related('HasPart') },
      partOf: { data: related('IsPartOf') },
      versions: { data: related('HasVersion') },
      versionOf: { data: related('IsVersionOf') },
    },
  };
}

export type Attributes = ReturnType<typeof toAttributes>;

/** Every attribute; empty ones are there too. */
export function toAttributes(work: Work, form: ResourceForm) {
  const doi = work.doi.toLowerCase();
  const issued = issuedDate(work);
  const identifiers = identifiersOf(work);
  // DataCite took its first DOIs in 2009.
  const registered = [firstDay(work.changed ?? issued ?? '2015'), '2010-01-01'].sort().at(-1) ?? '';
  return {
    doi,
    ...(form.single && { prefix: doiPrefix(doi), suffix: doi.slice(doi.indexOf('/') + 1) }),
    identifiers,
    ...(form.single && {
      alternateIdentifiers: identifiers.map(({ identifier, identifierType }) => ({
        alternateIdentifierType: identifierType,
        alternateIdentifier: identifier,
      })),
    }),
    creators: (work.authors ?? []).map((name) => toCreator(name, form)),
    titles: titlesOf(work),
    publisher: form.publisherObject ? { name: work.publisher ?? '' } : (work.publisher ?? ''),
    container: toContainer(work),
    publicationYear: issued === undefined ? null : Number(issued.slice(0, 4)),
    subjects: (work.subjects ?? []).map((subject) => ({ subject })),
    contributors: toContributors(work, form),
    dates: datesOf(work),
    language: work.language ?? null,
    types: toTypes(work.type, work.subtype),
    relatedIdentifiers: Object.entries(work.relations ?? {}).flatMap(([relationType, ids]) =>
      ids.map((id) => ({ relationType, relatedIdentifier: id, relatedIdentifierType: identifierTypeOf(id) })),
    ),
    relatedItems: toRelatedItems(work),
    sizes: [],
    formats: [],
    version: work.version ?? null,
    rightsList: work.license === undefined ? [] : [toRights(work.license)],
    descriptions:
      work.abstract === undefined ? [] : [{ description: work.abstract, descriptionType: 'Abstract' }],
    geoLocations: [],
    fundingReferences: (work.funders ?? []).map(({ name, doi: funder, awards }) => ({
      funderName: name,
      ...(funder !== undefined && {
        funderIdentifier: `https://doi.org/${funder}`,
        funderIdentifierType: 'Crossref Funder ID',
      }),
      ...(awards?.[0] !== undefined && { awardNumber: awards[0] }),
    })),
    ...(form.single && {
      xml: Buffer.from(`<resource><identifier>${doi}</identifier></resource>`).toString('base64'),
    }),
    url: work.url ?? null,
    contentUrl: null,
    metadataVersion: 0,
    schemaVersion: 'http://datacite.org/schema/kernel-4',
    source: 'mds',
    isActive: true,
    state: 'findable',
    reason: null,
    viewCount: 0,
    ...(form.single && { viewsOverTime: [] }),
    downloadCount: 0,
    ...(form.single && { downloadsOverTime: [] }),
    referenceCount: 0,
    citationCount: work.citedBy ?? 0,
    ...(form.single && { citationsOverTime: [] }),
    partCount: 0,
    partOfCount: 0,
    versionCount: work.relations?.['HasVersion']?.length ?? 0,
    versionOfCount: work.relations?.['IsVersionOf']?.length ?? 0,
    created: `${registered}T08:00:00.000Z`,
    registered: `${registered}T08:00:01.000Z`,
    published: issued?.slice(0, 4) ?? null,
    updated: `${registered}T08:00:02.000Z`,
  };
}

function toCreator(name: Name, form: ResourceForm) {
  if (isGroup(name))
    return { name: name.group, nameType: 'Organizational', affiliation: [], nameIdentifiers: [] };
  const { name: full, orcid, affiliation } = toPerson(name);
  const { family, given } = parseName(full);
  return {
    name: full,
    // Without a comma, DataCite does not know what kind of name it is.
    ...(given !== undefined && { nameType: 'Personal', givenName: given, familyName: family }),
    affiliation: affiliation === undefined ? [] : form.affiliationObjects ? [{ name: affiliation }] : [affiliation],
    nameIdentifiers: orcid === undefined ? [] : [
      { schemeUri: 'https://orcid.org', nameIdentifier: `https://orcid.org/${orcid}`, nameIdentifierScheme: 'ORCID' },
    ],
  }; // prettier-ignore
}

function toContributors(work: Work, form: ResourceForm) {
  const byType = { Editor: work.editors, Translator: work.translators, Supervisor: work.supervisors, HostingInstitution: work.institution && [{ group: work.institution.name }] }; // prettier-ignore
  return Object.entries(byType).flatMap(([contributorType, names]) =>
    (names ?? []).map((name) => ({ ...toCreator(name, form), contributorType })),
  );
}

function titlesOf(work: Work): { title: string; titleType?: string; lang?: string }[] {
  const typed = {
    Subtitle: work.subtitle,
    TranslatedTitle: work.translatedTitle,
    AlternativeTitle: work.shortTitle,
  };
  return [
    ...all(work.title).map((title) => ({ title })),
    ...Object.entries(typed).flatMap(([titleType, title]) =>
      title === undefined ? [] : [{ title, titleType }],
    ),
  ];
}

function datesOf(work: Work): { date: PartialDate; dateType: string; dateInformation?: string }[] {
  const issued = issuedDate(work);
  if (work.arxiv !== undefined && work.posted !== undefined) {
    return [
      { date: `${work.posted}T00:00:00Z`, dateType: 'Submitted', dateInformation: 'v1' },
      {
        date: `${work.changed ?? work.posted}T00:00:00Z`,
        dateType: 'Updated',
        dateInformation: `v${work.version ?? '1'}`,
      },
      { date: work.posted.slice(0, 7), dateType: 'Available', dateInformation: 'v1' },
      { date: work.posted.slice(0, 4), dateType: 'Issued' },
    ];
  }
  const typed = { Issued: issued, Accepted: work.accepted, Updated: work.changed };
  return Object.entries(typed).flatMap(([dateType, date]) =>
    date === undefined ? [] : [{ date, dateType }],
  );
}

function identifiersOf(work: Work): { identifier: string; identifierType: string }[] {
  return [
    ...(work.arxiv === undefined ? [] : [{ identifier: work.arxiv, identifierType: 'arXiv' }]),
    ...Object.values(work.isbn ?? {}).map((identifier) => ({ identifier, identifierType: 'ISBN' })),
  ];
}

function identifierTypeOf(id: string): string {
  if (id.startsWith('http')) return 'URL';
  if (id.startsWith('arXiv:')) return 'arXiv';
  return id.startsWith('978') ? 'ISBN' : 'DOI';
}

function toContainer(work: Work) {
  const title = all(work.container).at(-1);
  if (title === undefined) return {};
  const [firstPage, lastPage] = work.page?.split('-') ?? [];
  const issn = work.issn?.electronic ?? work.issn?.print;
  return {
    type: issn === undefined ? 'Series' : 'Journal',
    title,
    ...(work.volume !== undefined && { volume: work.volume }),
    ...(work.issue !== undefined && { issue: work.issue }),
    ...(firstPage !== undefined && { firstPage }),
    ...(lastPage !== undefined && { lastPage }),
    ...(issn !== undefined && { identifier: issn, identifierType: 'ISSN' }),
  };
}

const hostTypes: Readonly<Record<string, string>> = {
  BookChapter: 'Book',
  ConferencePaper: 'ConferenceProceeding',
};

function toRelatedItems(work: Work) {
  const title = all(work.container).at(-1);
  if (title === undefined) return [];
  const [firstPage, lastPage] = work.page?.split('-') ?? [];
  const issn = work.issn?.electronic ?? work.issn?.print;
  return [
    {
      titles: [{ title }],
      volume: work.volume,
      issue: work.issue,
      firstPage,
      lastPage,
      publisher: work.publisher,
      publicationYear: issuedDate(work)?.slice(0, 4),
      relationType: 'IsPublishedIn',
      relatedItemType: hostTypes[work.type] ?? 'Journal',
      ...(issn !== undefined && {
        relatedItemIdentifier: { relatedItemIdentifier: issn, relatedItemIdentifierType: 'ISSN' },
      }),
    },
  ];
}

function toRights(uri: string) {
  const [, kind, version] = /creativecommons\.org\/licenses\/([a-z-]+)\/([\d.]+)/.exec(uri) ?? [];
  return {
    rightsUri: uri,
    ...(kind !== undefined && {
      rights: `Creative Commons ${kind.toUpperCase()} ${version ?? ''}`,
      schemeUri: 'https://spdx.org/licenses/',
      rightsIdentifier: `cc-${kind}-${version ?? ''}`,
      rightsIdentifierScheme: 'SPDX',
    }),
  };
}

/** CSL JSON as DataCite writes it: the DOI in capitals, software an article or, with a version, a book. */
export function toCsl(work: Work): object {
  const { citeproc } = toTypes(work.type, work.subtype);
  const issued = issuedDate(work);
  return {
    type: work.type === 'Software' && work.version !== undefined ? 'book' : citeproc || 'article',
    id: `https://doi.org/${work.doi.toLowerCase()}`,
    categories: work.subjects,
    language: work.language,
    author: work.authors?.map((name) => {
      if (isGroup(name)) return { literal: name.group };
      const { family, given } = parseName(toPerson(name).name);
      return given === undefined ? { literal: family } : { family, given };
    }),
    issued: issued === undefined ? undefined : { 'date-parts': [issued.split('-').map(Number)] },
    abstract: work.abstract,
    'container-title': all(work.container).at(-1),
    volume: work.volume,
    issue: work.issue,
    page: work.page,
    DOI: work.doi.toUpperCase(),
    publisher: work.publisher,
    title: mainTitle(work),
    URL: work.url,
    version: work.version,
    copyright: work.license === undefined ? undefined : toRights(work.license).rights,
  };
}
