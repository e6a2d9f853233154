/** The identifiers of a product. A product is a merge and may hold those of several works. */
import type { Identifier } from '../../identifiers/identifier.ts';
import { asList, asObject, asText, asTexts } from '../json.ts';
import { readDoi } from '../numbers.ts';

export interface Pids {
  readonly doi: string | undefined;
  /** All DOIs, the product's own first. */
  readonly dois: readonly string[];
  readonly pmid: string | undefined;
  /** With its `PMC`. */
  readonly pmcid: string | undefined;
  readonly arxiv: string | undefined;
  readonly handle: string | undefined;
}

type Members = Readonly<Record<string, unknown>>;

/** The normal form of a value by its scheme; undefined or '' where it is none. */
const normalForms: Readonly<Record<string, (value: string) => string | undefined>> = {
  doi: readDoi,
  pmid: (value) => /^\d+$/.exec(value)?.[0],
  pmc: (value) => /^(?:PMC)?(\d+)$/i.exec(value)?.[1],
  arxiv: (value) => /^(?:arxiv:)?(.+?)(?:v\d+)?$/i.exec(value)?.[1],
  handle: (value) => value.replace(/^(?:https?:\/\/hdl\.handle\.net\/|hdl:)/i, ''),
};

/** The values of one scheme in normal form, in the order in which `pids` lists them. */
function valuesOf(pids: readonly unknown[], scheme: keyof typeof normalForms): readonly string[] {
  const own = pids.map(asObject).filter((pid) => asText(pid['scheme'])?.toLowerCase() === scheme);
  return asTexts(own.map((pid) => normalForms[scheme]?.(asText(pid['value']) ?? '')));
}

/** The product's own identifiers, then what only its instances state. */
function allPids(product: Members): readonly unknown[] {
  const instances = asList(product['instances']).map(asObject);
  const ofInstances = instances.flatMap((instance) => [
    ...asList(instance['pids']),
    ...asList(instance['alternateIdentifiers']),
  ]);
  return [...asList(product['pids']), ...ofInstances];
}

/** The DOI that speaks for the product: on a peer-reviewed instance, or one that Crossref stated, else the first. */
function chooseDoi(product: Members, dois: readonly string[]): string | undefined {
  const telling = asList(product['instances'])
    .map(asObject)
    .filter(
      (instance) =>
        instance['refereed'] === 'peerReviewed' ||
        asObject(instance['collectedFrom'])['value'] === 'Crossref',
    );
  return (
    telling
      .flatMap((instance) => valuesOf(asList(instance['pids']), 'doi'))
      .find((doi) => dois.includes(doi)) ?? dois[0]
  );
}

/** Reads the identifiers of a product; `askedDoi` is chosen where the product holds it. */
export function readPids(product: Members, askedDoi?: string): Pids {
  const pids = allPids(product);
  const dois = [...new Set(valuesOf(pids, 'doi'))];
  const pmc = valuesOf(pids, 'pmc')[0];
  const arxivDoi = dois
    .map((doi) => /^10\.48550\/arxiv\.(.+)$/.exec(doi)?.[1])
    .find((id) => id !== undefined);
  return {
    doi: askedDoi !== undefined && dois.includes(askedDoi) ? askedDoi : chooseDoi(product, dois),
    dois,
    pmid: valuesOf(pids, 'pmid')[0],
    pmcid: pmc === undefined ? undefined : `PMC${pmc}`,
    arxiv: valuesOf(pids, 'arxiv')[0] ?? arxivDoi,
    handle: valuesOf(pids, 'handle')[0],
  };
}

/** Returns the values under which OpenAIRE knows an identifier: no prefix, no version. */
export function toPidValues({ kind, id }: Identifier): readonly string[] {
  if (kind === 'arxiv') {
    const plain = id.replace(/v\d+$/, '');
    return [plain, `10.48550/arXiv.${plain}`];
  }
  return [kind === 'pmcid' ? `PMC${id.replace(/^PMC/i, '')}` : id];
}

/** Tells whether a product holds exactly this identifier. */
export function holdsIdentifier(value: unknown, { kind, id }: Identifier): boolean {
  const pids = allPids(asObject(value));
  if (kind === 'doi') return valuesOf(pids, 'doi').includes(id);
  if (kind === 'pmid') return valuesOf(pids, 'pmid').includes(id);
  if (kind === 'pmcid') return valuesOf(pids, 'pmc').includes(id.replace(/^PMC/i, ''));
  if (kind !== 'arxiv') return false;
  const plain = id.replace(/v\d+$/, '').toLowerCase();
  return (
    valuesOf(pids, 'arxiv').some((own) => own.toLowerCase() === plain) ||
    valuesOf(pids, 'doi').includes(`10.48550/arxiv.${plain}`)
  );
}
