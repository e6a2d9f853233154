/** The stand-in services: one small HTTP server on this machine that answers as the scholarly services do. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createCiniiBooks } from './cinii/books.ts';
import { createCinii } from './cinii/cinii.ts';
import { createCrossref } from './crossref/crossref.ts';
import { createDataCite } from './datacite/datacite.ts';
import { createDoi } from './doi.ts';
import { decode, text } from './exchange.ts';
import type { Call, StandIn } from './exchange.ts';
import { send, suffer } from './faults.ts';
import type { Fault } from './faults.ts';
import { createKaken } from './kaken.ts';
import { createMeter } from './meter.ts';
import { createOpenaire, createOpenaireToken } from './openaire/openaire.ts';
import { createRakutenKobo } from './rakuten/rakuten.ts';
import { demonstrationGrants } from './works/demonstrationGrants.ts';
import { ebooks } from './works/ebooks.ts';
import { asksForFlood, createFlood } from './works/flood.ts';
import { grants } from './works/grants.ts';
import { japaneseWorks, works } from './works.ts';

export interface SandboxOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** `documented` refuses what exceeds the services' limits; by default nothing does. */
  readonly limits?: 'none' | 'documented';
  /** Headers of every usual answer besides the service's own. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Clock of the limits, in ms. */
  readonly now?: () => number;
}

/** A request that came in. */
export interface SeenRequest {
  readonly service: ServiceId;
  readonly method: string;
  /** Below the service's base address, as sent, with its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Arrival in ms since 1970. */
  readonly at: number;
  /** When the answer had been handed over whole, in ms since 1970; 0 until then. */
  readonly answeredAt: number;
  /** 0 until it is answered. */
  readonly status: number;
  /** True where the caller hung up before the answer was complete. */
  readonly aborted: boolean;
}

const standIns = {
  crossref: createCrossref(works),
  datacite: createDataCite(works),
  doi: createDoi(works),
  openaire: createOpenaire(works),
  openaireToken: createOpenaireToken(),
  cinii: createCinii(japaneseWorks, grants),
  ciniiBooks: createCiniiBooks(japaneseWorks),
  kaken: createKaken([...grants, ...demonstrationGrants]),
  rakutenKobo: createRakutenKobo(ebooks),
} satisfies Record<string, StandIn>;

export type ServiceId = keyof typeof standIns;

let flooded: Readonly<Partial<Record<ServiceId, StandIn>>> | undefined;

/** The services that know a flood of works; made when somebody asks for it. */
function createFlooded(): Readonly<Partial<Record<ServiceId, StandIn>>> {
  const flood = createFlood();
  return {
    crossref: createCrossref(flood.crossref),
    datacite: createDataCite(flood.datacite),
    doi: createDoi([...flood.openaire, ...flood.crossref, ...flood.datacite]),
    openaire: createOpenaire(flood.openaire),
    cinii: createCinii(flood.japaneseWorks, []),
    rakutenKobo: createRakutenKobo(flood.ebooks),
  };
}

function findStandIn(id: ServiceId, call: Call): StandIn {
  if (!asksForFlood(call)) return standIns[id];
  flooded ??= createFlooded();
  return flooded[id] ?? standIns[id];
}

const serviceIds = Object.keys(standIns).filter(isServiceId);

/** What a process that did not start the sandbox POSTs to `/control/fault`, in JSON; without a fault the service is mended. */
export interface Plan {
  readonly service: ServiceId;
  readonly fault?: Fault | undefined;
  readonly times?: number;
  /** Only requests whose decoded address contains this fail; all of the service's unless told so. */
  readonly where?: string;
}

export interface Sandbox {
  readonly port: number;
  /** Base addresses, as the setting `citationLookup.endpoints` takes them. */
  readonly endpoints: Readonly<Record<ServiceId, string>>;
  readonly requests: readonly SeenRequest[];
  /** Makes a service fail, `times` times or until told otherwise; undefined mends it. */
  fault(
    service: ServiceId,
    fault: Fault | undefined,
    options?: { readonly times?: number; readonly where?: string },
  ): void;
  /** Mends every service, forgets the requests and the limits' counts. */
  reset(): void;
  stop(): Promise<void>;
}

/** Starts the services on 127.0.0.1. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const meter = createMeter(options.now ?? Date.now);
  let faults: readonly (Plan & { readonly fault: Fault; left: number })[] = [];
  const requests: Writable<SeenRequest>[] = [];

  /** Takes the place of what was planned for the same requests, or of all plans of a service that is mended. */
  function plan({ service, fault, times = Infinity, where = '' }: Plan): void {
    const isReplaced = (other: Plan): boolean =>
      other.service === service && (!fault || (other.where ?? '') === where);
    faults = faults.filter((other) => !isReplaced(other));
    if (fault) faults = [...faults, { service, fault, where, left: times }];
  }

  function takeFault(service: ServiceId, address: string): Fault | undefined {
    const planned = faults.find((plan) => plan.service === service && address.includes(plan.where ?? ''));
    if (!planned) return undefined;
    planned.left -= 1;
    if (planned.left <= 0) faults = faults.filter((other) => other !== planned);
    return planned.fault;
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [, id = '', path = ''] = /^\/([^/]*)(.*)$/s.exec(address.pathname) ?? [];
    if (id === 'control' && request.method === 'POST') {
      plan(JSON.parse(await readBody(request)) as Plan);
      send(response, text('', 204));
      return;
    }
    if (!isServiceId(id)) {
      send(response, text(`The services are ${serviceIds.join(', ')}.\n`, 404));
      return;
    }
    const headers = plainHeaders(request);
    const seen = { service: id, method: request.method ?? 'GET', path: path + address.search, headers, at: Date.now(), answeredAt: 0, status: 0, aborted: false }; // prettier-ignore
    requests.push(seen);
    response.on('finish', () => {
      seen.answeredAt = Date.now();
    });
    response.on('close', () => {
      seen.status = response.headersSent ? response.statusCode : 0;
      seen.aborted = !response.writableFinished;
    });

    const form = new URLSearchParams(await readBody(request));
    const call: Call = { method: seen.method, path, query: address.searchParams, headers, form, endpoints };
    const service = findStandIn(id, call);
    const allowance = service.allowance(call);
    const leave = meter.enter({ ...allowance, pool: `${id} ${allowance.pool}` });
    response.on('close', () => leave?.());
    if (!leave && options.limits === 'documented') {
      send(response, service.tooMany(call));
      return;
    }
    const fault = takeFault(id, decode(seen.path) ?? seen.path);
    const own = service.answer(call);
    const usual = { ...own, headers: { ...own.headers, ...options.headers } };
    if (fault) suffer(fault, response, { usual, tooMany: service.tooMany(call), failure: service.failure });
    else send(response, usual);
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      // A mistake in the sandbox itself must not look like a service's failure.
      send(
        response,
        text(`The sandbox failed: ${error instanceof Error ? (error.stack ?? '') : String(error)}`, 599),
      );
    });
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  const endpoints = Object.fromEntries(serviceIds.map((id) => [id, `http://127.0.0.1:${port}/${id}`]));
  if (!isComplete(endpoints)) throw new Error('Every service has an address.');

  return {
    port,
    endpoints,
    requests,
    fault(service, fault, options = {}) {
      plan({ service, fault, ...options });
    },
    reset() {
      faults = [];
      meter.reset();
      requests.length = 0;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function isServiceId(id: string): id is ServiceId {
  return Object.hasOwn(standIns, id);
}

function isComplete(endpoints: Record<string, string>): endpoints is Sandbox['endpoints'] {
  return serviceIds.every((id) => id in endpoints);
}

function plainHeaders(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += String(chunk);
  return body;
}
