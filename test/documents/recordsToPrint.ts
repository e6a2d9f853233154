/** The records of the stand-in services and, where CITATION_CORPUS names them, of recorded answers. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CslItem } from '../../src/core/record/record.ts';
import { mapWork } from '../../src/core/sources/crossref/mapWork.ts';
import { mapDoi } from '../../src/core/sources/datacite/mapDoi.ts';
import { asList, asObject, isObject } from '../../src/core/sources/json.ts';
import { sources } from '../../src/core/sources/index.ts';
import { startSandbox } from '../sandbox/server.ts';
import { japaneseWorks, works } from '../sandbox/works.ts';
import { cridOf } from '../sandbox/works/japanese.ts';
import { createSandboxLookup } from '../support/sandboxLookup.ts';

/** Every work of the stand-in services, as the lookup finds it. */
export async function sandboxRecords(): Promise<readonly CslItem[]> {
  const sandbox = await startSandbox();
  const { http, lookup } = createSandboxLookup(sandbox, sources);
  const identifiers = [
    ...works.map(({ doi }) => ({ kind: 'doi' as const, id: doi.toLowerCase() })),
    ...japaneseWorks.map((work) => ({ kind: 'crid' as const, id: cridOf(work) })),
  ];
  // What an agency offers no data of, has no record.
  const records = await Promise.all(identifiers.map((asked) => lookup.resolve(asked).catch(() => undefined)));
  http.dispose();
  await sandbox.stop();
  return distinct(records.flatMap((record) => (record === undefined ? [] : [record.csl])));
}

const corpus = process.env['CITATION_CORPUS'];

/** At most `count` recorded works of Crossref and DataCite, evenly spread, the same ones every time; undefined without a corpus. */
export function recordedRecords(count: number): readonly CslItem[] | undefined {
  if (corpus === undefined) return undefined;
  const all = distinct([
    ...readBodies(join(corpus, 'crossref')).flatMap((body) =>
      worksIn(body).flatMap((work) => mapWork(work, 'crossref')?.csl ?? []),
    ),
    ...readBodies(join(corpus, 'datacite')).flatMap((body) =>
      resourcesIn(body).flatMap((resource) => mapDoi(resource)?.csl ?? []),
    ),
  ]);
  const step = Math.max(1, all.length / count);
  return all.filter((_, place) => Math.floor(place / step) !== Math.floor((place - 1) / step));
}

function readBodies(folder: string): readonly unknown[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.json') && file !== 'index.json');
  return files.toSorted().flatMap((file): readonly unknown[] => {
    try {
      return [JSON.parse(readFileSync(join(folder, file), 'utf8'))];
    } catch {
      // Recorded errors are plain text under any name.
      return [];
    }
  });
}

/** The works of an answer: one, a list of them, or CSL JSON. */
function worksIn(body: unknown): readonly unknown[] {
  const message = isObject(body) && 'message' in body ? body['message'] : body;
  const list = asList(asObject(message)['items'] ?? message);
  return list.filter((work) => isObject(work) && 'DOI' in work && 'type' in work);
}

function resourcesIn(body: unknown): readonly unknown[] {
  return asList(asObject(body)['data'] ?? body)
    .map(asObject)
    .map(({ id, attributes, ...rest }) =>
      isObject(attributes) ? { doi: id, ...attributes } : { id, ...rest },
    )
    .filter((resource) => 'creators' in resource && 'titles' in resource);
}

function distinct(records: readonly CslItem[]): readonly CslItem[] {
  return [...new Map(records.map((csl) => [JSON.stringify([csl.id, csl.title]), csl])).values()];
}
