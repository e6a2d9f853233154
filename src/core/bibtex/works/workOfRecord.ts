import type { IdentifierKind } from '../../identifiers/identifier.ts';
import { yearOf } from '../../record/dates.ts';
import type { CslItem } from '../../record/record.ts';
import { toDoi } from '../text/toDoi.ts';
import { toWork } from './work.ts';
import type { Extent, Work } from './work.ts';

const parts = /^(?:chapter|paper-conference|entry|article-|review|post|figure|speech)/;

/** Returns what tells a record's work from others. */
export function workOfRecord(csl: CslItem): Work {
  const { custom = {} } = csl;
  const isArxiv = custom.eprintType?.toLowerCase() === 'arxiv';
  const given: readonly (readonly [IdentifierKind, string | undefined])[] = [
    ['doi', csl.DOI === undefined ? undefined : (toDoi(csl.DOI) ?? csl.DOI.toLowerCase())],
    ['arxiv', isArxiv ? custom.eprint : undefined],
    ['isbn', csl.ISBN],
    ['pmid', csl.PMID],
    ['pmcid', csl.PMCID],
    ['crid', custom.crid],
    ['naid', custom.naid],
    ['ncid', custom.ncid],
  ];
  const identifiers = given.flatMap(([kind, id]) => (id === undefined ? [] : [{ kind, id }]));
  return toWork(identifiers, { extent: extentOf(csl.type), volume: csl.volume }, () => ({
    titles: [csl.title],
    year: yearOf(csl.issued)?.toString(),
    name: csl.author?.[0] ?? csl.editor?.[0],
    place: { journal: csl['container-title'], volume: csl.volume, issue: csl.issue, pages: csl.page },
  }));
}

function extentOf(type: CslItem['type']): Extent {
  if (type === 'book') return 'whole';
  return parts.test(type) ? 'part' : 'other';
}
