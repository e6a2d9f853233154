/** The services that are made to fail, and what each is asked for meanwhile. */
import type { ServiceId } from '../../sandbox/server.ts';

/** For a service that hangs, for one that is slow, and for whatever else happens meanwhile. */
export type Each<T> = readonly [hang: T, slow: T, other: T];

/** An identifier as it stands in a text, and the part of it by which a service's requests for it are told. */
export interface Work {
  readonly text: string;
  readonly id: string;
}

export interface Victim {
  readonly service: ServiceId;
  /** As a person reads it. */
  readonly name: string;
  readonly speaks: 'JSON' | 'XML';
  /** What it is asked for: one work for each fault at a time. */
  readonly works: Each<Work>;
  /** False where the service looks no identifiers up: then the works are another's, and found. */
  readonly resolves: boolean;
  /** Which of the two searches it fails in; undefined where no search asks it. */
  readonly search?: 0 | 1;
  /** Who would know the works too, and is made to fail for them alike. */
  readonly alsoKnown?: ServiceId;
}

const toDoi = (id: string): Work => ({ text: `doi:${id}`, id });
const toPmid = (id: string): Work => ({ text: `PMID: ${id}`, id });
const toCrid = (id: string): Work => ({ text: `https://cir.nii.ac.jp/crid/${id}`, id });

/** Works of Crossref that nothing happens to. */
const untouched = [
  toDoi('10.1126/science.1218263'),
  toDoi('10.1038/nature10836'),
  toDoi('10.1109/cvpr.2016.90'),
] as const;

const crossref: Victim = {
  service: 'crossref',
  name: 'Crossref',
  speaks: 'JSON',
  works: [toDoi('10.1038/171737a0'), toDoi('10.1038/467753a'), toDoi('10.1073/pnas.1421412111')],
  resolves: true,
  search: 0,
};
const datacite: Victim = {
  service: 'datacite',
  name: 'DataCite',
  speaks: 'JSON',
  works: [toDoi('10.48550/arxiv.1706.03762'), toDoi('10.4232/1.2745'), toDoi('10.5061/dryad.8515')],
  resolves: true,
  search: 1,
};
const doi: Victim = {
  service: 'doi',
  name: 'doi.org',
  speaks: 'JSON',
  works: [toDoi('10.3280/ecag2018-001005'), toDoi('10.5012/bkcs.2011.32.2.620'), toDoi('10.2777/1524')],
  resolves: true,
  alsoKnown: 'openaire',
};
const openaire: Victim = {
  service: 'openaire',
  name: 'OpenAIRE',
  speaks: 'JSON',
  works: [toPmid('13054692'), toPmid('32450107'), toPmid('9500320')],
  resolves: true,
  search: 1,
};
const cinii: Victim = {
  service: 'cinii',
  name: 'CiNii',
  speaks: 'JSON',
  works: [toCrid('1390005822569621120'), toCrid('1050010687833449984'), toCrid('1970867909910985885')],
  resolves: true,
  search: 0,
};
const kaken: Victim = {
  service: 'kaken',
  name: 'KAKEN',
  speaks: 'XML',
  works: untouched,
  resolves: false,
  search: 0,
};
const rakutenKobo: Victim = {
  service: 'rakutenKobo',
  name: 'Rakuten Kobo',
  speaks: 'JSON',
  works: untouched,
  resolves: false,
  search: 1,
};

/** All of them, as columns of the table. */
export const victims: readonly Victim[] = [crossref, datacite, doi, openaire, cinii, kaken, rakutenKobo];

/** Groups in which none is asked on the way to another's works: all of a group can be gone at once. */
export const apart: readonly (readonly Victim[])[] = [
  [crossref, openaire, cinii],
  [datacite, kaken, rakutenKobo],
  [doi],
];

/** A work that is found whatever happens to `victim`. */
export function companionOf(victim: Victim): Work {
  return victim === datacite ? untouched[0] : toDoi('10.48550/arxiv.1412.6980');
}

/** What is searched for, twice for each fault, so that half of the services can fail and half must not. */
export const words: Each<readonly [string, string]> = [
  ['the', 'of'],
  ['to', 'and'],
  ['in', 'on'],
];
