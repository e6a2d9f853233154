/** Every work of the sandbox. */
import type { Work } from './work.ts';
import { agencies } from './works/agencies.ts';
import { classics } from './works/classics.ts';
import { demonstrations } from './works/demonstrations.ts';
import { features } from './works/features.ts';
import { notices } from './works/notices.ts';
import { preprints } from './works/preprints.ts';
import { recordTypes } from './works/recordTypes.ts';
import { resources } from './works/resources.ts';
import { scripts } from './works/scripts.ts';

export const works: readonly Work[] = [
  ...classics,
  ...recordTypes,
  ...features,
  ...notices,
  ...scripts,
  ...preprints,
  ...resources,
  ...agencies,
  ...demonstrations,
];
