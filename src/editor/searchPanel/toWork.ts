import type { Log } from '../../core/log.ts';
import { toPlainText } from '../../core/record/markup.ts';
import { yearOf } from '../../core/record/dates.ts';
import type { CitationRecord, Links, Notice } from '../../core/record/record.ts';
import { sources } from '../../core/sources/index.ts';
import type { Warning, Work } from '../../webview/protocol.ts';
import {
  describeAuthors,
  describeNotice,
  describeTitle,
  describeType,
  describeVenue,
  firstOfEachKind,
} from '../describe.ts';
import { readEndpoint } from '../services/endpoints.ts';

/** Longer texts are no titles; a row needs none of their rest. */
const maxLength = 1000;

/**
 * Returns the origins of the pictures that the panel may show: the services' own, and this machine where the setting
 * has a service with covers stand there.
 */
export function coverOrigins(log: Log): readonly string[] {
  return sources.flatMap(({ coverHosts, endpoints }) => {
    if (coverHosts === undefined) return [];
    const bases = Object.entries(endpoints).map(([id, own]) => new URL(readEndpoint(id, own, log)));
    const local = bases.filter(({ protocol }) => protocol === 'http:').map(({ origin }) => origin);
    return [...coverHosts.map((host) => `https://${host}`), ...local];
  });
}

function cut(text: string): string {
  return text.length <= maxLength ? text : `${text.slice(0, maxLength)}…`;
}

function readCover({ cover }: Links, origins: readonly string[]): { cover: string } | undefined {
  if (cover === undefined || !URL.canParse(cover)) return undefined;
  const { origin, href } = new URL(cover);
  return origins.includes(origin) ? { cover: href } : undefined;
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

/** One warning a kind: several notices of one retraction say one thing. */
function toWarnings(notices: readonly Notice[]): readonly Warning[] {
  return firstOfEachKind(notices).map((notice) => ({
    text: describeNotice(notice),
    severe: notice.kind === 'retraction',
  }));
}

/** Returns a record as a row of the panel; `key` where it is in the bibliography, a cover where it is of one of the origins. */
export function toWork(
  id: string,
  record: CitationRecord,
  key: string | undefined,
  origins: readonly string[],
): Work {
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
    ...readCover(links, origins),
    ...(key === undefined ? {} : { key }),
    dragText: toDragText(record),
  };
}
