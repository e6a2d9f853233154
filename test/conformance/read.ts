/** Reads recorded answers: every work in them, as the service wrote it and as its mapper understands it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CitationRecord } from '../../src/core/record/record.ts';
import { mapWork as mapCiniiWork } from '../../src/core/sources/cinii/mapWork.ts';
import { readRdf } from '../../src/core/sources/cinii/rdf.ts';
import { readBook } from '../../src/core/sources/cinii/readBook.ts';
import { readHit } from '../../src/core/sources/cinii/readHit.ts';
import { readRecord } from '../../src/core/sources/cinii/readRecord.ts';
import type { CiniiWork } from '../../src/core/sources/cinii/work.ts';
import { mapWork } from '../../src/core/sources/crossref/mapWork.ts';
import { mapDoi } from '../../src/core/sources/datacite/mapDoi.ts';
import { asList, asObject, asText, isObject } from '../../src/core/sources/json.ts';
import { mapProduct } from '../../src/core/sources/openaire/mapProduct.ts';
import { mapEbook } from '../../src/core/sources/rakuten/mapEbook.ts';

export type Body = Readonly<Record<string, unknown>>;

export const services = ['crossref', 'datacite', 'openaire', 'cinii', 'rakuten'] as const;
export type Service = (typeof services)[number];

/** A work of a recorded answer; without a record the mapper made nothing of it. */
export interface Recorded {
  readonly file: string;
  readonly body: Body;
  readonly record: CitationRecord | undefined;
}

type Mapped = readonly [body: Body, record: CitationRecord | undefined];

/** The works in a document, and none in errors, lists of journals, agencies and the like. */
const readers: Readonly<Record<Service, (text: string, file: string) => readonly Mapped[]>> = {
  crossref: (text) => {
    const body = asObject(parse(text));
    const message = body['message'] ?? body;
    return asList(asObject(message)['items'] ?? message)
      .filter(isObject)
      .filter((work) => asText(work['DOI']) !== undefined && asText(work['type']) !== undefined)
      .map((work) => [work, mapWork(work, 'crossref')]);
  },
  datacite: (text) => {
    const body = asObject(parse(text));
    return asList(body['data'] ?? body)
      .filter(isObject)
      .map((resource) => (isObject(resource['attributes']) ? { doi: resource['id'], ...resource['attributes'] } : resource))
      .filter((attributes) => Array.isArray(attributes['creators']) && Array.isArray(attributes['titles']))
      .map((attributes) => [attributes, mapDoi(attributes)]);
  },
  openaire: (text) => {
    const body = parse(text);
    return asList(asObject(body)['results'] ?? body)
      .filter(isObject)
      .filter((product) => asText(product['mainTitle']) !== undefined)
      .map((product) => [product, mapProduct(product)]);
  },
  cinii: (text, file) => {
    if (text.startsWith('<')) {
      const nodes = readRdf(text) ?? [];
      if (file.includes('books-record')) return [toMapped(nodes.reduceRight<Body>((whole, node) => ({ ...whole, ...node }), {}), readBook(text))];
      if (file.includes('cir-crid')) return nodes.slice(0, 1).map((node) => toMapped(node, readRecord(node)));
      return nodes.filter((node) => node['@type'] === 'item').map((node) => toMapped(node, readHit(node)));
    }
    const body = asObject(parse(text));
    if (isObject(body['response'])) return [toMapped(body['response'], readRecord(body['response']))];
    const channel = asObject(asList(body['@graph'])[0] ?? body);
    return asList(channel['items']).filter(isObject).map((item) => toMapped(item, readHit(item)));
  },
  rakuten: (text, file) =>
    file.startsWith('kobo')
      ? asList(asObject(parse(text))['Items'])
          .map((item) => asObject(asObject(item)['Item'] ?? item))
          .map((item) => [item, mapEbook(item)])
      : [],
}; // prettier-ignore

function toMapped(body: Body, work: CiniiWork | undefined): Mapped {
  return [body, work === undefined ? undefined : mapCiniiWork(work)];
}

/** Recorded errors are text and pages under any name. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads every document of a service's folder; documents without works are named apart. */
export function readService(
  folder: string,
  service: Service,
): { readonly works: readonly Recorded[]; readonly withoutWorks: readonly string[] } {
  const files = readdirSync(join(folder, service), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:json|rdf|rss|xml)$/.test(file) && file !== 'index.json')
    .toSorted();
  const read = files.map((file) => {
    const text = readFileSync(join(folder, service, file), 'utf8');
    const works = readers[service](text, file).map(([body, record]) => ({ file, body, record }));
    return { file, works };
  });
  return {
    works: read.flatMap(({ works }) => works),
    withoutWorks: read.filter(({ works }) => works.length === 0).map(({ file }) => file),
  };
}
