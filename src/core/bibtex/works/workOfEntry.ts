/** Reads what tells an entry's work from others. People and programs write identifiers into many fields. */
import { readArxivId } from '../../identifiers/arxiv.ts';
import type { Identifier, IdentifierKind } from '../../identifiers/identifier.ts';
import { readIsbn } from '../../identifiers/isbn.ts';
import { parseIdentifier } from '../../identifiers/parseIdentifier.ts';
import type { BibBlock, BibIndex } from '../text/bibIndex.ts';
import { decodeTeX } from '../text/decodeTeX.ts';
import { readField, readInherited } from '../text/readField.ts';
import { readNames } from '../text/readNames.ts';
import { toDoi } from '../text/toDoi.ts';
import { toWork } from './work.ts';
import type { Extent, Work } from './work.ts';

const parts = /^(?:article|inbook|incollection|inproceedings|conference|inreference|bookinbook|supp\w+)$/;
const wholes = /^(?:mv)?(?:book|collection|proceedings|reference)$/;

/** Fields named after the identifier they hold. */
const namedFields = ['pmcid', 'crid', 'naid', 'ncid'] as const;
const isbnFields = ['isbn', 'isbn13', 'isbn-13', 'isbn10', 'isbn-10'];

/** Fields that hold anything; what is identifiers and nothing else is the work's own. */
const freeFields = ['url', 'howpublished', 'note', 'addendum', 'ee', 'eprint', 'link', 'bdsk-url-1', 'bdsk-url-2', 'bdsk-url-3']; // prettier-ignore

/** Where a preprint's id stands for want of a field of its own: Google Scholar's, the ADS's and Nature's ways to cite one. */
const preprintFields = ['journal', 'number', 'eid', 'pages'];
const behindArxiv = /\barXiv(?:\.org\/(?:abs|pdf)\/|(?: preprint)?[:\s]\s*)((?:arXiv:)?[^\s,;[\]()]+)/i;

/** Where the next of several identifiers begins. */
const nextIdentifier = /[\s,;]+(?=\[?(?:doi|pmid|pmcid|pubmed|arxiv|isbn)\b)/i;

/** What no identifier in a free field lacks; most such fields hold none, and reading one takes time. */
const doiSign = /10\.\d{4}|10%2f|doi/i;
const otherSign = /arxiv|pubmed|pmid|pmc|isbn|nii\.ac\.jp|crid|naid|ncid/i;

const isbns =
  /\b97[89](?:[ \u2010-\u2015-]?\d){10}\b|\b\d(?:[ \u2010-\u2015-]?\d){8}[ \u2010-\u2015-]?[\dXx]\b/g;

/** Returns what tells an entry's work from others. */
export function workOfEntry(index: BibIndex, entry: BibBlock): Work {
  const extent = extentOf(entry.type);
  const volume = readField(index, entry, 'volume');
  return toWork(identifiersOf(index, entry), { extent, volume }, () => {
    const title = readField(index, entry, 'title') ?? '';
    const subtitle = readField(index, entry, 'subtitle');
    const years = ['year', 'date'].map((name) => /\d{4}/.exec(readField(index, entry, name) ?? '')?.[0]);
    const names = readInherited(index, entry, 'author') ?? readInherited(index, entry, 'editor') ?? '';
    return {
      titles: subtitle === undefined ? [title] : [`${title} ${subtitle}`, title],
      year: years[0] ?? years[1],
      name: readNames(names, 1)[0],
      get place() {
        return {
          journal: readField(index, entry, 'journal') ?? readField(index, entry, 'journaltitle'),
          volume,
          issue: readField(index, entry, 'number'),
          pages: readField(index, entry, 'pages'),
        };
      },
    };
  });
}

function extentOf(type: string): Extent {
  if (wholes.test(type)) return 'whole';
  return parts.test(type) ? 'part' : 'other';
}

/** Returns the identifiers that an entry gives in any of its fields, its DOI first. */
export function identifiersOf(index: BibIndex, entry: BibBlock): readonly Identifier[] {
  const names = new Set(entry.fields.map(({ name }) => name));
  const inherits = names.has('crossref') || names.has('xdata');
  // Most entries lack most of the fields below.
  const read = (name: string): string =>
    inherits || names.has(name) ? decodeTeX(toAddress(readInherited(index, entry, name) ?? ''), true) : '';
  const eprintType = (read('eprinttype') || read('archiveprefix') || 'arxiv').toLowerCase();
  const eprint = read('eprint');
  const archive = read('primaryclass') || read('eprintclass');
  const arxivIds = [
    ...(eprintType === 'arxiv' ? [eprint, `${archive}/${eprint}`] : []),
    read('arxivid'),
    read('arxiv'),
    ...preprintFields.map((name) => behindArxiv.exec(read(name))?.[1] ?? ''),
    // DBLP's way to cite a preprint.
    /^abs\/(\S+)$/.exec(read('volume'))?.[1] ?? '',
  ];
  const doi = toDoi(read('doi'));
  const free = freeFields
    .map(read)
    .filter((value) => otherSign.test(value) || (doi === undefined && doiSign.test(value)));
  const found: readonly (readonly [IdentifierKind, string | undefined])[] = [
    ['doi', doi],
    ...arxivIds.map((text) => ['arxiv', readArxiv(text)] as const),
    ['pmid', /\d+/.exec(read('pmid') || (/^(?:pubmed|pmid)$/.test(eprintType) ? eprint : ''))?.[0]],
    ...namedFields.map((kind) => [kind, read(kind)] as const),
    ...Array.from(
      isbnFields.map(read).join(' ; ').matchAll(isbns),
      ([isbn]) => ['isbn', readIsbn(isbn)] as const,
    ),
  ];
  return [
    ...found.flatMap(([kind, id]) => (id === undefined || id === '' ? [] : [{ kind, id }])),
    ...free.flatMap(parseAll),
  ];
}

/** Returns the TeX of a link as the address that it leads to. */
function toAddress(tex: string): string {
  return tex.includes('\\href') ? tex.replace(/\\href\s*\{([^{}]*)\}\s*\{[^]*\}/, '$1') : tex;
}

function readArxiv(text: string): string | undefined {
  if (text === '') return undefined;
  return readArxivId(text.replace(/^(?:arxiv:\s*|https?:\/\/arxiv\.org\/abs\/)/i, '').replace(/\s.*/, ''));
}

/** Returns the identifiers that make up a text; none if there is more in it. */
function parseAll(text: string): readonly Identifier[] {
  const whole = parseIdentifier(text);
  if (whole !== undefined) return [whole];
  const parts = text.split(nextIdentifier);
  const known = parts.length === 1 ? [] : parts.map(parseIdentifier).filter((part) => part !== undefined);
  return known.length === parts.length ? known : [];
}
