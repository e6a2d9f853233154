/** Recorded answers of the services. They are not part of the project: CITATION_CORPUS names their folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env['CITATION_CORPUS'];

/** Reads a recorded body. */
export function readBody(path: string): string {
  return readFileSync(join(folder ?? '', path), 'utf8');
}

/** Names the recorded bodies of a service whose path matches. */
export function listBodies(service: string, pattern: RegExp): readonly string[] {
  return readdirSync(join(folder ?? '', service), { recursive: true, encoding: 'utf8' })
    .map((path) => `${service}/${path.replaceAll('\\', '/')}`)
    .filter((path) => pattern.test(path))
    .toSorted();
}

/** Describes tests over recorded bodies; without the corpus one pending test says that none of them ran. */
export function describeCorpus(title: string, tests: () => void): void {
  describe(`recorded answers of ${title}`, () => {
    if (folder === undefined) it.skip('did not run: CITATION_CORPUS is not set');
    else tests();
  });
}
