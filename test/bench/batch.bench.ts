/**
 * Looks 1,000 DOIs up at services that enforce the documented limits and answer 429 to whoever exceeds them: in batches;
 * one by one at the services' pace; and one by one as fast as it goes, as a tool does that asks doi.org for each DOI.
 *
 *     node test/bench/batch.bench.ts
 */
import { createServer, type IncomingMessage } from 'node:http';
import { createHttpClient } from '../../src/core/http/client.ts';
import { createLookup, type LookupOptions } from '../../src/core/lookup/lookup.ts';
import { resolveMany } from '../../src/core/lookup/resolveMany.ts';
import type { Identifier } from '../../src/core/identifiers/identifier.ts';
import { silentLog } from '../../src/core/log.ts';
import { crossref } from '../../src/core/sources/crossref/crossref.ts';
import { datacite } from '../../src/core/sources/datacite/datacite.ts';
import { doi } from '../../src/core/sources/doi.ts';
import type { Source, SourceContext } from '../../src/core/sources/source.ts';
import { createCrossref } from '../sandbox/crossref/crossref.ts';
import { createDataCite } from '../sandbox/datacite/datacite.ts';
import { createDoi } from '../sandbox/doi.ts';
import type { Call, StandIn } from '../sandbox/exchange.ts';
import { send } from '../sandbox/faults.ts';
import { createMeter } from '../sandbox/meter.ts';
import type { Work } from '../sandbox/work.ts';
import { works as samples } from '../sandbox/works.ts';

const crossrefCount = 700;
const dataciteCount = 300;
/** One request per DOI is measured on so many, for it takes long; its time for all follows from the rate. */
const singles = 60;
const maxRequests = 45;
const maxSlowness = 1.15;
const contact = 'CitationLookup/bench (https://example.org; mailto:bench@example.org)';

const works: readonly Work[] = [
  ...copies('Crossref', crossrefCount, '10.5555/batch.'),
  ...copies('DataCite', dataciteCount, '10.5072/batch.'),
];
const services: Readonly<Record<string, StandIn>> = {
  crossref: createCrossref(works),
  datacite: createDataCite(works),
  doi: createDoi(works),
};
const identifiers = works.map(({ doi: id }): Identifier => ({ kind: 'doi', id }));
const counts = { requests: 0, refusals: 0 };
let meter = createMeter(Date.now);

const server = createServer((request, response) => {
  counts.requests++;
  const call = callOf(request);
  const service = services[call.service];
  if (service === undefined) throw new Error(`no service ${call.service}`);
  const allowance = service.allowance(call);
  const leave = meter.enter({ ...allowance, pool: `${call.service} ${allowance.pool}` });
  if (leave === undefined) counts.refusals++;
  response.on('close', () => leave?.());
  send(response, leave === undefined ? service.tooMany(call) : service.answer(call));
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = server.address();
if (address === null || typeof address === 'string') throw new Error('no port');
const base = `http://127.0.0.1:${address.port}`;

const batches = await measure('in batches', identifiers, (all, lookup, context) =>
  resolveMany(all, lookup, context, { priority: 'background' }).then(({ size }) => size),
);
const alternating = Array.from({ length: singles }, (_, i) => identifiers[(i * 37) % identifiers.length]);
const each = await measure('one by one', alternating.filter((id) => id !== undefined), async (some, lookup) => {
  const found = await Promise.all(some.map((one) => lookup.resolve(one, { priority: 'background' })));
  return found.filter((record) => record !== undefined).length;
}); // prettier-ignore
const hurried = await askInHaste();
server.closeAllConnections();
server.close();

/** Crossref's batches hold 40 DOIs each and start three a second; DataCite's limit is far away. */
const bound = Math.floor((Math.ceil(works.length / 40) - 1) / 3);
const slowness = batches.seconds / bound;
console.log(`lower bound of the limits: ${bound} s; in batches ${slowness.toFixed(2)} times that`);
console.log(
  `one by one, all ${works.length}: about ${((each.seconds * works.length) / singles).toFixed(0)} s`,
);
console.log(
  `in haste: ${hurried.answered} of ${works.length} found, ${hurried.requests} requests, ${hurried.refusals} refused, ${hurried.seconds.toFixed(2)} s`,
);
const failures = [
  batches.answered === works.length ? [] : 'not every DOI was found',
  batches.refusals + each.refusals === 0 ? [] : 'requests were refused',
  batches.requests <= maxRequests ? [] : `more than ${maxRequests} requests`,
  slowness <= maxSlowness ? [] : `more than ${maxSlowness} times the lower bound`,
].flat();
for (const failure of failures) console.log(`FAILED: ${failure}`);
process.exitCode = failures.length === 0 ? 0 : 1;

type ContextOf = (source: Source, options: LookupOptions) => SourceContext;

interface Figures {
  readonly answered: number;
  readonly seconds: number;
  readonly requests: number;
  readonly refusals: number;
}

async function measure(
  name: string,
  asked: readonly Identifier[],
  work: (
    asked: readonly Identifier[],
    lookup: ReturnType<typeof createLookup>,
    contextOf: ContextOf,
  ) => Promise<number>,
): Promise<Figures> {
  // Each way starts with services that have not been asked yet.
  meter = createMeter(Date.now);
  counts.requests = counts.refusals = 0;
  const sources = [crossref, datacite, doi];
  const http = createHttpClient({
    fetch: globalThis.fetch,
    userAgent: () => contact,
    paces: (id) => sources.find((source) => source.id === id)?.paces({ identified: true, authenticated: false }) ?? {},
    nameOf: (id) => id,
    log: silentLog,
  }); // prettier-ignore
  const contextOf: ContextOf = (_source, { priority = 'interactive' }) => ({
    http,
    endpoint: (id) => `${base}/${id}`,
    credentials: undefined,
    contactEmail: 'bench@example.org',
    priority,
  });
  const lookup = createLookup({ sources: () => [crossref, datacite], context: contextOf, log: silentLog });
  const start = performance.now();
  const answered = await work(asked, lookup, contextOf);
  const seconds = (performance.now() - start) / 1000;
  http.dispose();
  const { requests, refusals } = counts;
  console.log(
    `${name}: ${answered} of ${asked.length} found, ${requests} requests, ${refusals} refused, ${seconds.toFixed(2)} s`,
  );
  return { answered, seconds, requests, refusals };
}

/** Five at once, no pace, no second try. */
async function askInHaste(): Promise<Figures> {
  meter = createMeter(Date.now);
  counts.requests = counts.refusals = 0;
  const left = works.map((work) => work.doi);
  const headers = { accept: 'application/vnd.citationstyles.csl+json', 'user-agent': contact };
  let answered = 0;
  const start = performance.now();
  const workers = Array.from({ length: 5 }, async () => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      const response = await fetch(`${base}/doi/${next}`, { headers });
      await response.arrayBuffer();
      if (response.ok) answered++;
    }
  });
  await Promise.all(workers);
  return { answered, seconds: (performance.now() - start) / 1000, ...counts };
}

/** Works of an agency under made-up DOIs. */
function copies(agency: Work['agency'], count: number, prefix: string): readonly Work[] {
  const own = samples.filter((work) => work.agency === agency);
  return Array.from({ length: count }, (_, i) => ({ ...own[i % own.length], doi: `${prefix}${i}` }) as Work);
}

function callOf(request: IncomingMessage): Call & { readonly service: string } {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [, service = '', path = ''] = /^\/([^/]*)(.*)$/s.exec(pathname) ?? [];
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const endpoints = Object.fromEntries(Object.keys(services).map((id) => [id, `${base}/${id}`]));
  return { service, method: 'GET', path, query: searchParams, headers, form: new URLSearchParams(), endpoints };
} // prettier-ignore
