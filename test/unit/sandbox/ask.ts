/** Asks the stand-ins over the wire, as the extension does. */
import { startSandbox } from '../../sandbox/server.ts';
import type { Sandbox, SandboxOptions, ServiceId } from '../../sandbox/server.ts';

export interface Reply {
  readonly status: number;
  /** Media type without parameters. */
  readonly type: string;
  readonly headers: Headers;
  readonly text: string;
  /** The body, if it is JSON. */
  readonly body: unknown;
}

export type Ask = (service: ServiceId, path: string, init?: RequestInit) => Promise<Reply>;

/** A sandbox for all tests of a `describe`, and a way to ask it. */
export function useSandbox(options: SandboxOptions = {}): { ask: Ask; sandbox: () => Sandbox } {
  let sandbox: Sandbox | undefined;
  const running = (): Sandbox => {
    if (!sandbox) throw new Error('The sandbox runs while tests run.');
    return sandbox;
  };
  before(async () => {
    sandbox = await startSandbox(options);
  });
  afterEach(() => {
    running().reset();
  });
  after(() => running().stop());

  return {
    sandbox: running,
    async ask(service, path, init) {
      const response = await fetch(running().endpoints[service] + path, init);
      const text = await response.text();
      const type = response.headers.get('content-type')?.split(';')[0] ?? '';
      return { status: response.status, type, headers: response.headers, text, body: parse(text) };
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The value at a path of keys and indexes; undefined if there is none. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (found, key) => (typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined),
    value,
  );
}

/** A list found somewhere in a body; empty if it is none. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The keys of an object found somewhere in a body; empty if it is none. */
export function keys(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}
