import { toPlainText } from '../../core/record/markup.ts';
import { yearOf } from '../../core/record/dates.ts';
import type { CitationRecord, Links, Notice } from '../../core/record/record.ts';
import { sources } from '../../core/sources/index.ts';
import type { Warning, Work } from '../../webview/protocol.ts';
import { describeAuthors, describeNotice, describeTitle, describeType, describeVenue } from '../describe.ts';

/** Longer texts are no titles; a row needs none of their rest. */
const maxLength = 1000;

/** Hosts of the pictures that the panel may show. */
export const coverHosts: readonly string[] = sources.flatMap((source) => source.coverHosts ?? []);

function cut(text: string): string {
  return text.length <= maxLength ? text : `${text.slice(0, maxLength)}…`;
}

function readCover({ cover }: Links): { cover: string } | undefined {
  if (cover === undefined || !URL.canParse(cover)) return undefined;
  const { protocol, host, href } = new URL(cover);
  return protocol === 'https:' && coverHosts.includes(host) ? { cover: href } : undefined;
}

/** What stands for a work where only text can: its DOI, else a short reference. */
function toDragText(record: CitationRecord): string {
  const { csl } = record;
  if (csl.DOI !== undefined) return csl.DOI;
  const year = yearOf(csl.issued);
  return [
    describeAuthors(csl),
    year === undefined ? '' : String(year),
    describeTitle(record),
    describeVenue(csl),
  ]
    .filter((part) => part !== '')
    .join('. ');
}

/** What several services say in the same words is said once. */
function toWarnings(notices: readonly Notice[]): readonly Warning[] {
  const severe = new Map(notices.map((notice) => [describeNotice(notice), notice.kind === 'retraction']));
  return [...severe].map(([text, isSevere]) => ({ text, severe: isSevere }));
}

/** Returns a record as a row of the panel; `key` where it is in the bibliography. */
export function toWork(id: string, record: CitationRecord, key: string | undefined): Work {
  const { csl, facts, links, notices } = record;
  const [year, typeName] = [yearOf(csl.issued), describeType(csl)];
  const venue = csl['container-title'] ?? csl['event-title'] ?? csl.publisher;
  return {
    id,
    title: csl.title === '' ? csl.id : cut(csl.title),
    authors: cut(describeAuthors(csl)),
    ...(year === undefined ? {} : { year }),
    type: csl.type,
    typeName: typeName === '' ? csl.type : typeName,
    venue: venue === undefined ? '' : cut(toPlainText(venue)),
    place: cut(describeVenue(csl)),
    sources: record.sources,
    openAccess: facts?.openAccess === true,
    ...(facts?.citedBy === undefined ? {} : { citedBy: facts.citedBy }),
    warnings: toWarnings(notices),
    ...readCover(links),
    ...(key === undefined ? {} : { key }),
    dragText: toDragText(record),
  };
}
