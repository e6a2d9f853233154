/** One work as the stand-in services know it: bibliographic facts, from which each service builds its own wire format. */

/** `Family, Given`, `Family, Given, Suffix`, or one name alone; an object where more than the name is known. */
export type Name = string | Person | Group;

export interface Person {
  readonly name: string;
  readonly orcid?: string;
  readonly affiliation?: string;
  /** In kana, written like `name`. */
  readonly reading?: string;
  /** In Latin letters, written like `name`. */
  readonly latin?: string;
}

export interface Group {
  readonly group: string;
}

export interface NameParts {
  readonly family: string;
  readonly given?: string;
  readonly suffix?: string;
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type PartialDate = string;

/** Who registered the DOI, as doi.org names it. */
export type Agency = 'Crossref' | 'DataCite' | 'mEDRA' | 'JaLC' | 'KISTI' | 'ISTIC' | 'OP';

/** A notice about a work, or a work a notice is about, as deposited: the direction is the publisher's claim. */
export interface Update {
  readonly doi: string;
  readonly type: string;
  readonly date: PartialDate;
  readonly source?: 'publisher' | 'retraction-watch';
}

export interface Work {
  /** In the letter case in which it was registered. */
  readonly doi: string;
  /** As in `10/m5t`. */
  readonly shortDoi?: string;
  readonly agency: Agency;
  /** In the agency's words: Crossref's type id, DataCite's resourceTypeGeneral, a CSL type elsewhere. */
  readonly type: string;
  /** Crossref's subtype, DataCite's free resourceType. */
  readonly subtype?: string;
  /** In the markup in which it was deposited; a second title is another language's or a near duplicate. */
  readonly title?: string | readonly string[];
  readonly subtitle?: string;
  readonly originalTitle?: string;
  readonly translatedTitle?: string;
  readonly shortTitle?: string;
  readonly authors?: readonly Name[];
  readonly editors?: readonly Name[];
  readonly translators?: readonly Name[];
  readonly chairs?: readonly Name[];
  /** Advisers of a thesis. */
  readonly supervisors?: readonly Name[];
  readonly print?: PartialDate;
  readonly online?: PartialDate;
  readonly posted?: PartialDate;
  readonly approved?: PartialDate;
  readonly accepted?: PartialDate;
  /** Last change, such as a preprint's newest version. */
  readonly changed?: PartialDate;
  /** Of a chapter: the series, then the book. */
  readonly container?: string | readonly string[];
  readonly shortContainer?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly articleNumber?: string;
  readonly edition?: string;
  readonly version?: string;
  readonly issn?: { readonly print?: string; readonly electronic?: string };
  readonly isbn?: { readonly print?: string; readonly electronic?: string };
  readonly publisher?: string;
  readonly place?: string;
  /** ISO 639-1. */
  readonly language?: string;
  readonly event?: {
    readonly name: string;
    readonly location?: string;
    readonly acronym?: string;
    readonly start?: PartialDate;
    readonly end?: PartialDate;
  };
  readonly institution?: { readonly name: string; readonly place?: string; readonly department?: string };
  readonly degree?: string;
  readonly groupTitle?: string;
  readonly standardsBody?: { readonly name: string; readonly acronym: string };
  readonly review?: { readonly type: string; readonly stage: string };
  readonly funders?: readonly {
    readonly name: string;
    readonly doi?: string;
    readonly awards?: readonly string[];
  }[];
  /** Numbers of grants that the European Commission gave. */
  readonly grants?: readonly string[];
  readonly license?: string;
  /** One sentence on what the work is about. */
  readonly abstract?: string;
  readonly subjects?: readonly string[];
  /** By relation in the agency's words, such as `is-preprint-of` or `IsVersionOf`: DOIs, or addresses. */
  readonly relations?: Readonly<Record<string, readonly string[]>>;
  readonly updateTo?: readonly Update[];
  readonly updatedBy?: readonly Update[];
  readonly citedBy?: number;
  /** Number of a grant. */
  readonly award?: string;
  /** Landing page. */
  readonly url?: string;
  /** DataCite's repository account, such as `arxiv.content`. */
  readonly client?: string;
  readonly arxiv?: string;
  readonly pmid?: string;
  readonly pmcid?: string;
}

/** Reads a name: `Family, Given, Suffix`. */
export function parseName(name: string): NameParts {
  const [family = '', given, suffix] = name.split(', ');
  return { family, ...(given !== undefined && { given }), ...(suffix !== undefined && { suffix }) };
}

/** Tells a group from a person. */
export function isGroup(name: Name): name is Group {
  return typeof name === 'object' && 'group' in name;
}

/** What is known of a person besides the name. */
export function toPerson(name: string | Person): Person {
  return typeof name === 'string' ? { name } : name;
}

/** The title that stands first; '' where the work has none. */
export function mainTitle(work: Work): string {
  return (typeof work.title === 'string' ? work.title : work.title?.[0]) ?? '';
}

/** All values of a field that may hold one or several. */
export function all(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

/** Date as numbers: year, month, day, as far as they are known. */
export function dateParts(date: PartialDate): number[] {
  return date.split('-').map(Number);
}

/** The first day that a date may mean. */
export function firstDay(date: PartialDate): string {
  return date + '-01-01'.slice(date.length - 4);
}

/** The earliest date of publication; an approval is none. Undefined where none is known. */
export function issuedDate(work: Work): PartialDate | undefined {
  return [work.print, work.online, work.posted].filter((date) => date !== undefined).sort()[0];
}

/** The registrant's part of a DOI, before the slash. */
export function doiPrefix(doi: string): string {
  return doi.slice(0, doi.indexOf('/'));
}
