/** What Japanese catalogues and DOI agencies both know, as the agencies know it. */
import type { Work } from '../work.ts';
import { japaneseArticles } from './japanese.ts';
import type { JapaneseWork } from './japanese.ts';

export const registered: readonly Work[] = japaneseArticles.flatMap((work) =>
  work.doi === undefined ? [] : [toWork(work, work.doi)],
);

function toWork(work: JapaneseWork, doi: string): Work {
  const { kind, origin, title, creators, journal, volume, number, pages, issn, date, publisher, language } =
    work;
  const byCrossref = origin === 'CROSSREF';
  return {
    doi,
    agency: byCrossref ? 'Crossref' : 'JaLC',
    type: kind === 'Dataset' ? 'dataset' : byCrossref ? 'journal-article' : 'article-journal',
    title,
    authors: creators,
    ...(journal !== undefined && { container: journal }),
    ...(volume !== undefined && { volume }),
    ...(number !== undefined && { issue: number }),
    ...(pages && { page: pages[0] === pages[1] ? pages[0] : pages.join('-') }),
    ...(issn !== undefined && { issn: { print: issn } }),
    ...(date !== undefined && { print: date }),
    ...(publisher !== undefined && { publisher }),
    ...(language !== undefined && { language }),
  };
}
