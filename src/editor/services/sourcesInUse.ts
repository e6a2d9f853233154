/** Which sources are asked: those of the setting, in its order, whose credentials are there if they need any. */
import type { Log } from '../../core/log.ts';
import { doi } from '../../core/sources/doi.ts';
import { sources } from '../../core/sources/index.ts';
import type { Source } from '../../core/sources/source.ts';
import type { Credentials } from './credentials.ts';
import { readSetting } from '../settings.ts';

export interface SourcesInUse {
  /** Sources that may be asked. */
  ready(): readonly Source[];
  /** Sources that the person wants and that lack required credentials. */
  lackingCredentials(): readonly Source[];
}

/** Returns a source by its id, doi.org among them; undefined for an unknown id. */
export function findSource(id: string): Source | undefined {
  return id === doi.id ? doi : sources.find((source) => source.id === id);
}

/** Creates the list; unknown ids are logged once each and asked for nothing. */
export function createSourcesInUse(credentials: Credentials, log: Log): SourcesInUse {
  const reported = new Set<string>();
  const lacks = (source: Source): boolean =>
    source.credentials?.required === true && credentials.of(source) === undefined;
  function wanted(): readonly Source[] {
    return [...new Set(readSetting('sources'))].flatMap((id) => {
      const source = sources.find((known) => known.id === id);
      if (source !== undefined) return [source];
      if (!reported.has(id))
        log.warn(`The setting "sources" names "${id}", which is no source of this version.`);
      reported.add(id);
      return [];
    });
  }
  return {
    ready: () => wanted().filter((source) => !lacks(source)),
    lackingCredentials: () => wanted().filter(lacks),
  };
}
