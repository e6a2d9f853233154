/** A real proxy, Debian's tinyproxy, in a process of its own on this machine. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTemporaryFolder } from './atExit.ts';
import { findFreePort } from './findFreePort.ts';
import { startProgram } from './program.ts';

export interface Proxy {
  /** `127.0.0.1:<port>`. */
  readonly authority: string;
  /** Ends the proxy and returns its log, which names whom it was asked for and whom it reached. */
  stop(): Promise<string>;
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
  const log: string[] = [];
  let isReady: () => void = () => undefined;
  let isOver: (error: Error) => void = () => undefined;
  const ready = new Promise<void>((resolve, reject) => {
    isReady = resolve;
    isOver = reject;
  });
  const program = startProgram('tinyproxy', ['-d', '-c', configuration], {
    onLine(line) {
      log.push(line);
      if (line.includes('Accepting connections')) isReady();
    },
  });
  void program.ended.then((code) => {
    isOver(new Error(`tinyproxy ended with code ${code}: ${log.join('\n')}`));
  });
  await ready;
  return {
    authority: `127.0.0.1:${port}`,
    async stop() {
      await program.stop();
      return log.join('\n');
    },
  };
}
