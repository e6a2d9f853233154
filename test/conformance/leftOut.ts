/** Fields that no record needs, and why, as each source lists them. A field that neither reaches a record nor stands there is a finding. */
import { leftOut as cinii } from '../../src/core/sources/cinii/leftOut.ts';
import { leftOut as crossref } from '../../src/core/sources/crossref/leftOut.ts';
import { leftOut as datacite } from '../../src/core/sources/datacite/leftOut.ts';
import type { LeftOut } from '../../src/core/sources/leftOut.ts';
import { leftOut as openaire } from '../../src/core/sources/openaire/leftOut.ts';
import { leftOut as rakuten } from '../../src/core/sources/rakuten/leftOut.ts';
import type { Service } from './read.ts';

export const leftOut: Readonly<Record<Service, LeftOut>> = { crossref, datacite, openaire, cinii, rakuten };
