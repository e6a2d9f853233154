/** Debian's stunnel in a process of its own: TLS before a server that speaks none, such as a proxy. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTemporaryFolder } from './atExit.ts';
import { findFreePort } from './findFreePort.ts';
import { startProgram } from './program.ts';

export interface Tunnel {
  /** `127.0.0.1:<port>`. */
  readonly authority: string;
  stop(): Promise<unknown>;
}

/** Takes TLS connections with the certificate and key of a file, and hands what is in them on to `authority`. */
export async function startStunnel(authority: string, pem: string): Promise<Tunnel> {
  const port = await findFreePort();
  const configuration = join(createTemporaryFolder('stunnel'), 'stunnel.conf');
  const lines = ['foreground = yes', 'pid =', '[tls]', `accept = 127.0.0.1:${port}`, `connect = ${authority}`, `cert = ${pem}`, `key = ${pem}`]; // prettier-ignore
  writeFileSync(configuration, lines.map((line) => `${line}\n`).join(''));
  const log: string[] = [];
  let isReady: () => void = () => undefined;
  let isOver: (error: Error) => void = () => undefined;
  const ready = new Promise<void>((resolve, reject) => {
    isReady = resolve;
    isOver = reject;
  });
  const program = startProgram('stunnel4', [configuration], {
    onLine(line) {
      log.push(line);
      if (line.includes('Configuration successful')) isReady();
    },
  });
  void program.ended.then((code) => {
    isOver(new Error(`stunnel ended with code ${code}: ${log.join('\n')}`));
  });
  await ready;
  return { authority: `127.0.0.1:${port}`, stop: () => program.stop() };
}
