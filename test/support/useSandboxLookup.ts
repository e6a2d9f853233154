import { strict as assert } from 'node:assert';
import { startSandbox, type Sandbox } from '../sandbox/server.ts';
import { createSandboxLookup, type SandboxLookup } from './sandboxLookup.ts';

/** Starts the stand-in services and a lookup over them for all tests of a `describe`, and stops them behind it. */
export function useSandboxLookup(): { readonly sandbox: Sandbox; readonly over: SandboxLookup } {
  let started: { readonly sandbox: Sandbox; readonly over: SandboxLookup } | undefined;
  before(async () => {
    const sandbox = await startSandbox();
    started = { sandbox, over: createSandboxLookup(sandbox) };
  });
  after(async () => {
    started?.over.http.dispose();
    await started?.sandbox.stop();
  });
  return {
    get sandbox() {
      assert.ok(started);
      return started.sandbox;
    },
    get over() {
      assert.ok(started);
      return started.over;
    },
  };
}
