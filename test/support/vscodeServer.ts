import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createTemporaryFolder } from './atExit.ts';
import { installServer } from './installServer.ts';
import { runProgram, startProgram, type Program } from './program.ts';
import { writeSettings, type Settings } from './writeSettings.ts';

export interface ServerOptions {
  /** Over the quiet ones that every server starts with. */
  readonly settings?: Settings;
  /** Paths of packages (.vsix) to install. */
  readonly packages?: readonly string[];
  /** Added to the environment of the server and of the extension hosts it starts. */
  readonly env?: Readonly<Record<string, string>>;
  /** Lets the address of a page name an extension under development and its tests. Messages then stay out of sight. */
  readonly isTestHost?: boolean;
}

/** A VS Code server of its own, with no state but what it was given, on the loopback interface only. */
export interface VsCodeServer {
  /** `127.0.0.1:<port>`. */
  readonly authority: string;
  /** Folder of the logs, one sub-folder a session. */
  readonly logFolder: string;
  /** Address at which a browser opens a folder. A test host takes a `payload`, such as where its tests are. */
  addressOf(folder: string, payload?: Readonly<Record<string, string>>): string;
  /** Changes some settings; the open workbenches follow soon after, unless a setting counts for the whole application. */
  changeSettings(changed: Settings): void;
  /** Resolves to the exit code when the server has ended, for whatever reason. */
  readonly ended: Promise<number>;
  stop(): Promise<void>;
}

/** Starts a VS Code server and waits until it listens. Throws an error that quotes what it printed when it ends instead. */
export async function startVsCodeServer(options: ServerOptions = {}): Promise<VsCodeServer> {
  const { settings = {}, packages = [], env = {}, isTestHost = false } = options;
  let current = settings;
  const script = await installServer();
  const folder = createTemporaryFolder('vscode');
  const userData = join(folder, 'user');
  const places = [
    ['--server-data-dir', join(folder, 'server')],
    ['--user-data-dir', userData],
    ['--extensions-dir', join(folder, 'extensions')],
  ].flat();
  writeSettings(userData, settings);
  for (const file of packages) {
    await runProgram(process.execPath, [script, '--install-extension', file, ...places]);
  }
  const token = randomUUID();
  const listening = [
    ['--host', '127.0.0.1', '--port', '0', '--connection-token', token],
    ['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-workspace-trust'],
    isTestHost ? ['--enable-smoke-test-driver'] : [],
  ].flat();
  const { program, port } = await startAndListen([script, ...listening, ...places], env);
  const authority = `127.0.0.1:${port}`;
  return {
    authority,
    logFolder: join(userData, 'logs'),
    addressOf(workspace, payload) {
      const query = new URLSearchParams({ tkn: token, folder: workspace });
      if (payload) query.set('payload', JSON.stringify(Object.entries(payload)));
      return `http://${authority}/?${query.toString()}`;
    },
    changeSettings(changed) {
      current = { ...current, ...changed };
      writeSettings(userData, current);
    },
    ended: program.ended,
    stop: () => program.stop(),
  };
}

async function startAndListen(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ readonly program: Program; readonly port: string }> {
  const printed: string[] = [];
  return new Promise((resolve, reject) => {
    const fail = (what: string) => {
      clearTimeout(timer);
      reject(new Error(`The VS Code server ${what}:\n${printed.slice(-20).join('\n')}`));
    };
    const program = startProgram(process.execPath, args, {
      env,
      onLine(line) {
        printed.push(line);
        const port = /^Extension host agent listening on (\d+)/.exec(line)?.[1];
        if (port === undefined) return;
        clearTimeout(timer);
        resolve({ program, port });
      },
    });
    const timer = setTimeout(() => {
      fail('did not start within a minute');
    }, 60_000);
    void program.ended.then((code) => {
      fail(`ended with code ${code}`);
    });
  });
}
