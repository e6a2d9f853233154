/** What kind of work an OpenAIRE product is: its own `type` is coarse, the instances say more and disagree. */
import type { CslType } from '../../record/record.ts';
import { asList, asObject, asText, asTexts } from '../json.ts';
import { readDoi } from '../numbers.ts';

export interface Kind {
  readonly type: CslType;
  readonly genre?: string;
  /** OpenAIRE's own word for it. */
  readonly label?: string;
}

const preprint: Kind = { type: 'article', genre: 'Preprint', label: 'Preprint' };

/** Labels of instances by what they mean; catch-alls such as "Other literature type" are absent, since any other says more. */
const kinds: ReadonlyMap<string, Kind> = new Map(
  (
    [
      ['article-journal', undefined, 'Article', 'Data Paper', 'Software Paper', 'Review'],
      ['article-newspaper', undefined, 'Contribution for newspaper or weekly magazine'],
      ['article', 'Preprint', 'Preprint'],
      ['paper-conference', undefined, 'Conference object'],
      ['book', undefined, 'Book'],
      ['chapter', undefined, 'Part of book or chapter of book'],
      ['thesis', 'Doctoral thesis', 'Doctoral thesis'],
      ['thesis', "Master's thesis", 'Master thesis'],
      ['thesis', 'Bachelor thesis', 'Bachelor thesis'],
      ['thesis', 'Thesis', 'Thesis'],
      ['report', undefined, 'Report'],
      ['report', 'External research report', 'External research report'],
      ['report', 'Internal report', 'Internal report'],
      ['report', 'Working paper', 'Research'],
      ['report', 'Project deliverable', 'Project deliverable'],
      ['report', 'Project milestone', 'Project milestone'],
      ['report', 'Project proposal', 'Project proposal'],
      ['report', 'Data Management Plan', 'Data Management Plan'],
      ['speech', 'Lecture', 'Lecture'],
      ['patent', undefined, 'Patent'],
      ['periodical', undefined, 'Journal'],
      ['dataset', undefined, 'Dataset', 'Other dataset type', 'Collection', 'Clinical Trial', 'Bioentity'],
      ['software', undefined, 'Software'],
      ['graphic', undefined, 'Image'],
      ['motion_picture', undefined, 'Film', 'Audiovisual'],
      ['song', undefined, 'Sound'],
    ] as const
  ).flatMap(([type, genre, ...labels]) =>
    labels.map((label) => [label, { type, label, ...(genre === undefined ? {} : { genre }) }] as const),
  ),
);

/** Returns the labels of instances that are of a CSL type; empty where OpenAIRE has no such type. */
export function labelsOf(cslType: string): readonly string[] {
  return [...kinds].filter(([, kind]) => kind.type === cslType).map(([label]) => label);
}

/** DOIs of preprint servers: arXiv, bioRxiv and medRxiv, SSRN, PsyArXiv, OSF, Preprints.org, Research Square, ChemRxiv, TechRxiv. */
const preprintDoi =
  /^10\.(?:48550\/|1101\/(?:\d{4}\.\d{2}\.\d{2}\.)?\d{6}|2139\/ssrn|31234\/|31219\/osf|20944\/preprints|21203\/rs\.|26434\/chemrxiv|36227\/techrxiv)/;

type Members = Readonly<Record<string, unknown>>;

function holdsDoi(instance: Members, dois: readonly string[]): boolean {
  const own = [...asList(instance['pids']), ...asList(instance['alternateIdentifiers'])];
  return own.some((pid) => dois.includes(readDoi(asText(asObject(pid)['value'])) ?? ''));
}

/** Crossref and DataCite say what was deposited with the DOI; everyone else guesses. */
function isRegistered(instance: Members, dois: readonly string[]): boolean {
  const collector = asText(asObject(instance['collectedFrom'])['value']) ?? '';
  return /^(?:crossref|datacite)$/i.test(collector) && holdsDoi(instance, dois);
}

/** The word said most often, the earlier one of equals. */
function mostFrequent(labels: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].reduce<readonly [string, number] | undefined>(
    (best, entry) => (best === undefined || entry[1] > best[1] ? entry : best),
    undefined,
  )?.[0];
}

/** Chooses the kind of a product whose DOIs are `dois`. */
export function chooseKind(product: Members, dois: readonly string[], hasContainer: boolean): Kind {
  const telling = asList(product['instances'])
    .map(asObject)
    .filter((instance) => kinds.has(asText(instance['type']) ?? ''));
  const labels = (instances: readonly Members[]): readonly string[] =>
    asTexts(instances.map(({ type }) => type));
  const onlyPreprints = dois.length > 0 && dois.every((doi) => preprintDoi.test(doi));
  if (onlyPreprints && (!hasContainer || labels(telling).includes('Preprint'))) return preprint;
  const registered = telling.filter((instance) => isRegistered(instance, dois));
  const reviewed = telling.filter(({ refereed }) => refereed === 'peerReviewed');
  const [label] = [registered, reviewed, telling].map(labels).flatMap((some) => mostFrequent(some) ?? []);
  const kind = kinds.get(label ?? '') ?? fallbackKind(product['type'], hasContainer);
  return kind.label === 'Review' && !hasContainer ? { ...kind, type: 'review' } : kind;
}

function fallbackKind(type: unknown, hasContainer: boolean): Kind {
  if (type === 'dataset' || type === 'software') return { type };
  return { type: type === 'publication' && hasContainer ? 'article-journal' : 'document' };
}
