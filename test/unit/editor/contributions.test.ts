import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { sources } from '../../../src/core/sources/index.ts';
import { commands, configurationSection, settingDefaults } from '../../../src/editor/contributions.ts';
import { languageIds } from '../../../src/editor/languages.ts';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly configuration: {
      readonly properties: Readonly<
        Record<string, { readonly default: unknown; readonly markdownDescription: string }>
      >;
    };
  };
}

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8')) as unknown;
const manifestText = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
const manifest = read('package.json') as Manifest;

describe('the manifest', () => {
  it('declares exactly the commands that the code registers', () => {
    assert.deepEqual(
      manifest.contributes.commands.map(({ command }) => command).toSorted(),
      Object.values(commands).toSorted(),
    );
  });

  it('declares exactly the settings that the code reads, with the same defaults', () => {
    const declared = Object.entries(manifest.contributes.configuration.properties).map(
      ([name, property]): readonly [string, unknown] => [name, property.default],
    );
    const known = Object.entries(settingDefaults).map(([name, value]: readonly [string, unknown]) => [
      `${configurationSection}.${name}`,
      value,
    ]);
    assert.deepEqual(Object.fromEntries(declared), Object.fromEntries(known));
  });

  it('starts with the first document of every language it reads', () => {
    const events = languageIds.map((language) => `onLanguage:${language}`);
    assert.deepEqual(manifest.activationEvents.toSorted(), events.toSorted());
  });

  it('has every text in every language', () => {
    const used = [...manifestText.matchAll(/"%([\w.]+)%"/g)].map(([, name]) => name).toSorted();
    for (const file of readdirSync(new URL('../../../', import.meta.url)).filter((name) =>
      /^package\.nls.*\.json$/.test(name),
    )) {
      assert.deepEqual(Object.keys(read(file) as Readonly<Record<string, string>>).toSorted(), used, file);
    }
  });

  it('lists by default the sources that are asked by default', () => {
    const byDefault = sources.filter((source) => source.byDefault).map(({ id }) => id);
    for (const id of byDefault) assert.ok(settingDefaults.sources.includes(id), id);
  });
});
