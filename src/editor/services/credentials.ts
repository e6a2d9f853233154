/** The person's own credentials for services, in SecretStorage and nowhere else. */
import type * as vscode from 'vscode';
import { sources } from '../../core/sources/index.ts';
import type { Source } from '../../core/sources/source.ts';

export type CredentialValues = Readonly<Record<string, string>>;

export interface Credentials {
  /** Reads them once; `of` knows them from then on. */
  load(): Promise<void>;
  /** Returns a source's credentials; undefined where they are not set, or some that it requires are not. */
  of(source: Source): CredentialValues | undefined;
  /** Stores values of the source's own fields; empty ones are left out. */
  set(source: Source, values: CredentialValues): Promise<void>;
  clear(source: Source): Promise<void>;
  dispose(): void;
}

function keeperOf(source: Source): string {
  return source.credentials?.keptBy ?? source.id;
}

function secretName(keeper: string): string {
  return `citationLookup.credentials.${keeper}`;
}

function parse(stored: string | undefined): CredentialValues {
  const value: unknown = JSON.parse(stored ?? '{}');
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** Creates the store; it reads nothing before it is asked to. */
export function createCredentials(secrets: vscode.SecretStorage): Credentials {
  const keepers = new Set(sources.filter(({ credentials }) => credentials !== undefined).map(keeperOf));
  const known = new Map<string, CredentialValues>();
  let loading: Promise<unknown> | undefined;

  async function read(keeper: string): Promise<void> {
    known.set(keeper, parse(await secrets.get(secretName(keeper))));
  }

  const changes = secrets.onDidChange(({ key }) => {
    for (const keeper of keepers) if (loading !== undefined && key === secretName(keeper)) void read(keeper);
  });

  return {
    async load() {
      loading ??= Promise.all([...keepers].map(read));
      await loading;
    },
    of(source) {
      const values = known.get(keeperOf(source)) ?? {};
      const { required = false, fields = [] } = source.credentials ?? {};
      const complete = fields.every(({ name }) => values[name] !== undefined);
      return Object.keys(values).length === 0 || (required && !complete) ? undefined : values;
    },
    async set(source, values) {
      const fields = new Set(source.credentials?.fields.map(({ name }) => name));
      const kept = Object.fromEntries(
        Object.entries(values)
          .map(([name, value]) => [name, value.trim()] as const)
          .filter(([name, value]) => fields.has(name) && value !== ''),
      );
      await secrets.store(secretName(keeperOf(source)), JSON.stringify(kept));
      known.set(keeperOf(source), kept);
    },
    async clear(source) {
      await secrets.delete(secretName(keeperOf(source)));
      known.set(keeperOf(source), {});
    },
    dispose: () => {
      changes.dispose();
    },
  };
}
