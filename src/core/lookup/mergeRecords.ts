/** One record of one work out of what several sources say. */
import type { CitationRecord, CslCustom, CslItem, Facts } from '../record/record.ts';

/** Says whether a field that the leading record lacks may come from the other. */
type Rule = (leading: CslItem, other: CslItem) => boolean;

const never: Rule = () => false;
/** What a kind of work has; with another kind it would make a work that nobody published. */
const ofSameType: Rule = (leading, other) => leading.type === other.type;
/** A place is given by pages or by a number. */
const withoutPlace: Rule = ({ page, number }) => page === undefined && number === undefined;
/** What is told of the authors one by one. */
const ofSameAuthors: Rule = (leading, other) =>
  leading.author === undefined || leading.author.length === other.author?.length;

/**
 * The rules of merging. What the leading record says stays. What it lacks is filled from the other, save as this table
 * says; members of `custom` are filled one by one. Notices are joined by kind and identifier, sources in their order,
 * links and facts member by member, credits together.
 */
const rules: Readonly<Partial<Record<keyof CslItem | keyof CslCustom, Rule>>> = {
  id: never,
  type: never,
  custom: never,
  'container-title': ofSameType,
  'container-title-short': ofSameType,
  'collection-title': ofSameType,
  'collection-number': ofSameType,
  'event-title': ofSameType,
  'event-place': ofSameType,
  'event-date': ofSameType,
  genre: ofSameType,
  kind: ofSameType,
  page: withoutPlace,
  number: withoutPlace,
  'publisher-place': ({ publisher }) => publisher === undefined,
  authorReadings: ofSameAuthors,
  authorRomanised: ofSameAuthors,
  authorsIncomplete: ({ author }) => author === undefined,
};

/** The members of `from` that `own` lacks and that the rules let in. */
function fillers(
  own: object,
  from: object,
  leading: CslItem,
  other: CslItem,
): readonly (readonly [string, unknown])[] {
  const known: Readonly<Record<string, unknown>> = { ...own };
  const ruleOf: Readonly<Record<string, Rule | undefined>> = rules;
  return Object.entries(from).filter(([name]) => {
    const isMissing = known[name] === undefined || known[name] === '';
    return isMissing && (ruleOf[name]?.(leading, other) ?? true);
  });
}

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
  const filled = fillers(leading.csl, other.csl, leading.csl, other.csl);
  const custom = {
    ...leading.csl.custom,
    ...Object.fromEntries(fillers(leading.csl.custom ?? {}, other.csl.custom ?? {}, leading.csl, other.csl)),
  };
  const csl: CslItem = {
    ...leading.csl,
    ...Object.fromEntries(filled),
    ...(Object.keys(custom).length === 0 ? {} : { custom }),
  };
  const said = filled.map(([field]) => [field, other.provenance[field] ?? other.sources[0] ?? ''] as const);
  const known = new Set(leading.notices.map(({ kind, identifier }) => `${kind} ${identifier ?? ''}`));
  const credits = new Set([leading, other].flatMap(({ facts }) => facts?.credit ?? []));
  const facts: Facts = {
    ...other.facts,
    ...leading.facts,
    ...(credits.size === 0 ? {} : { credit: [...credits].join('; ') }),
  };
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
