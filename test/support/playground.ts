import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { startSandbox, type Sandbox } from '../sandbox/server.ts';
import { createTemporaryFolder } from './atExit.ts';
import { projectFolder } from './paths.ts';
import { startVsCodeServer, type ServerOptions, type VsCodeServer } from './vscodeServer.ts';
import type { Settings } from './writeSettings.ts';

/** A VS Code server, a fresh copy of the sample workspace, and the stand-in services that the extension is to ask. */
export interface Playground {
  readonly server: VsCodeServer;
  readonly sandbox: Sandbox;
  /** The copy of `test/workspace`. */
  readonly folder: string;
  stop(): Promise<void>;
}

/** Starts a playground; its settings send the extension to the stand-in services. */
export async function startPlayground(options: ServerOptions = {}): Promise<Playground> {
  const sandbox = await startSandbox();
  const server = await startVsCodeServer({
    ...options,
    settings: { ...settingsFor(sandbox), ...options.settings },
  });
  return {
    server,
    sandbox,
    folder: copySampleWorkspace(),
    async stop() {
      await server.stop();
      await sandbox.stop();
    },
  };
}

/** Settings with which the extension asks the stand-in services. */
export function settingsFor(sandbox: Sandbox): Settings {
  return { 'citationLookup.endpoints': sandbox.endpoints };
}

/** Copies the sample workspace to where nothing is lost by editing it. */
export function copySampleWorkspace(): string {
  const folder = join(createTemporaryFolder('workspace'), 'sample');
  cpSync(join(projectFolder, 'test', 'workspace'), folder, { recursive: true });
  return folder;
}
