import type { CslItem } from '../../record/record.ts';
import { textOf } from './textOf.ts';

/** A preprint's id at its server. */
export interface Eprint {
  readonly id: string;
  readonly server: string;
  readonly primaryClass?: string;
}

/** Servers whose ids stand in their DOIs. */
const serversByDoi: readonly (readonly [doi: RegExp, server: string])[] = [
  [/^10\.48550\/arxiv\.(.+)$/i, 'arXiv'],
  [/^10\.2139\/ssrn\.(\d+)$/i, 'SSRN'],
  [/^10\.26434\/(chemrxiv.+)$/i, 'ChemRxiv'],
  [/^10\.21203\/rs\.3\.(rs-\d+\/v\d+)$/i, 'Research Square'],
  [/^10\.31234\/osf\.io\/(\w+)$/i, 'PsyArXiv'],
  [/^10\.31235\/osf\.io\/(\w+)$/i, 'SocArXiv'],
  [/^10\.31219\/osf\.io\/(\w+)$/i, 'OSF Preprints'],
  [/^10\.20944\/(preprints[\d.]+\.v\d+)$/i, 'Preprints.org'],
];

/** Servers that share a DOI prefix, so that the record must name them. */
const namedServers: ReadonlyMap<string, string> = new Map([
  ['biorxiv', 'bioRxiv'],
  ['medrxiv', 'medRxiv'],
]);

/** Returns the preprint id that a record states, or that its DOI tells for certain; undefined where there is none. */
export function findEprint(csl: CslItem): Eprint | undefined {
  const { eprint, eprintType, eprintClass } = csl.custom ?? {};
  const primaryClass = eprintClass === undefined ? {} : { primaryClass: eprintClass };
  if (eprint !== undefined && eprintType !== undefined) {
    return { id: eprint, server: eprintType, ...primaryClass };
  }
  const doi = textOf(csl, 'DOI') ?? '';
  for (const [pattern, server] of serversByDoi) {
    const id = pattern.exec(doi)?.[1];
    if (id !== undefined) return { id, server, ...primaryClass };
  }
  const named = [eprintType, textOf(csl, 'container-title'), textOf(csl, 'publisher')]
    .map((name) => namedServers.get(name?.toLowerCase() ?? ''))
    .find((server) => server !== undefined);
  const suffix = /^10\.(?:1101|64898)\/([\d.]+)$/.exec(doi)?.[1];
  return csl.type === 'article' && named !== undefined && suffix !== undefined
    ? { id: suffix, server: named }
    : undefined;
}
