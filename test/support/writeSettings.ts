import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Settings = Readonly<Record<string, unknown>>;

/** Nothing that asks, advertises, checks for updates or moves on its own. */
const quietSettings: Settings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * Writes settings, over quiet ones, to where a VS Code with this `--user-data-dir` reads them. A running server follows
 * those of the machine at once; settings that count for the whole application it reads once, from those of the person.
 */
export function writeSettings(userDataFolder: string, settings: Settings): void {
  for (const owner of ['User', 'Machine']) {
    const folder = join(userDataFolder, owner);
    mkdirSync(folder, { recursive: true });
    const text = JSON.stringify({ ...quietSettings, ...settings }, undefined, 2);
    writeFileSync(join(folder, 'settings.json'), text);
  }
}
