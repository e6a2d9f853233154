import { describedKey, workKey } from '../../core/lookup/sameWork.ts';
import type { CitationRecord } from '../../core/record/record.ts';

/** The works of one search under ids that stay, whatever sources add to them. */
export interface FoundWorks {
  readonly records: ReadonlyMap<string, CitationRecord>;
  /** Ids in the order in which the works are shown. */
  readonly order: readonly string[];
  /** Takes over what is known now; with `settled` every work stays at its place and new ones follow. */
  update(records: readonly CitationRecord[], settled: boolean): void;
}

/** A work and its id. */
export type FoundWork = readonly [id: string, record: CitationRecord];

/** Creates the works of a search, with those that it found in an earlier window. */
export function createFoundWorks(earlier: readonly FoundWork[] = []): FoundWorks {
  const records = new Map<string, CitationRecord>();
  const ids = new Map<string, string>();
  /** Works without DOI by their description: the next who describes them so may know it. */
  const undecided = new Map<string, string>();
  let order: readonly string[] = [];

  function idOf(record: CitationRecord, given?: string): string {
    const own = workKey(record);
    const described = describedKey(record.csl) ?? own;
    const id = given ?? ids.get(own) ?? undecided.get(described) ?? own;
    ids.set(own, id);
    if (record.csl.DOI === undefined) undecided.set(described, id);
    else undecided.delete(described);
    return id;
  }

  for (const [id, record] of earlier) records.set(idOf(record, id), record);
  order = [...records.keys()];

  return {
    records,
    get order() {
      return order;
    },
    update(latest, settled) {
      const now = new Set<string>();
      for (const record of latest) {
        const id = idOf(record);
        now.add(id);
        records.set(id, record);
      }
      order = settled ? [...new Set([...order, ...now])] : [...now];
    },
  };
}
