/**
 * Retractions, corrections and versions in a Crossref record. `updated-by` names notices about this work,
 * `update-to` the works that this notice is about; publishers confuse the two, Retraction Watch does not.
 */
import { asList, asObject, asText } from '../json.ts';
import { compact } from '../../record/compact.ts';
import type { Notice } from '../../record/record.ts';

const retractionWatch = 'Retraction Watch';

const kinds: Readonly<Record<string, Notice['kind']>> = {
  retraction: 'retraction',
  partial_retraction: 'retraction',
  removal: 'retraction',
  withdrawal: 'retraction',
  expression_of_concern: 'concern',
  correction: 'correction',
  corrigendum: 'correction',
  erratum: 'correction',
  err: 'correction',
  addendum: 'correction',
  clarification: 'correction',
  new_version: 'newer-version',
  new_edition: 'newer-version',
};

/** Titles of notices, in the words journals use. */
const noticeTitle =
  /^\W*(?:retraction|correction|corrigend|errat|addend|expression of concern|editorial expression|withdrawal|removal|publisher correction|author correction|notice of|clarification|retract(?:ed|ion) note)/i;

/** Titles that publishers mark the retracted work itself with. */
const retractedTitle =
  /^\W*(?:retracted(?: article| chapter)?|withdrawn(?: article)?|removed)\b\s*[:—–\].-]/i;

function isoDate(update: Readonly<Record<string, unknown>>): string | undefined {
  const parts = asList(asList(asObject(update['updated'])['date-parts'])[0]).filter(
    (part) => typeof part === 'number',
  );
  return parts.length === 0 ? undefined : parts.map((part) => String(part).padStart(2, '0')).join('-');
}

function readUpdates(value: unknown, ownDoi: string): readonly Notice[] {
  return asList(value).flatMap((entry) => {
    const update = asObject(entry);
    const kind = kinds[asText(update['type'])?.toLowerCase().replaceAll(/[\s-]/g, '_') ?? ''];
    const identifier = asText(update['DOI'])?.toLowerCase();
    if (kind === undefined || identifier === ownDoi) return [];
    const assertedBy = asText(update['source']) === 'retraction-watch' ? retractionWatch : 'publisher';
    return [compact({ kind, identifier, date: isoDate(update), assertedBy })];
  });
}

/** One notice a kind and identifier, Retraction Watch's word before the publisher's. */
function unique(notices: readonly Notice[]): readonly Notice[] {
  const seen = new Map<string, Notice>();
  for (const notice of notices) {
    const name = `${notice.kind} ${notice.identifier ?? ''}`;
    if (!seen.has(name) || notice.assertedBy === retractionWatch) seen.set(name, notice);
  }
  return [...seen.values()];
}

/** Tells whether a DOI is another's with a higher number at its end: `…/v2` of `…/v1`, `….18006.3` of `….18006.2`. */
function isLaterVersion(doi: string, ownDoi: string): boolean {
  const [own, other] = [ownDoi, doi].map((text) => /^(.+[./]v?)(\d+)$/.exec(text));
  return own?.[1] !== undefined && own[1] === other?.[1] && Number(other[2]) > Number(own[2]);
}

/** Returns what a citer of the work should know, most serious first; empty for the notices themselves. */
export function readNotices(
  work: Readonly<Record<string, unknown>>,
  ownDoi: string,
  title: string,
): readonly Notice[] {
  const isNotice = noticeTitle.test(title) && !retractedTitle.test(title);
  const about = readUpdates(work['updated-by'], ownDoi);
  const misplaced = retractedTitle.test(title)
    ? readUpdates(work['update-to'], ownDoi).filter(({ kind }) => kind === 'retraction')
    : [];
  const notices = [...about, ...misplaced].filter(
    ({ assertedBy, kind }) => assertedBy === retractionWatch || !isNotice || kind === 'newer-version',
  );
  if (retractedTitle.test(title) && !notices.some(({ kind }) => kind === 'retraction')) {
    notices.push({ kind: 'retraction', assertedBy: 'publisher' });
  }
  const relation = asObject(work['relation']);
  const related = (name: string, kind: Notice['kind']): readonly Notice[] =>
    asList(relation[name]).flatMap((entry) => {
      const { id, 'id-type': type, 'asserted-by': by } = asObject(entry);
      const identifier = asText(id)?.toLowerCase();
      if (type !== 'doi' || identifier === undefined || identifier === ownDoi) return [];
      return [
        { kind, identifier, assertedBy: by === 'object' ? 'publisher of the other version' : 'publisher' },
      ];
    });
  const order: readonly Notice['kind'][] = [
    'retraction',
    'concern',
    'correction',
    'published-version',
    'newer-version',
  ];
  return unique([
    ...notices,
    ...related('is-preprint-of', 'published-version'),
    ...related('is-replaced-by', 'newer-version'),
    // Publishers relate every version to every other, older ones too.
    ...related('has-version', 'newer-version').filter(({ identifier = '' }) =>
      isLaterVersion(identifier, ownDoi),
    ),
  ]).toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}
