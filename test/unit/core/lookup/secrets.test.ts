import { strict as assert } from 'node:assert';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { zstdDecompressSync } from 'node:zlib';
import { search } from '../../../../src/core/lookup/search.ts';
import { silentLog } from '../../../../src/core/log.ts';
import { sources } from '../../../../src/core/sources/index.ts';
import { credentials } from '../../../sandbox/credentials.ts';
import { startSandbox } from '../../../sandbox/server.ts';
import { createSandboxLookup } from '../../../support/sandboxLookup.ts';

/** A site is public; the others let one in, and the address is the person's own. */
const secrets = [
  ...Object.values(credentials).flatMap((values) => Object.values<string>(values)),
  'sandbox-access-token',
  'tester@example.org',
].filter((value) => value !== credentials.rakutenKobo.site);

const asked = [
  { kind: 'doi', id: '10.1038/171737a0' },
  { kind: 'doi', id: '10.3280/ecag2018-001005' },
  { kind: 'arxiv', id: '1706.03762' },
  { kind: 'pmid', id: '13054692' },
  { kind: 'crid', id: '1970867909910985885' },
  { kind: 'ncid', id: 'BB02488158' },
] as const;

describe('after every service was asked with every credential', () => {
  it('none of them stands in the cache file or the log, nor does the contact address', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
    const sandbox = await startSandbox();
    const file = join(folder, 'answers.sqlite');
    const lines: string[] = [];
    const note = (line: string): void => void lines.push(line);
    const log = { ...silentLog, debug: note, info: note, warn: note, error: note };
    const over = createSandboxLookup(sandbox, sources, { cacheFile: file, log });
    try {
      for (const identifier of asked) assert.ok(await over.lookup.resolve(identifier), identifier.id);
      const found = await search({ words: 'the' }, sources, (source) => over.context(source, {}));
      for (const { source, error } of found.outcomes) assert.equal(error, undefined, source);
      const sent = JSON.stringify(sandbox.requests.map(({ path, headers }) => [path, headers]));
      for (const secret of [credentials.cinii.appid, credentials.rakutenKobo.accessKey])
        assert.ok(sent.includes(secret), 'nothing was asked with it');
      const database = new DatabaseSync(file);
      const rows = database.prepare('SELECT * FROM reply').all();
      database.close();
      assert.ok(rows.length >= sources.length);
      const bodies = rows.map(({ body }) => body instanceof Uint8Array ? zstdDecompressSync(body).toString() : '');
      const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
      for (const secret of secrets)
        for (const text of [...bytes, ...bodies, ...lines])
          for (const form of [secret, encodeURIComponent(secret)])
            assert.ok(!text.includes(form), `${secret} in ${text.slice(0, 200)}`);
    } finally {
      over.http.dispose();
      await sandbox.stop();
      rmSync(folder, { recursive: true });
    }
  });
}); // prettier-ignore
