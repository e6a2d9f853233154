/** A work in the wire format of Crossref's REST API. */
import { all, dateParts, doiPrefix, isGroup, issuedDate, parseName, toPerson } from '../work.ts';
import type { Name, PartialDate, Update, Work } from '../work.ts';
import { memberOf } from './members.ts';

/** The `message` of one work. A single record has empty values where a list has no key at all. */
export function toMessage(work: Work, form: 'single' | 'item', score = 1) {
  const issued = issuedDate(work);
  const empty = form === 'single' ? [] : undefined;
  const titles = (values: string | readonly string[] | undefined) =>
    all(values).length > 0 ? all(values) : empty;
  const registered = registeredDate(work);
  return {
    indexed: { ...stamp('2026-09-14'), version: '3.55.0' },
    institution: work.institution && [
      {
        name: work.institution.name,
        ...(work.institution.place !== undefined && { place: [work.institution.place] }),
        ...(work.institution.department !== undefined && { department: [work.institution.department] }),
      },
    ],
    'reference-count': 0,
    publisher: work.publisher,
    'publisher-location': work.place,
    'edition-number': work.edition,
    'standards-body': work.standardsBody,
    issue: work.issue,
    license: work.license === undefined ? undefined : [
      { start: stamp(issued ?? registered), 'content-version': 'vor', 'delay-in-days': 0, URL: work.license },
    ], // prettier-ignore
    funder: work.funders?.map(({ name, doi, awards }) => ({
      ...(doi !== undefined && {
        DOI: doi,
        'doi-asserted-by': 'publisher',
        id: [{ id: doi, 'id-type': 'DOI', 'asserted-by': 'publisher' }],
      }),
      name,
      ...(awards && { award: awards }),
    })),
    'content-domain': { domain: [], 'crossmark-restriction': false },
    degree: work.degree === undefined ? undefined : [work.degree],
    'short-container-title': titles(work.shortContainer),
    'published-print': toDate(work.print),
    'published-online': toDate(work.online),
    posted: toDate(work.posted),
    accepted: toDate(work.accepted),
    approved: toDate(work.approved),
    abstract: work.abstract === undefined ? undefined : `<jats:p>${work.abstract}</jats:p>`,
    DOI: work.doi.toLowerCase(),
    type: work.type,
    subtype: work.subtype,
    'group-title': work.groupTitle,
    review: work.review,
    created: stamp(registered),
    page: work.page,
    'article-number': work.articleNumber,
    source: 'Crossref',
    'is-referenced-by-count': work.citedBy ?? 0,
    title: work.award === undefined ? titles(work.title) : empty,
    prefix: doiPrefix(work.doi),
    volume: work.volume,
    author: toContributors(work.authors, 'author'),
    editor: toContributors(work.editors, 'editor'),
    translator: toContributors(work.translators, 'translator'),
    chair: toContributors(work.chairs, 'chair'),
    member: String(memberOf(work.doi)),
    event: work.event && {
      name: work.event.name,
      location: work.event.location,
      acronym: work.event.acronym,
      start: toDate(work.event.start),
      end: toDate(work.event.end),
    },
    'container-title': titles(work.container),
    'original-title': titles(work.originalTitle),
    language: work.language,
    'update-to': work.updateTo?.map(toUpdate),
    'updated-by': work.updatedBy?.map(toUpdate),
    deposited: stamp(registered),
    score,
    resource: { primary: { URL: work.url ?? `https://www.example.org/doi/${encodeURI(work.doi)}` } },
    subtitle: titles(work.subtitle),
    'short-title': titles(work.shortTitle),
    issued: issued === undefined ? { 'date-parts': [[null]] } : toDate(issued),
    published: toDate(issued),
    'references-count': 0,
    'journal-issue': work.type === 'journal-article' && work.issue !== undefined ? {
      issue: work.issue,
      'published-print': toDate(work.print),
      'published-online': toDate(work.online),
    } : undefined, // prettier-ignore
    ISBN: values(work.isbn),
    'isbn-type': typed(work.isbn),
    ISSN: values(work.issn),
    'issn-type': typed(work.issn),
    // Not encoded, even where the DOI has characters that an address must not have.
    URL: `https://doi.org/${work.doi.toLowerCase()}`,
    relation: toRelation(work) ?? (form === 'single' ? {} : undefined),
    subject: empty,
    award: work.award,
    // A grant has no title of its own.
    project:
      work.award === undefined
        ? undefined
        : [{ 'project-title': all(work.title).map((title) => ({ title })) }],
  };
}

export type Message = ReturnType<typeof toMessage>;

/** When the DOI was registered, near enough: Crossref took its first deposits in 2002. */
export function registeredDate(work: Work): PartialDate {
  const date = work.online ?? work.posted ?? work.print ?? work.approved ?? '2013-05-01';
  return date < '2002-07-25' ? '2002-07-25' : date;
}

function toDate(date: PartialDate | undefined) {
  return date === undefined ? undefined : { 'date-parts': [dateParts(date)] };
}

/** A moment as Crossref writes it; unknown months and days count as the first. */
function stamp(date: PartialDate) {
  const time = Date.parse(date);
  const day = new Date(time).toISOString();
  return {
    'date-parts': [dateParts(day.slice(0, 10))],
    'date-time': day.replace('.000', ''),
    timestamp: time,
  };
}

function toContributors(names: readonly Name[] | undefined, role: string) {
  return names?.map((name, index) => {
    const common = {
      sequence: index === 0 ? 'first' : 'additional',
      role: [{ vocabulary: 'crossref', role }],
    };
    if (isGroup(name)) return { name: name.group, ...common, affiliation: [] };
    const { name: full, orcid, affiliation } = toPerson(name);
    return {
      ...(orcid !== undefined && { ORCID: `https://orcid.org/${orcid}`, 'authenticated-orcid': false }),
      // A deposit may hold a contributor without any name.
      ...(full !== '' && parseName(full)),
      ...common,
      affiliation: affiliation === undefined ? [] : [{ name: affiliation }],
    };
  });
}

const updateLabels: Readonly<Record<string, string>> = { err: 'Erratum', new_version: 'New version' };

function toUpdate({ doi, type, date, source = 'publisher' }: Update) {
  return {
    DOI: doi.toLowerCase(),
    type,
    label: updateLabels[type] ?? type.charAt(0).toUpperCase() + type.slice(1).replaceAll('_', ' '),
    source,
    updated: stamp(date),
    ...(source === 'retraction-watch' && { 'record-id': 22_000 }),
  };
}

function toRelation(work: Work) {
  return work.relations && Object.fromEntries(
    Object.entries(work.relations).map(([relation, ids]) => [
      relation,
      ids.map((id) => ({ 'id-type': id.startsWith('10.') ? 'doi' : 'uri', id, 'asserted-by': 'subject' })),
    ]),
  ); // prettier-ignore
}

type Numbers = Work['issn'];

function values(numbers: Numbers): string[] | undefined {
  return numbers && Object.values(numbers);
}

function typed(numbers: Numbers) {
  return numbers && Object.entries(numbers).map(([type, value]) => ({ type, value }));
}
