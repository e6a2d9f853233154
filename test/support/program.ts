import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { atExit } from './atExit.ts';

export interface ProgramOptions {
  readonly cwd?: string;
  /** Added to this process's own environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Called with each line the program prints, without its line end. Without it the program prints to this terminal. */
  readonly onLine?: (line: string) => void;
}

export interface Program {
  /** Resolves to the exit code, or to 1 where a signal or a failed start ended it. */
  readonly ended: Promise<number>;
  /** Ends the program with everything it started, and waits until it has ended. */
  stop(): Promise<void>;
}

/** Starts a program in a process group of its own, which ends with this process at the latest. */
export function startProgram(
  command: string,
  args: readonly string[],
  options: ProgramOptions = {},
): Program {
  const { cwd, env, onLine } = options;
  const child = spawn(command, args, {
    stdio: onLine ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    detached: process.platform !== 'win32',
    // npm is a script on Windows, which only a shell starts.
    shell: process.platform === 'win32' && !command.endsWith('.exe'),
    env: { ...process.env, ...env },
    ...(cwd === undefined ? {} : { cwd }),
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (stream && onLine) createInterface({ input: stream }).on('line', onLine);
  }
  const withdraw = atExit(() => {
    endGroup(child);
  });
  const ended = once(child, 'close').then(
    ([code]: unknown[]) => (typeof code === 'number' ? code : 1),
    (error: unknown) => {
      onLine?.(String(error));
      return 1;
    },
  );
  return {
    ended: ended.finally(withdraw),
    async stop() {
      endGroup(child);
      await ended;
    },
  };
}

/** A server in a process of its own. */
export interface Daemon {
  /** Ends it and returns all that it printed. */
  stop(): Promise<string>;
}

/** Starts a server and waits until it prints a line with `sign`. Throws an error that quotes what it printed if it ends before. */
export async function startDaemon(command: string, args: readonly string[], sign: string): Promise<Daemon> {
  const log: string[] = [];
  let isReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => (isReady = resolve));
  const program = startProgram(command, args, {
    onLine(line) {
      log.push(line);
      if (line.includes(sign)) isReady();
    },
  });
  const failure = program.ended.then((code) => {
    throw new Error(`${command} ended with code ${code}: ${log.join('\n')}`);
  });
  await Promise.race([ready, failure]);
  // Once it serves, its end is nobody's failure.
  failure.catch(() => undefined);
  return {
    async stop() {
      await program.stop();
      return log.join('\n');
    },
  };
}

/** Runs a program to its end and returns what it printed. Throws an error that quotes what it printed when it fails. */
export async function runProgram(
  command: string,
  args: readonly string[],
  options: Omit<ProgramOptions, 'onLine'> = {},
): Promise<string> {
  const lines: string[] = [];
  const code = await startProgram(command, args, { ...options, onLine: (line) => lines.push(line) }).ended;
  if (code !== 0) {
    throw new Error(
      `"${command} ${args.join(' ')}" failed with code ${code}\n${lines.slice(-300).join('\n')}`,
    );
  }
  return lines.join('\n');
}

function endGroup({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f']);
    return;
  }
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // It has ended by itself in the meantime.
  }
}
