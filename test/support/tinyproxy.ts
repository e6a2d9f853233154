/** A real proxy, Debian's tinyproxy, in a process of its own on this machine. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTemporaryFolder } from './atExit.ts';
import { findFreePort } from './findFreePort.ts';
import { startDaemon, type Daemon } from './program.ts';

/** Its log names whom it was asked for and whom it reached. */
export interface Proxy extends Daemon {
  /** `127.0.0.1:<port>`. */
  readonly authority: string;
}

/** Starts a proxy; with a login (`name:password`) it serves nobody else. */
export async function startTinyproxy(login = ''): Promise<Proxy> {
  const port = await findFreePort();
  const configuration = join(createTemporaryFolder('tinyproxy'), 'tinyproxy.conf');
  const lines = [
    `Port ${port}`,
    'Listen 127.0.0.1',
    'Allow 127.0.0.1',
    'Timeout 60',
    'MaxClients 20',
    'LogLevel Info',
  ];
  if (login !== '') lines.push(`BasicAuth ${login.replace(':', ' ')}`);
  writeFileSync(configuration, lines.map((line) => `${line}\n`).join(''));
  const daemon = await startDaemon('tinyproxy', ['-d', '-c', configuration], 'Accepting connections');
  return { authority: `127.0.0.1:${port}`, stop: () => daemon.stop() };
}
