/** Requests to CiNii and the envelopes of its answers. */
import type { HttpReply } from '../../http/http.ts';
import { asList, asObject, asText, parseJson, unexpectedShape } from '../json.ts';
import type { SourceContext } from '../source.ts';
import { assertNotRefused, getAppid, refusals } from './appid.ts';
import type { Collection } from './parameters.ts';
import { readHit } from './readHit.ts';
import { readRecord } from './readRecord.ts';
import { firstText, type CiniiWork } from './work.ts';

const party = { id: 'cinii', name: 'CiNii' };

/** What differs between CiNii's requests. */
interface Question {
  readonly url: string;
  readonly accept: string;
  readonly keep: 'record' | 'search';
  /** 404, where it means "unknown". */
  readonly answers: readonly number[];
}

/** Asks CiNii with the person's application id; throws LookupError `credentials` where none is set. */
export async function askCinii(question: Question, context: SourceContext): Promise<HttpReply> {
  const appid = getAppid(context, party);
  const { priority, signal } = context;
  const reply = await context.http.send({
    source: party.id,
    pool: 'any',
    ...question,
    answers: [...question.answers, ...refusals],
    secrets: { query: { appid } },
    priority,
    ...(signal === undefined ? {} : { signal }),
  });
  assertNotRefused(reply, context, party);
  return reply;
}

export interface Hits {
  readonly works: readonly CiniiWork[];
  /** Hits of the answer before anything was left out or merged. */
  readonly count: number;
  readonly total: number | undefined;
}

/** Asks one of the OpenSearch collections. */
export async function askHits(
  collection: Collection,
  parameters: Readonly<Record<string, string>>,
  context: SourceContext,
): Promise<Hits> {
  const query = new URLSearchParams({ format: 'json', ...parameters });
  const url = `${context.endpoint(party.id)}/opensearch/v2/${collection}?${query.toString()}`;
  const reply = await askCinii({ url, accept: 'application/json', keep: 'search', answers: [] }, context);
  const answer = asObject(parseJson(reply, party));
  const channel = asObject(asList(answer['@graph'])[0] ?? answer);
  const total = Number(firstText(channel['opensearch:totalResults']));
  if (Number.isNaN(total) && !Array.isArray(channel['items'])) throw unexpectedShape(party);
  const hits = asList(channel['items']);
  return {
    works: hits.map(readHit).filter((work) => work !== undefined),
    count: hits.length,
    total: Number.isNaN(total) ? undefined : total,
  };
}

/** Asks for a record; undefined where there is none. */
export async function askRecord(crid: string, context: SourceContext): Promise<CiniiWork | undefined> {
  const url = `${context.endpoint(party.id)}/crid/${encodeURIComponent(crid)}.json`;
  const reply = await askCinii({ url, accept: 'application/json', keep: 'record', answers: [404] }, context);
  if (reply.status === 404) return undefined;
  const record = parseJson(reply, party);
  if (asText(asObject(record)['@id']) === undefined) throw unexpectedShape(party);
  return readRecord(record);
}
