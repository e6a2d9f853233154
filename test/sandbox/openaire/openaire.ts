/** OpenAIRE's Graph API v3 as of November 2026: https://graph.openaire.eu/docs/apis/graph-api/ */
import { compare } from '../compare.ts';
import { credentials } from '../credentials.ts';
import { decode, json } from '../exchange.ts';
import type { Allowance, Answer, Call, StandIn } from '../exchange.ts';
import { QueryError } from '../queryString.ts';
import { indexTerms } from '../relevance.ts';
import type { Work } from '../work.ts';
import { projects } from '../works/projects.ts';
import type { Project } from '../works/projects.ts';
import { BadRequest, checkNames, readFilters, readPaging, readSearch } from './parameters.ts';
import type { Parameter, Paging } from './parameters.ts';
import { projectId, toProduct } from './product.ts';
import type { Product } from './product.ts';
import { toProject } from './project.ts';

/** What the stand-in gives for a refresh token. */
const accessToken = 'sandbox-access-token';

const hour = 3_600_000;

/** Works that the graph does not show: it has no journals, components or grants. */
const hidden = new Set([
  'component',
  'grant',
  'journal',
  'journal-issue',
  'journal-volume',
  'book-series',
  'report-series',
]);

const rights: Readonly<Record<string, string>> = { OPEN: 'Open Access', CLOSED: 'Closed Access' };

const years = ({ publicationDate }: Product): string => publicationDate?.slice(0, 4) ?? '';

const productParameters: Readonly<Record<string, Parameter<Product>>> = {
  mainTitle: { match: 'words', valuesOf: ({ mainTitle }) => [mainTitle] },
  description: { match: 'words', valuesOf: ({ descriptions }) => descriptions ?? [] },
  subjects: { match: 'words', valuesOf: ({ subjects }) => subjects?.map(({ subject }) => subject.value) ?? [] },
  authorFullName: { match: 'words', valuesOf: ({ authors }) => authors?.map(({ fullName }) => fullName) ?? [] },
  publisher: { match: 'words', valuesOf: ({ publisher }) => [publisher] },
  source: { match: 'words', valuesOf: ({ sources }) => sources },
  id: { match: 'whole', valuesOf: ({ id }) => [id] },
  pid: { match: 'whole', valuesOf: ({ pids }) => pids.map(({ value }) => value) },
  originalId: { match: 'whole', valuesOf: ({ originalIds }) => originalIds },
  authorId: { match: 'whole', valuesOf: ({ authors }) => authors?.map(({ pid }) => pid?.id.value) ?? [] },
  type: { match: 'whole', valuesOf: ({ type }) => [type] },
  instanceType: { match: 'whole', valuesOf: ({ instances }) => instances.map(({ type }) => type) },
  language: { match: 'whole', valuesOf: ({ language }) => [language.code] },
  countryCode: { match: 'whole', valuesOf: () => [] },
  publicationYear: { match: 'whole', valuesOf: (product) => [years(product)] },
  accessRightLabel: { match: 'whole', valuesOf: ({ bestAccessRight }) => [rights[bestAccessRight?.label ?? 'CLOSED']] },
  openAccessColor: { match: 'whole', valuesOf: ({ openAccessColor }) => [openAccessColor] },
  isPeerReviewed: { match: 'whole', valuesOf: ({ instances }) => [String(instances.some(({ refereed }) => refereed === 'peerReviewed'))] },
  isGreen: { match: 'whole', valuesOf: ({ isGreen }) => [String(isGreen)] },
  hasProjectRel: { match: 'whole', valuesOf: ({ projects: own }) => [String(own !== null)] },
  relProjectCode: { match: 'whole', valuesOf: ({ projects: own }) => own?.map(({ code }) => code) ?? [] },
  relProjectId: { match: 'whole', valuesOf: ({ projects: own }) => own?.map(({ id }) => id) ?? [] },
  relProjectFundingShortName: { match: 'whole', valuesOf: ({ projects: own }) => (own ? ['EC'] : []) },
  relFunder: { match: 'whole', valuesOf: ({ projects: own }) => (own ? ['EC', 'European Commission', 'ec__________::EC'] : []) },
}; // prettier-ignore

/** Filters that the stand-in takes and holds every product for. */
const unread = [
  'rorId', 'fos', 'sdgLabel', 'excludePubDateRange', 'isInDiamondJournal', 'isPubliclyFunded', 'hasLicense', 'eoscIfGuidelines',
  'influenceClass', 'impulseClass', 'popularityClass', 'citationCountClass', 'relProject', 'relProjectFundingStreamId',
  'relFundingLevel0Id', 'relFundingLevel1Id', 'relFundingLevel2Id', 'relOrganizationId', 'relOrganization', 'relCommunityId',
  'relCommunityName', 'subCommunity', 'relHostingDataSourceId', 'relHostingDataSource', 'relCollectedFromDatasourceId',
]; // prettier-ignore

/** Bounds of dates: both ends count, a year stands for all of it. */
const bounds: Readonly<Record<string, (product: Product, value: string) => boolean>> = {
  fromPublicationDate: ({ publicationDate }, value) => (publicationDate ?? '') >= value,
  toPublicationDate: ({ publicationDate }, value) =>
    publicationDate !== null && publicationDate.slice(0, value.length) <= value,
  fromPublicationYear: (product, value) => years(product) >= value,
  toPublicationYear: (product, value) => years(product) !== '' && years(product) <= value,
};

const projectParameters: Readonly<Record<string, Parameter<Project>>> = {
  title: { match: 'words', valuesOf: ({ title }) => [title] },
  keywords: { match: 'words', valuesOf: () => [] },
  id: { match: 'whole', valuesOf: (project) => [projectId(project)] },
  code: { match: 'whole', valuesOf: ({ code }) => [code] },
  acronym: { match: 'whole', valuesOf: ({ acronym }) => [acronym] },
  callIdentifier: { match: 'whole', valuesOf: ({ call }) => [call] },
  fundingShortName: { match: 'whole', valuesOf: () => ['EC'] },
  fundingStreamId: { match: 'whole', valuesOf: ({ programme }) => [`EC::${programme.join('::')}`] },
  funder: { match: 'whole', valuesOf: () => ['EC', 'European Commission'] },
};

const productSorts: Readonly<Record<string, (product: Product) => string | number>> = {
  publicationDate: ({ publicationDate }) => publicationDate ?? '',
  dateOfCollection: () => '',
  influence: ({ indicators }) => indicators.citationImpact.influence,
  popularity: ({ indicators }) => indicators.citationImpact.popularity,
  citationCount: ({ indicators }) => indicators.citationImpact.citationCount,
  impulse: ({ indicators }) => indicators.citationImpact.impulse,
};

/** Makes the Graph over a collection of works. */
export function createOpenaire(works: readonly Work[]): StandIn {
  const shown = works.filter(({ type, title }) => !hidden.has(type) && title !== undefined);
  const byDoi = new Map(shown.map((work) => [work.doi.toLowerCase(), work]));
  const preprintsOf = (work: Work): Work[] =>
    (work.relations?.['has-preprint'] ?? []).flatMap((doi) => byDoi.get(doi.toLowerCase()) ?? []);
  const swallowed = new Set(shown.flatMap(preprintsOf));
  const products = shown
    .filter((work) => !swallowed.has(work))
    .map((work) =>
      toProduct(
        work,
        preprintsOf(work),
        projects.find(({ code }) => work.grants?.includes(code)),
      ),
    );
  const textOf = (product: Product): string =>
    [product.mainTitle, ...(product.descriptions ?? []), ...(product.authors ?? []).map(({ fullName }) => fullName), product.container?.name, product.publisher].join(' '); // prettier-ignore
  const index = indexTerms(products, textOf);

  function searchProducts(query: URLSearchParams): Answer {
    checkNames(query, ['search', ...Object.keys(productParameters), ...Object.keys(bounds), ...unread]);
    const paging = readPaging(query);
    const holds = readFilters(query, productParameters);
    const search = query.get('search');
    const matches = search === null ? () => true : readSearch(search, textOf);
    const ranges = [...query].flatMap(([name, value]) => {
      const bound = bounds[name];
      return bound ? [(product: Product) => bound(product, value.replaceAll('"', ''))] : [];
    });
    const hits = products.filter(
      (product) => holds(product) && matches(product) && ranges.every((range) => range(product)),
    );
    sort(hits, query.get('sortBy') ?? 'relevance DESC', (product) => index.score(product, search ?? ''));
    return page(hits, paging);
  }

  function searchProjects(query: URLSearchParams): Answer {
    checkNames(query, ['search', ...Object.keys(projectParameters)]);
    const paging = readPaging(query);
    const holds = readFilters(query, projectParameters);
    const matches = readSearch<Project>(
      query.get('search') ?? '',
      ({ title, acronym, code }) => `${title} ${acronym} ${code}`,
    );
    return page(projects.filter((project) => holds(project) && matches(project)).map(toProject), paging);
  }

  function route(call: Call): Answer {
    const [, version = '', collection = '', id] =
      /^\/graph\/(v\d)\/([A-Za-z-]+)(?:\/(.+))?$/.exec(call.path) ?? [];
    if (version !== 'v3') return json({ error: 'Not found', description: 'Invald request path.' }, 404);
    try {
      if (collection === 'research-products' && id !== undefined) {
        const wanted = decode(id)?.replace(/^50\|/, '');
        const product = products.find((candidate) => candidate.id === wanted);
        return product
          ? json(product)
          : refuse(call, 404, `Research product with id: ${wanted ?? id} not found`);
      }
      if (collection === 'research-products') return searchProducts(call.query);
      if (collection === 'projects' && id !== undefined) {
        const project = projects.find((candidate) => projectId(candidate) === decode(id));
        return project ? json(toProject(project)) : refuse(call, 404, `Project with id: ${id} not found`);
      }
      if (collection === 'projects') return searchProjects(call.query);
    } catch (error) {
      if (error instanceof BadRequest || error instanceof QueryError) return refuse(call, 400, error.message);
      throw error;
    }
    return refuse(call, 405, `No static resource ${version}/${collection}.`);
  }

  return {
    answer(call) {
      const token = call.headers['authorization'];
      if (token !== undefined && token !== `Bearer ${accessToken}`) {
        return json({ error: 'Token invalid', description: 'Authorization header value invalid.' }, 403);
      }
      const answer = route(call);
      // Whatever the caller's tier is.
      return {
        ...answer,
        headers: { ...answer.headers, 'x-ratelimit-limit': '7199', 'x-ratelimit-used': '1' },
      };
    },
    allowance,
    tooMany: () =>
      json({ error: 'Too many requests', description: 'Request rate exceeded. Slow down.' }, 429),
    failure: json(
      { message: 'Error from server at [http://solr:8983].', error: 'Internal Server Error', code: 500 },
      500,
    ),
  };
}

/** Makes the service that gives an access token for a refresh token. */
export function createOpenaireToken(): StandIn {
  return {
    answer({ path, query }) {
      if (path !== '/uoa-user-management/api/users/getAccessToken') return json({ error: 'Not found' }, 404);
      if (query.get('refreshToken') !== credentials.openaire.refreshToken)
        return json({ error: 'invalid_grant', error_description: 'Invalid refresh token' }, 400);
      return json({ access_token: accessToken, token_type: 'Bearer', refresh_token: credentials.openaire.refreshToken, expires_in: 3600, scope: 'openid', id_token: 'sandbox-id-token' }); // prettier-ignore
    },
    allowance: () => ({ pool: 'token', limit: 60, intervalMs: hour }),
    tooMany: () =>
      json({ error: 'Too many requests', description: 'Request rate exceeded. Slow down.' }, 429),
    failure: json({ error: 'Internal Server Error' }, 500),
  };
}

function allowance({ headers }: Call): Allowance {
  const known = headers['authorization'] === `Bearer ${accessToken}`;
  return { pool: known ? 'token' : 'anonymous', limit: known ? 7200 : 60, intervalMs: hour };
}

function refuse({ path }: Call, status: 400 | 404 | 405, message: string): Answer {
  const error = { 400: 'Bad Request', 404: 'Not Found', 405: 'Method Not Allowed' }[status];
  return json({ message, error, code: status, timestamp: '2026-11-21T12:00:00.000+00:00', path }, status);
}

function sort(hits: Product[], sortBy: string, scoreOf: (product: Product) => number): void {
  const keys = sortBy.replaceAll('"', '').split(',').map((part) => {
    const [, field = '', direction] = /^\s*(\w+) (ASC|DESC)\s*$/.exec(part) ?? [];
    const key = field === 'relevance' ? scoreOf : productSorts[field];
    if (!key) throw new BadRequest("research products can be only sorted by the 'relevance', 'publicationDate', 'dateOfCollection', 'influence', 'citationCount', 'impulse'."); // prettier-ignore
    return { key, sign: direction === 'ASC' ? 1 : -1 };
  }); // prettier-ignore
  hits.sort((a, b) => keys.reduce((order, { key, sign }) => order || sign * compare(key(a), key(b)), 0));
}

function page(hits: readonly object[], { page: number, pageSize, cursor }: Paging): Answer {
  const start = cursor === undefined ? (number - 1) * pageSize : startOf(cursor);
  const results = hits.slice(start, start + pageSize);
  const header = { numFound: hits.length, maxScore: hits.length > 0 ? 7.19 : 0, queryTime: 12 };
  return json({
    // At the end, the cursor is the one that was sent.
    header: cursor === undefined
      ? { ...header, page: number, pageSize }
      : { ...header, pageSize, nextCursor: results.length > 0 ? cursorAt(start + results.length) : cursor },
    results,
  }); // prettier-ignore
}

// Like the real ones, a cursor holds characters that must be encoded in an address.
const cursorMark = 'AoI/D2M2+';

function cursorAt(start: number): string {
  return `${cursorMark}${btoa(String(start))}`;
}

function startOf(cursor: string): number {
  if (cursor === '*') return 0;
  if (!cursor.startsWith(cursorMark)) throw new BadRequest(`Invalid cursor: ${cursor}`);
  return Number(atob(cursor.slice(cursorMark.length)));
}
