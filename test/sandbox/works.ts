/** Every work of the sandbox: what has a DOI, and what only NII's catalogues know. */
import type { Work } from './work.ts';
import { agencies } from './works/agencies.ts';
import { classics } from './works/classics.ts';
import { demonstrations } from './works/demonstrations.ts';
import { dissertations } from './works/dissertations.ts';
import { features } from './works/features.ts';
import { japaneseArticles } from './works/japanese.ts';
import type { JapaneseWork } from './works/japanese.ts';
import { japaneseBooks } from './works/japaneseBooks.ts';
import { markup } from './works/markup.ts';
import { notices } from './works/notices.ts';
import { posted } from './works/posted.ts';
import { preprints } from './works/preprints.ts';
import { recordTypes } from './works/recordTypes.ts';
import { registered } from './works/registered.ts';
import { resources } from './works/resources.ts';
import { scripts } from './works/scripts.ts';
import { software } from './works/software.ts';

export const works: readonly Work[] = [
  ...classics,
  ...recordTypes,
  ...posted,
  ...markup,
  ...features,
  ...notices,
  ...scripts,
  ...registered,
  ...preprints,
  ...resources,
  ...software,
  ...agencies,
  ...demonstrations,
];

export const japaneseWorks: readonly JapaneseWork[] = [
  ...japaneseArticles,
  ...dissertations,
  ...japaneseBooks,
];
