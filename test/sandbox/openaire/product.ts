/** A work as the OpenAIRE Graph shows it: merged from many sources, and damaged as such records are. */
import { createHash } from 'node:crypto';
import { all, firstDay, isGroup, issuedDate, mainTitle, parseName, toPerson } from '../work.ts';
import type { Name, Work } from '../work.ts';
import type { Project } from '../works/projects.ts';

/** Labels of `instances[].type`; everything else is other literature. */
const labels: Readonly<Record<string, string>> = {
  'journal-article': 'Article',
  'proceedings-article': 'Conference object',
  proceedings: 'Conference object',
  book: 'Book',
  monograph: 'Book',
  'edited-book': 'Book',
  'reference-book': 'Book',
  'book-chapter': 'Part of book or chapter of book',
  'reference-entry': 'Part of book or chapter of book',
  // Whatever its degree.
  dissertation: 'Doctoral thesis',
  report: 'Report',
  'posted-content': 'Preprint',
  'peer-review': 'Review',
  dataset: 'Dataset',
  'article-journal': 'Article',
  Audiovisual: 'Audiovisual',
  Book: 'Book',
  BookChapter: 'Part of book or chapter of book',
  Collection: 'Collection',
  ConferencePaper: 'Conference object',
  Dataset: 'Dataset',
  Dissertation: 'Doctoral thesis',
  Event: 'Event',
  Image: 'Image',
  JournalArticle: 'Article',
  OutputManagementPlan: 'Data Management Plan',
  // arXiv's articles are registered as articles.
  Preprint: 'Article',
  Report: 'Report',
  Software: 'Software',
  Sound: 'Sound',
  Text: 'Article',
};

const otherTypes = new Set([
  'Event',
  'Model',
  'InteractiveResource',
  'PhysicalObject',
  'Workflow',
  'Service',
  'Other',
]);
const datasetTypes = new Set(['dataset', 'Dataset', 'Collection', 'Image', 'Audiovisual', 'Sound']);

const languages: Readonly<Record<string, string>> = {
  en: 'eng',
  de: 'deu',
  ja: 'jpn',
  ko: 'kor',
  ru: 'rus',
  ar: 'ara',
  zh: 'zho',
  el: 'ell',
};

const openAccess = {
  code: 'c_abf2',
  label: 'OPEN',
  scheme: 'http://vocabularies.coar-repositories.org/documentation/access_rights/',
};

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** Id in the graph: 12 characters that name the source, and a digest. */
function productId(work: Work): string {
  return work.pmid === undefined
    ? `doi_dedup___::${md5(work.doi.toLowerCase())}`
    : `pmid________::${md5(work.pmid)}`;
}

/** One product; `merged` are the other versions that the graph took for the same work. */
export function toProduct(work: Work, merged: readonly Work[], project: Project | undefined) {
  const open = work.license !== undefined;
  const issued = issuedDate(work) ?? work.approved;
  const versions = [work, ...merged];
  return {
    authors: work.authors?.map((name, index) => toAuthor(name, index + 1, work)) ?? null,
    openAccessColor: open && work.type === 'journal-article' ? 'gold' : null,
    publiclyFunded: false,
    eoscIfGuidelines: null,
    type: kindOf(work),
    language: { code: languages[work.language ?? ''] ?? 'und', label: work.language === 'en' ? 'English' : 'Undetermined' },
    countries: null,
    subjects: work.subjects?.map((value) => ({ subject: { scheme: 'keyword', value }, provenance: null })) ?? null,
    mainTitle: mainTitle(work) || (all(work.title)[1] ?? ''),
    // Never filled, whether or not the work has one.
    subTitle: null,
    descriptions: work.abstract === undefined ? null : [`<jats:p>${work.abstract}</jats:p>`],
    // A year alone is padded to its first day.
    publicationDate: issued === undefined ? null : firstDay(issued),
    publisher: work.publisher ?? null,
    embargoEndDate: null,
    sources: [work.agency],
    formats: null,
    contributors: null,
    coverages: null,
    bestAccessRight: open ? openAccess : null,
    container: toContainer(work),
    documentationUrls: null,
    codeRepositoryUrl: null,
    programmingLanguage: null,
    contactPeople: null,
    contactGroups: null,
    tools: null,
    size: null,
    version: work.version ?? null,
    geoLocations: null,
    id: productId(work),
    originalIds: versions.map(({ doi }) => doi.toLowerCase()),
    pids: versions.flatMap(pidsOf),
    dateOfCollection: null,
    lastUpdateTimeStamp: null,
    indicators: {
      citationImpact: {
        citationCount: work.citedBy ?? 0,
        influence: 2.7e-9,
        popularity: 9.8e-9,
        impulse: 0,
        citationClass: 'C5',
        influenceClass: 'C5',
        impulseClass: 'C5',
        popularityClass: 'C5',
      },
    },
    projects: project === undefined ? null : [
      { id: projectId(project), code: project.code, acronym: project.acronym, title: project.title, funder: 'European Commission', pids: null },
    ],
    organizations: null,
    communities: null,
    collectedFrom: [{ key: `openaire____::${md5(work.agency)}`, value: work.agency }],
    instances: versions.map((version) => toInstance(version, open)),
    links: [],
    otherTitles: null,
    inDiamondJournal: false,
    green: false,
    isGreen: false,
    isInDiamondJournal: false,
  }; // prettier-ignore
}

export type Product = ReturnType<typeof toProduct>;

export function projectId({ code }: Project): string {
  return `corda__h2020::${md5(code)}`;
}

function kindOf({ type }: Work): 'publication' | 'dataset' | 'software' | 'other' {
  if (type === 'Software' || type === 'ComputationalNotebook') return 'software';
  if (datasetTypes.has(type)) return 'dataset';
  return otherTypes.has(type) ? 'other' : 'publication';
}

/** Names as the graph damages them: what PubMed names is turned round, particles get lost, accents come apart. */
function toAuthor(name: Name, rank: number, work: Work) {
  const nobody = { id: null, name: null, surname: null, rank, pid: null };
  if (isGroup(name)) return { ...nobody, fullName: name.group };
  const { name: full, orcid } = toPerson(name);
  const { family, given } = parseName(full);
  if (given === undefined) return { ...nobody, fullName: full };
  return {
    ...nobody,
    fullName: work.pmid === undefined ? `${family}, ${given}` : `${given}, ${family}`,
    name: given.normalize('NFD'),
    surname: family.replace(/^(?:van der|van|von|de) /, '').normalize('NFD'),
    pid: orcid === undefined ? null : { id: { scheme: 'orcid', value: orcid }, provenance: null },
  };
}

function toContainer(work: Work) {
  const name = all(work.container).at(-1);
  if (name === undefined) return null;
  const [sp, ep] = (work.page ?? work.articleNumber)?.split('-') ?? [];
  return {
    name,
    issnPrinted: work.issn?.print ?? null,
    issnOnline: work.issn?.electronic ?? null,
    issnLinking: null,
    ep: ep ?? null,
    // The graph keeps no issue.
    iss: null,
    sp: sp ?? null,
    vol: work.volume ?? null,
    edition: work.edition ?? null,
    conferencePlace: work.event?.location ?? null,
    conferenceDate: work.event?.start ?? null,
  };
}

function pidsOf(work: Work): { scheme: string; value: string }[] {
  const pids = { doi: work.doi.toLowerCase(), pmid: work.pmid, pmc: work.pmcid, arXiv: work.arxiv };
  return Object.entries(pids).flatMap(([scheme, value]) => (value === undefined ? [] : [{ scheme, value }]));
}

function toInstance(work: Work, open: boolean) {
  const issued = issuedDate(work);
  return {
    pids: pidsOf(work),
    ...(work.license !== undefined && { license: work.license }),
    accessRight: open ? { ...openAccess, openAccessRoute: null } : { code: 'c_14cb', label: 'CLOSED', scheme: openAccess.scheme, openAccessRoute: null }, // prettier-ignore
    type: labels[work.type] ?? 'Other literature type',
    urls: [`https://doi.org/${work.doi.toLowerCase()}`],
    ...(issued !== undefined && { publicationDate: firstDay(issued) }),
    refereed: work.type === 'journal-article' ? 'peerReviewed' : 'nonPeerReviewed',
    hostedBy: {
      key: `openaire____::${md5(work.publisher ?? '')}`,
      value: all(work.container).at(-1) ?? 'Unknown Repository',
    },
    collectedFrom: { key: `openaire____::${md5(work.agency)}`, value: work.agency },
  };
}
