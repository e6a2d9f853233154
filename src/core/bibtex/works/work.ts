/** What tells a work from others, as a record or an entry says it. */
import type { Identifier } from '../../identifiers/identifier.ts';
import { foldTitle } from '../../record/foldTitle.ts';
import type { CslName } from '../../record/record.ts';

export interface Work {
  /** Lower case. */
  readonly doi: string | undefined;
  /** Other identifiers with their kind, such as `arxiv 2101.00001`. */
  readonly ids: readonly string[];
  readonly extent: Extent;
  readonly volume: string | undefined;
  /** What tells it where no identifier does. Reading it takes longer, so that it is read when it is asked for. */
  readonly description: Description;
}

/** Whether a work is published in another one, or by itself as a book. */
export type Extent = 'part' | 'whole' | 'other';

export interface Description {
  /** Folded titles with the year, the longest first; none where either is unknown. */
  readonly titles: readonly string[];
  /** Folded forms of the first author's or editor's name; none where nobody is named. */
  readonly names: readonly string[];
  /** Read when it is asked for, which is seldom. */
  readonly place: Place;
}

/** Where a work stands in a journal, as far as that is said in numbers. */
export interface Place {
  /** Folded; empty where it stands in none. */
  readonly journal: string;
  readonly volume: number | undefined;
  readonly issue: number | undefined;
  readonly firstPage: number | undefined;
}

/** What a description is made of. */
export interface Particulars {
  readonly titles: readonly string[];
  readonly year: string | undefined;
  readonly name: CslName | undefined;
  readonly place: Readonly<Record<'journal' | 'volume' | 'issue' | 'pages', string | undefined>>;
}

const arxivDoi = /^10\.48550\/arxiv\.(.+)$/;

/** Tells whether a DOI is a preprint's at arXiv, beside which the published work has another one. */
export function isArxivDoi(doi: string | undefined): boolean {
  return doi !== undefined && arxivDoi.test(doi);
}

/** Returns the work with these identifiers; `describe` is called when nothing else tells it. */
export function toWork(
  identifiers: readonly Identifier[],
  { extent, volume }: Pick<Work, 'extent' | 'volume'>,
  describe: () => Particulars,
): Work {
  const doi = identifiers.find(({ kind }) => kind === 'doi')?.id;
  const arxiv = doi === undefined ? undefined : arxivDoi.exec(doi)?.[1];
  // A part of a book has its book's ISBN, which does not tell it.
  const ids = identifiers
    .filter(({ kind }) => kind !== 'doi' && (kind !== 'isbn' || extent !== 'part'))
    .map(toId);
  let description: Description | undefined;
  return {
    doi,
    ids: arxiv === undefined ? ids : [toId({ kind: 'arxiv', id: arxiv }), ...ids],
    extent,
    volume,
    get description() {
      return (description ??= toDescription(describe()));
    },
  };
}

/** Returns an identifier with its kind, in the one form that all its forms have in common. */
function toId({ kind, id }: Identifier): string {
  switch (kind) {
    case 'arxiv':
      return `arxiv ${id
        .toLowerCase()
        .replace(/v\d+$/, '')
        .replace(/\.[a-z]{2}\//, '/')}`;
    case 'isbn':
      return `isbn ${toIsbn13(id)}`;
    case 'pmcid':
      return `pmcid ${id.replace(/^\D+/, '')}`;
    default:
      return `${kind} ${id.toLowerCase()}`;
  }
}

function toIsbn13(isbn: string): string {
  if (isbn.length !== 10) return isbn;
  const digits = `978${isbn.slice(0, 9)}`;
  const sum = Array.from(digits, Number).reduce(
    (total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 3),
    0,
  );
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

function toNumber(text: string | undefined): number | undefined {
  const digits = /^\s*(\d+)\s*$/.exec(text ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function toPlace({ journal, volume, issue, pages }: Particulars['place']): Place {
  return {
    journal: foldTitle(journal ?? ''),
    volume: toNumber(volume),
    issue: toNumber(issue),
    firstPage: toNumber(pages?.split(/[-\u2010-\u2015,]/, 1)[0]),
  };
}

function toDescription(particulars: Particulars): Description {
  const { titles, year, name } = particulars;
  let place: Place | undefined;
  const folded = titles.map((title) => foldTitle(title.replaceAll('&', ' and ')));
  return {
    titles:
      year === undefined ? [] : folded.filter((title) => title !== '').map((title) => `${title} ${year}`),
    names: name === undefined ? [] : nameForms(name),
    get place() {
      return (place ??= toPlace(particulars.place));
    },
  };
}

/** Returns how a name can be given: the family name alone or with its particle, all of it in either order. */
export function nameForms(name: CslName): readonly string[] {
  const { family = '', given = '', literal = '' } = name;
  const particle = name['non-dropping-particle'] ?? name['dropping-particle'] ?? '';
  const forms = [family, `${particle}${family}`, `${given}${family}`, `${family}${given}`, literal];
  // Umlauts are written with an e by some.
  const folded = forms.map((form) => foldTitle(form).replace(/([aou])e/g, '$1'));
  return [...new Set(folded)].filter((form) => form !== '');
}
