/** The records of the stand-in services and, where CITATION_CORPUS names them, of recorded answers. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CslItem } from '../../src/core/record/record.ts';
import { sources } from '../../src/core/sources/index.ts';
import { readService, services } from '../conformance/read.ts';
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

/** Every work of the recorded answers; undefined without a corpus. */
export function recordedRecords(): readonly CslItem[] | undefined {
  if (corpus === undefined) return undefined;
  const works = services
    .filter((service) => existsSync(join(corpus, service)))
    .flatMap((service) => readService(corpus, service).works);
  return distinct(works.flatMap(({ record }) => (record === undefined ? [] : [record.csl])));
}

function distinct(records: readonly CslItem[]): readonly CslItem[] {
  return [...new Map(records.map((csl) => [JSON.stringify(csl), csl])).values()];
}
