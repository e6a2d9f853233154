/** One record of one work out of what several sources say. */
import type { CitationRecord, CslItem } from '../record/record.ts';

/**
 * Fields that say what kind of record this is: they come from the leading source whole, since mixing them makes a
 * work that nobody published.
 */
const inseparable = new Set<keyof CslItem>(['id', 'type', 'custom']);

const merged = new WeakMap<CitationRecord, WeakMap<CitationRecord, CitationRecord>>();

/**
 * Fills the fields that `leading` lacks from `other`, field by field with provenance, and joins notices, links and
 * facts. What the leading source says is never replaced. The same two records give the same one: who shows it need
 * not show it anew.
 */
export function mergeRecords(leading: CitationRecord, other: CitationRecord): CitationRecord {
  const known = merged.get(leading) ?? new WeakMap<CitationRecord, CitationRecord>();
  const record = known.get(other) ?? merge(leading, other);
  merged.set(leading, known.set(other, record));
  return record;
}

function merge(leading: CitationRecord, other: CitationRecord): CitationRecord {
  const filled = Object.entries(other.csl).filter(([field]) => {
    const own: unknown = leading.csl[field as keyof CslItem];
    return !inseparable.has(field as keyof CslItem) && (own === undefined || own === '');
  });
  const custom = { ...other.csl.custom, ...leading.csl.custom };
  const csl: CslItem = {
    ...leading.csl,
    ...Object.fromEntries(filled),
    ...(Object.keys(custom).length === 0 ? {} : { custom }),
  };
  const said = filled.map(([field]) => [field, other.provenance[field] ?? other.sources[0] ?? ''] as const);
  const known = new Set(leading.notices.map(({ kind, identifier }) => `${kind} ${identifier ?? ''}`));
  const facts = { ...other.facts, ...leading.facts };
  return {
    csl,
    sources: [...new Set([...leading.sources, ...other.sources])],
    notices: [
      ...leading.notices,
      ...other.notices.filter(({ kind, identifier }) => !known.has(`${kind} ${identifier ?? ''}`)),
    ],
    links: { ...other.links, ...leading.links },
    provenance: { ...leading.provenance, ...Object.fromEntries(said) },
    ...(Object.keys(facts).length === 0 ? {} : { facts }),
  };
}
