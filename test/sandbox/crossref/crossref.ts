/** Crossref's REST API as of November 2026: https://api.crossref.org/swagger-ui/index.html */
import { credentials } from '../credentials.ts';
import { decode, html, json, text } from '../exchange.ts';
import type { Allowance, Answer, Call, StandIn } from '../exchange.ts';
import { doiPrefix } from '../work.ts';
import type { Work } from '../work.ts';
import { createDirectories } from './directories.ts';
import { memberOf } from './members.ts';
import { findFailures, refuse } from './parameters.ts';
import { createWorkSearch } from './search.ts';
import { toMessage } from './message.ts';
import { transform } from './transform.ts';

const pools = {
  'public-single': { limit: 5, concurrency: 1 },
  'public-array': { limit: 1, concurrency: 1 },
  'polite-single': { limit: 10, concurrency: 3 },
  'polite-array': { limit: 3, concurrency: 3 },
  plus: { limit: 150, concurrency: undefined },
} as const;

/** Makes Crossref over a collection of works, of which it knows its own and the agency of the rest. */
export function createCrossref(works: readonly Work[]): StandIn {
  const own = works.filter(({ agency }) => agency === 'Crossref');
  const byDoi = new Map(works.map((work) => [work.doi.toLowerCase(), work]));
  const search = createWorkSearch(own);
  const directories = createDirectories(own);

  function answerWork(path: string, call: Call): Answer {
    // Slashes of the DOI may come encoded or plain, so what follows the DOI is told by its own slash.
    const [, encoded = '', action = '', mediaType] =
      /^(.+?)(?:\/(agency|transform)(?:\/(.+))?)?$/.exec(path) ?? [];
    const doi = decode(encoded);
    if (doi === undefined) return html(400, '400 Bad request', 'Your browser sent an invalid request.');
    const work = byDoi.get(doi.toLowerCase());
    if (action === 'agency') {
      if (!work) return text('Resource not found.', 404, 'application/json');
      const agency = { id: work.agency.toLowerCase(), label: work.agency };
      return ok('work-agency', { DOI: work.doi.toLowerCase(), agency });
    }
    const failures = findFailures(call.query, 'single');
    if (failures.length > 0) return refuse(failures);
    if (work?.agency !== 'Crossref') return notFound();
    if (action === 'transform') return transform(work, mediaType ?? call.headers['accept'] ?? '*/*');
    return ok('work', toMessage(work, 'single'));
  }

  function answerDirectory(kind: DirectoryKind, rest: string, call: Call): Answer {
    if (rest === '') return kind === 'prefixes' ? notFound() : directories.list(kind, call.query);
    const [, encoded = '', wantsWorks] = /^(.+?)(\/works)?$/.exec(rest) ?? [];
    const id = decode(encoded) ?? '';
    const entry = directories.find(kind, id);
    if (!entry)
      return wantsWorks && kind === 'funders'
        ? text('Resource not found.', 404, 'application/json')
        : notFound();
    if (wantsWorks) return search(call.query, scopes[kind](id));
    const failures = findFailures(call.query, 'single');
    return failures.length > 0
      ? refuse(failures)
      : ok(kind === 'prefixes' ? 'prefix' : kind.slice(0, -1), entry);
  }

  function route(call: Call): Answer {
    if (call.method !== 'GET' && call.method !== 'HEAD') return text('Method not allowed.', 405);
    if (wrongToken(call)) return text('Unauthorized', 401);
    const [, kind = '', rest = ''] = /^(?:\/v1)?\/([a-z]+)(?:\/(.*))?$/.exec(call.path) ?? [];
    if (kind === 'works') return rest === '' ? search(call.query) : answerWork(rest, call);
    return isDirectory(kind) ? answerDirectory(kind, rest, call) : notFound();
  }

  return {
    answer(call) {
      const answer = route(call);
      const { pool, limit, concurrency } = allowance(call);
      const headers = {
        'permissions-policy': 'interest-cohort=()',
        'x-rate-limit-limit': String(limit),
        'x-rate-limit-interval': '1s',
        ...(concurrency !== undefined && { 'x-concurrency-limit': String(concurrency) }),
        'x-api-pool': pool,
      };
      return { ...answer, headers: { ...headers, ...answer.headers } };
    },
    allowance,
    tooMany: () =>
      html(429, '429 Too Many Requests', 'You have sent too many requests in a given amount of time.'),
    failure: json(exception, 500),
  };
}

type DirectoryKind = keyof typeof scopes;

const scopes = {
  journals: (issn: string) => (work: Work) => Object.values(work.issn ?? {}).includes(issn.toUpperCase()),
  members: (id: string) => (work: Work) => String(memberOf(work.doi)) === id,
  funders: (id: string) => (work: Work) => (work.funders ?? []).some(({ doi }) => doi?.endsWith(id)),
  types: (id: string) => (work: Work) => work.type === id,
  prefixes: (prefix: string) => (work: Work) => doiPrefix(work.doi) === prefix,
} as const;

function isDirectory(kind: string): kind is DirectoryKind {
  return kind in scopes;
}

function ok(type: string, message: object): Answer {
  return json({ status: 'ok', 'message-type': type, 'message-version': '1.0.0', message });
}

function notFound(): Answer {
  return text('Resource not found.', 404);
}

function wrongToken({ headers }: Call): boolean {
  const token = headers['crossref-plus-api-token'];
  return token !== undefined && token !== `Bearer ${credentials.crossref.plusToken}`;
}

function allowance({ path, query, headers }: Call): Allowance {
  const single = /\/works\/./.test(path);
  const polite = query.has('mailto') || /mailto:\S+@\S+/.test(headers['user-agent'] ?? '');
  const pool = headers['crossref-plus-api-token'] !== undefined
    ? 'plus'
    : (`${polite ? 'polite' : 'public'}-${single ? 'single' : 'array'}` as const); // prettier-ignore
  const { limit, concurrency } = pools[pool];
  return { pool, limit, intervalMs: 1000, ...(concurrency !== undefined && { concurrency }) };
}

const exception = {
  status: 'error',
  'message-type': 'exception',
  'message-version': '1.0.0',
  message: {
    name: 'class clojure.lang.ExceptionInfo',
    description: 'clojure.lang.ExceptionInfo: Response Exception',
    message: 'Response Exception',
    stack: ['clojure.core$ex_info.invokeStatic(core.clj:4617)', 'clojure.core$ex_info.invoke(core.clj:4617)'],
  },
};
