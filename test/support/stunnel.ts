/** Debian's stunnel in a process of its own: TLS before a server that speaks none, such as a proxy. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTemporaryFolder } from './atExit.ts';
import { findFreePort } from './findFreePort.ts';
import { startDaemon, type Daemon } from './program.ts';

export interface Tunnel extends Daemon {
  /** `127.0.0.1:<port>`. */
  readonly authority: string;
}

/** Takes TLS connections with the certificate and key of a file, and hands what is in them on to `authority`. */
export async function startStunnel(authority: string, pem: string): Promise<Tunnel> {
  const port = await findFreePort();
  const configuration = join(createTemporaryFolder('stunnel'), 'stunnel.conf');
  const lines = ['foreground = yes', 'pid =', '[tls]', `accept = 127.0.0.1:${port}`, `connect = ${authority}`, `cert = ${pem}`, `key = ${pem}`]; // prettier-ignore
  writeFileSync(configuration, lines.map((line) => `${line}\n`).join(''));
  const daemon = await startDaemon('stunnel4', [configuration], 'Configuration successful');
  return { authority: `127.0.0.1:${port}`, stop: () => daemon.stop() };
}
