/** A fixture for each source of the registry: a source without one fails the contract. */
import type { CitationRecord, CslItem } from '../../../src/core/record/record.ts';
import { yearOf } from '../../../src/core/record/dates.ts';
import type { SearchField, SearchQuery } from '../../../src/core/sources/query.ts';
import { credentials } from '../../sandbox/credentials.ts';
import type { Condition, Fixture } from './fixture.ts';

/** A field of CSL holds this text, capitals aside. */
const says =
  (field: keyof CslItem, text: string) =>
  ({ csl }: CitationRecord): boolean =>
    JSON.stringify(csl[field] ?? '')
      .toLowerCase()
      .includes(text.toLowerCase());

const between =
  (from: number, to: number) =>
  ({ csl }: CitationRecord): boolean => {
    const year = yearOf(csl.issued);
    return year !== undefined && year >= from && year <= to;
  };

const hasDoi =
  (...dois: readonly string[]) =>
  ({ csl }: CitationRecord): boolean =>
    dois.includes(csl.DOI ?? '');

const isOpen = ({ facts }: CitationRecord): boolean => facts?.openAccess === true;

/** Adds conditions to a search: what was found before is what they choose from. */
function over(base: SearchQuery) {
  return (query: Partial<SearchQuery>, holds: Condition['holds']): Condition => ({
    query: { ...base, ...query },
    among: base,
    holds,
  });
}

const ofCrossref = over({ words: 'the of a in on and' });
const ofAllOfCrossref = over({ words: '', own: { crossref: { 'until-index-date': '2030' } } });
const ofDataCite = over({ words: '', year: { from: 1500 } });
const ofOpenaire = over({ words: '', year: { from: 1800 } });
const ofArticles = over({ words: '', type: ['article-journal'], year: { from: 1900 } });
const ofBooks = over({ words: '', type: ['book'], year: { from: 1900 } });
const ofTheses = over({ words: 'の', type: ['thesis'] });
const ofEbooks = over({ words: '', type: ['book'] });
const ofGrants = over({ words: '', year: { from: 1900 } });

/** Returns what the contract asks a source; undefined for a source that has no fixture. */
export const fixtures: Readonly<Record<string, Fixture>> = {
  crossref: {
    service: 'crossref',
    credentials: credentials.crossref,
    refused: { plusToken: 'a-secret-that-is-none' },
    many: { words: 'Demonstration of the', type: ['article-journal'] },
    pageSize: 7,
    conditions: {
      author: ofCrossref({ author: ['Fenner'] }, says('author', 'fenner')),
      title: ofCrossref({ title: ['Hydroxychloroquine'] }, says('title', 'hydroxychloroquine')),
      journal: ofCrossref({ journal: ['Psychoceramics'] }, says('container-title', 'psychoceramics')),
      publisher: ofCrossref({ publisher: ['Elsevier'] }, says('publisher', 'elsevier')),
      issn: ofCrossref({ issn: ['0140-6736'] }, says('ISSN', '0140-6736')),
      isbn: ofCrossref({ isbn: ['978-1-107-09789-6'] }, says('DOI', '10.1017/cbo9781316161012')),
      orcid: ofCrossref({ orcid: ['0000-0003-1419-2405'] }, says('author', 'fenner')),
      funder: ofCrossref({ funder: ['Australian'] }, says('DOI', '10.1098/rspb.2017.0132')),
      award: ofCrossref({ award: ['DE-160100097', 'IOS-2100625'] }, hasDoi('10.1098/rspb.2017.0132', '10.1038/s41467-022-34113-y')),
      license: ofCrossref({ license: ['cc-by'] }, ({ facts }) => facts?.licence?.includes('/licenses/by/') === true),
      member: ofCrossref({ member: ['Elsevier'] }, says('DOI', '10.1016/')),
      prefix: ofCrossref({ prefix: ['10.1371', '10.1103'] }, ({ csl }) => /^10\.(?:1371|1103)\//.test(csl.DOI ?? '')),
      updates: ofCrossref({ updates: ['correction'] }, hasDoi('10.1371/annotation/5a4ac42e-a148-4a89-b148-e47de0d72d16')),
      abstract: ofCrossref({ abstract: true }, ({ csl }) => csl.abstract !== undefined),
      date: ofCrossref({ date: { from: '2019-04', to: '2019-04-30' } }, says('issued', '[2019,4,')),
      year: ofCrossref({ year: { from: 1950, to: 1970 } }, between(1950, 1970)),
      type: ofCrossref({ type: ['book'] }, says('type', 'book')),
    },
    identifiers: {
      doi: { id: '10.1038/171737a0', title: 'Nucleic Acids', unknown: '10.5555/unknown', malformed: '10.5555/%zz?a=b#c' },
      isbn: { id: '9781107097896', title: 'Open Access', unknown: '9783161484100', malformed: '978,rows:1000&x=' },
    },
    own: {
      'query': ofAllOfCrossref({ own: { crossref: { query: 'Australian' } } }, hasDoi('10.1098/rspb.2017.0132', '10.1016/s0031-9384(97)00216-8')),
      'chair': ofAllOfCrossref({ own: { crossref: { chair: 'Carberry' } } }, hasDoi('10.5555/12345678es')),
      'contributor': ofAllOfCrossref({ own: { crossref: { contributor: 'Zarzavilla' } } }, hasDoi('10.5555/12345678es')),
      'degree': ofAllOfCrossref({ own: { crossref: { degree: 'Master' } } }, says('genre', 'master')),
      'description': ofAllOfCrossref({ own: { crossref: { description: 'structure' } } }, says('abstract', 'structure')),
      'editor': ofAllOfCrossref({ own: { crossref: { editor: 'Özsu' } } }, says('editor', 'özsu')),
      'event-acronym': ofAllOfCrossref({ own: { crossref: { 'event-acronym': 'KDD' } } }, hasDoi('10.1145/3292500')),
      'event-location': ofAllOfCrossref({ own: { crossref: { 'event-location': 'Houston' } } }, says('event-place', 'houston')),
      'event-name': ofAllOfCrossref({ own: { crossref: { 'event-name': 'Vision' } } }, says('event-title', 'vision')),
      'publisher-location': ofAllOfCrossref({ own: { crossref: { 'publisher-location': 'Boston' } } }, says('publisher-place', 'boston')),
      'standards-body-acronym': ofAllOfCrossref({ own: { crossref: { 'standards-body-acronym': 'BSI' } } }, hasDoi('10.3403/30330644')),
      'standards-body-name': ofAllOfCrossref({ own: { crossref: { 'standards-body-name': 'British' } } }, hasDoi('10.3403/30330644')),
      'translator': ofAllOfCrossref({ own: { crossref: { translator: 'Zarzavilla' } } }, says('translator', 'zarzavilla')),
      'article-number': ofAllOfCrossref({ own: { crossref: { 'article-number': 'e55167' } } }, says('number', 'e55167')),
      'container-title': ofAllOfCrossref({ own: { crossref: { 'container-title': 'Nature' } } }, ({ csl }) => csl['container-title'] === 'Nature'),
      'has-update': ofAllOfCrossref({ own: { crossref: { 'has-update': 'true' } } }, ({ csl, notices }) => notices.length > 0 || /^Retraction|^Oxidative/.test(csl.title)),
      'relation.type': ofAllOfCrossref({ own: { crossref: { 'relation.type': 'is-preprint-of' } } }, hasDoi('10.1101/097196')),
      'type': ofAllOfCrossref({ own: { crossref: { type: 'monograph' } } }, ({ csl }) => csl.custom?.kind === 'monograph'),
      'type-name': ofAllOfCrossref({ own: { crossref: { 'type-name': 'Edited Book' } } }, ({ csl }) => csl.custom?.kind === 'edited-book'),
      'from-online-pub-date': ofAllOfCrossref({ own: { crossref: { 'from-online-pub-date': '2022' } } }, between(2021, 2100)),
    },
    values: { type: 'journal-article', sort: 'created', order: 'asc' },
    batchMore: ['10.5555/with,comma', '10.5555/with#hash', '10.1038/nature10836'],
  },
  datacite: {
    service: 'datacite',
    many: { words: 'Demonstration' },
    pageSize: 4,
    repositoryOf: () => 'datacite.test',
    values: { sort: '-view-count' },
    conditions: {
      author: ofDataCite({ author: ['Perelman, Grisha'] }, says('author', 'perelman')),
      title: ofDataCite({ title: ['Attention Is All You Need'] }, says('title', 'attention')),
      journal: ofDataCite({ journal: ['Tremor and Other Hyperkinetic Movements'] }, says('container-title', 'tremor')),
      publisher: ofDataCite({ publisher: ['Zenodo'] }, says('publisher', 'zenodo')),
      issn: ofDataCite({ issn: ['2701-9012'] }, says('DOI', '10.48648/yhp7-0g75')),
      isbn: ofDataCite({ isbn: ['978-3-7815-6043-7'] }, says('ISBN', '978')),
      orcid: ofDataCite({ orcid: ['0000-0003-0870-3192'] }, says('title', 'f-uji')),
      funder: ofDataCite({ funder: ['European Commission'] }, says('DOI', '10.5281/zenodo.8347772')),
      award: ofDataCite({ award: ['831558'] }, hasDoi('10.5281/zenodo.8347772')),
      license: ofDataCite({ license: ['cc-by'] }, ({ facts }) => facts?.licence?.startsWith('cc-by-4') === true),
      repository: ofDataCite({ repository: ['Zenodo'] }, says('DOI', '10.5281/zenodo')),
      provider: ofDataCite({ provider: ['Dryad Digital Repository', 'arxiv'] }, ({ csl }) => /^10\.(?:5061|48550)\//.test(csl.DOI ?? '')),
      prefix: ofDataCite({ prefix: ['10.5061', '10.48550'] }, ({ csl }) => /^10\.(?:5061|48550)\//.test(csl.DOI ?? '')),
      abstract: ofDataCite({ abstract: true }, ({ csl }) => csl.abstract !== undefined),
      without: ofDataCite({ without: ['Demonstration of the'] }, ({ csl }) => !csl.title.startsWith('Demonstration of the')),
      year: ofDataCite({ year: { from: 2020, to: 2022 } }, between(2020, 2022)),
      date: ofDataCite({ date: { from: '2020-01-01', to: '2022' } }, between(2020, 2022)),
      type: ofDataCite({ type: ['dataset'] }, says('type', 'dataset')),
      lang: ofDataCite({ lang: ['de'] }, says('language', 'de')),
      open: ofDataCite({ open: true }, isOpen),
    },
    identifiers: {
      doi: { id: '10.5061/dryad.8515', title: 'malaria', unknown: '10.5072/unknown', malformed: '10.5072/%zz?a=b#c' },
      arxiv: { id: '1706.03762', title: 'Attention', unknown: '2601.99999', malformed: '17 06&x=%' },
    },
    own: {
      'resource-type-id': ofDataCite({ own: { datacite: { 'resource-type-id': 'preprint' } } }, says('genre', 'preprint')),
      'subject': ofDataCite({ own: { datacite: { subject: 'Computation and Language (cs.CL)' } } }, says('keyword', 'cs.cl')),
      'user-id': ofDataCite({ own: { datacite: { 'user-id': '0000-0003-0870-3192' } } }, says('title', 'f-uji')),
      'creators.familyName': ofDataCite({ own: { datacite: { 'creators.familyName': 'Maldacena' } } }, says('author', 'maldacena')),
      'contributors.name': ofDataCite({ own: { datacite: { 'contributors.name': 'Starr, Joan' } } }, says('title', 'demonstration')),
      'titles.title': ofDataCite({ own: { datacite: { 'titles.title': 'Vorführung des Typs Poster' } } }, says('title', 'poster')),
      'types.resourceTypeGeneral': ofDataCite({ own: { datacite: { 'types.resourceTypeGeneral': 'Dataset' } } }, says('type', 'dataset')),
      'version': ofDataCite({ own: { datacite: { version: '7' } } }, says('version', '7')),
    },
    batchMore: ['10.4232/1.2745', '10.25656/01:28324'],
  },
  openaire: {
    service: 'openaire',
    credentials: credentials.openaire,
    refused: { refreshToken: 'a-secret-that-is-none' },
    many: { words: '', year: { from: 1800 } },
    pageSize: 20,
    conditions: {
      author: ofOpenaire({ author: ['Fenner, Martin'] }, says('author', 'fenner')),
      title: ofOpenaire({ title: ['Attention Is All You Need'] }, says('title', 'attention')),
      publisher: ofOpenaire({ publisher: ['Zenodo'] }, says('publisher', 'zenodo')),
      orcid: ofOpenaire({ orcid: ['0000-0003-1419-2405'] }, says('author', 'fenner')),
      funder: ofOpenaire({ funder: ['European Commission'] }, says('DOI', '10.5281/zenodo.8347772')),
      project: ofOpenaire({ project: ['FAIRsFAIR'] }, says('DOI', '10.5281/zenodo.8347772')),
      award: ofOpenaire({ award: ['831558'] }, says('DOI', '10.5281/zenodo.8347772')),
      date: ofOpenaire({ date: { from: '2024-02', to: '2024-11-30' } }, between(2024, 2024)),
      without: over({ words: 'the' })({ without: ['demonstration'] }, ({ csl }) => !/demonstration/i.test(csl.title)),
      year: ofOpenaire({ year: { from: 1950, to: 1970 } }, between(1950, 1970)),
      type: ofOpenaire({ type: ['dataset'] }, says('type', 'dataset')),
      lang: ofOpenaire({ lang: ['ru'] }, says('language', 'ru')),
      open: ofOpenaire({ open: true }, isOpen),
    },
    own: {
      type: ofOpenaire({ own: { openaire: { type: 'software' } } }, says('type', 'software')),
      fromPublicationDate: ofOpenaire({ own: { openaire: { fromPublicationDate: '2024-02-01' } } }, between(2024, 2100)),
    },
    values: { sortBy: 'citationCount ASC', excludePubDateRange: '2020-2021', fromPublicationDate: '2020', toPublicationDate: '2020' },
    identifiers: {
      doi: { id: '10.1038/171737a0', title: 'Nucleic Acids', unknown: '10.5555/unknown', malformed: '10.5555/"x" OR y' },
      arxiv: { id: '1706.03762', title: 'Attention', unknown: '2601.99999', malformed: '17" OR "06' },
      pmid: { id: '13054692', title: 'Nucleic Acids', unknown: '99999999', malformed: '1 OR 2' },
      pmcid: { id: 'PMC7255293', title: 'Hydroxychloroquine', unknown: 'PMC99999999', malformed: 'PMC" OR "' },
    },
    batchMore: ['10.1038/nature10836', '10.5555/with,comma'],
  },
  cinii: {
    service: 'cinii',
    credentials: credentials.cinii,
    refused: { appid: 'a-secret-that-is-none' },
    many: { words: '', type: ['thesis'], title: ['の'] },
    pageSize: 5,
    conditions: {
      author: ofBooks({ author: ['島宗 理'] }, says('author', '島宗')),
      title: ofBooks({ title: ['メリット'] }, says('title', 'メリット')),
      journal: ofArticles({ journal: ['情報管理'] }, says('container-title', '情報管理')),
      publisher: ofBooks({ publisher: ['Oryx Press'] }, says('publisher', 'oryx press')),
      issn: ofArticles({ issn: ['0021-7298'] }, says('ISSN', '0021-7298')),
      isbn: ofBooks({ isbn: ['9784480067722'] }, says('title', '使える行動分析学')),
      award: { query: { words: '', award: ['16H06280'], type: ['report'] }, among: { words: 'プラットフォーム', type: ['report'] }, holds: says('title', 'バイオイメージング') },
      project: { query: { words: '', project: ['JP16H06280'], type: ['report'] }, among: { words: 'プラットフォーム', type: ['report'] }, holds: says('title', 'バイオイメージング') },
      without: over({ words: 'の' })({ without: ['研究'] }, ({ csl }) => !csl.title.includes('研究')),
      year: ofBooks({ year: { from: 2014, to: 2015 } }, between(2014, 2015)),
      date: ofArticles({ date: { from: '2013-09', to: '2013-09-30' } }, says('issued', '[2013,9')),
      type: over({ words: 'of' })({ type: ['thesis'] }, says('type', 'thesis')),
      lang: ofArticles({ lang: ['en'] }, ({ csl }) => /^[ -~]+$/.test(csl.title)),
    },
    own: {
      volume: ofArticles({ own: { cinii: { volume: '6' } } }, says('volume', '6')),
      ncid: ofBooks({ own: { cinii: { ncid: 'BB02488158' } } }, says('title', 'セマンティック')),
      awardInstitution: ofTheses({ own: { cinii: { awardInstitution: '関西学院大学' } } }, says('publisher', '関西学院大学')),
    },
    identifiers: {
      doi: { id: '10.14927/reeps.6.2_12', title: '地域間CGE分析', unknown: '10.14927/unknown', malformed: '10.14927/ x&q=y' },
      isbn: { id: '9784873114521', title: 'セマンティック', unknown: '9783161484100', malformed: '978&q=の' },
      crid: { id: '1390005822569621120', title: '地域間CGE分析', unknown: '1390000000000000000', malformed: '../x?y' },
      naid: { id: '500000978699', title: 'モデル動物', unknown: '500000000000', malformed: '../x?y' },
      ncid: { id: 'BB02488158', title: 'セマンティック', unknown: 'BB00000000', malformed: '../x?y' },
    },
    // NII refuses who asks too much as it refuses who may not ask, and nothing was answered before.
    errors: { 'rate-limited': 'credentials' },
  },
  kaken: {
    service: 'kaken',
    credentials: credentials.kaken,
    refused: { appid: 'a-secret-that-is-none' },
    many: { words: '見本' },
    pageSize: 20,
    conditions: {
      author: ofGrants({ author: ['村上'] }, says('author', '村上')),
      title: ofGrants({ title: ['ゲノム'] }, says('title', 'ゲノム')),
      award: ofGrants({ award: ['16H06280'] }, says('title', 'バイオイメージング')),
      project: ofGrants({ project: ['JP16H06280'] }, says('title', 'バイオイメージング')),
      // A grant runs for years: any of them counts.
      year: ofGrants({ year: { from: 2022 } }, ({ csl }) => (csl.issued?.['date-parts']?.at(-1)?.[0] ?? 0) >= 2022),
    },
    own: { qe: ofGrants({ own: { kaken: { qe: '国立遺伝学研究所' } } }, says('publisher', '国立遺伝学研究所')) },
    identifiers: {},
  },
  rakutenKobo: {
    service: 'rakutenKobo',
    credentials: credentials.rakutenKobo,
    refused: { ...credentials.rakutenKobo, accessKey: 'a-secret-that-is-none' },
    many: { words: '', type: ['book'] },
    pageSize: 10,
    conditions: {
      author: ofEbooks({ author: ['村上春樹'] }, says('author', '村上')),
      title: ofEbooks({ title: ['Rails'] }, says('title', 'rails')),
      publisher: ofEbooks({ publisher: ['技術評論社'] }, says('publisher', '技術評論社')),
      genre: ofEbooks({ genre: ['洋書'] }, says('language', 'en')),
      without: over({ words: 'Ruby' })({ without: ['Rails'] }, ({ csl }) => !csl.title.includes('Rails')),
      type: { query: { words: 'Ruby', type: ['book'] }, holds: says('type', 'book') },
      lang: ofEbooks({ lang: ['en'] }, says('language', 'en')),
    },
    own: { itemNumber: ofEbooks({ own: { rakutenKobo: { itemNumber: '4340008063261' } } }, says('note', '4340008063261')) },
    values: { sort: '-itemPrice', field: '0', orFlag: '1', salesType: '0' },
    identifiers: {},
  },
}; // prettier-ignore

/** Conditions with any value, for what a source does not apply. */
export const anyCondition: Readonly<Record<Exclude<SearchField, 'sort'>, Partial<SearchQuery>>> = {
  author: { author: ['Smith'] },
  title: { title: ['Water'] },
  journal: { journal: ['Nature'] },
  publisher: { publisher: ['Wiley'] },
  issn: { issn: ['0028-0836'] },
  isbn: { isbn: ['9784480067722'] },
  orcid: { orcid: ['0000-0003-1419-2405'] },
  funder: { funder: ['NSF'] },
  award: { award: ['CBET-0756451'] },
  project: { project: ['731011'] },
  license: { license: ['cc-by'] },
  member: { member: ['Wiley'] },
  repository: { repository: ['Zenodo'] },
  provider: { provider: ['CERN'] },
  genre: { genre: ['101'] },
  without: { without: ['xqzzyvkw'] },
  prefix: { prefix: ['10.1038'] },
  updates: { updates: ['yes'] },
  date: { date: { from: '1500-01-01' } },
  abstract: { abstract: true },
  year: { year: { from: 2000 } },
  type: { type: ['book'] },
  lang: { lang: ['en'] },
  open: { open: true },
};
