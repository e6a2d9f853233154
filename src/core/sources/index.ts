import { cinii } from './cinii/cinii.ts';
import { crossref } from './crossref/crossref.ts';
import { datacite } from './datacite/datacite.ts';
import { kaken } from './kaken/kaken.ts';
import { openaire } from './openaire/openaire.ts';
import { rakutenKobo } from './rakuten/rakutenKobo.ts';
import type { Source } from './source.ts';

/** All sources, in the order they are asked by default. Adding one is its file and its line here. */
export const sources: readonly Source[] = [crossref, datacite, openaire, cinii, rakutenKobo, kaken];
