/** Reads what tells an entry's work from others. People and programs write identifiers into many fields. */
import { readArxivId } from '../../identifiers/arxiv.ts';
import type { Identifier, IdentifierKind } from '../../identifiers/identifier.ts';
import { readIsbn } from '../../identifiers/isbn.ts';
import { parseIdentifier } from '../../identifiers/parseIdentifier.ts';
import type { BibBlock, BibIndex } from '../text/bibIndex.ts';
import { readField, readInherited } from '../text/readField.ts';
import { readNames } from '../text/readNames.ts';
import { toDoi } from '../text/toDoi.ts';
import { toWork } from './work.ts';
import type { Extent, Work } from './work.ts';

const parts = /^(?:article|inbook|incollection|inproceedings|conference|inreference|bookinbook|supp\w+)$/;
const wholes = /^(?:mv)?(?:book|collection|proceedings|reference)$/;

/** Fields named after the identifier they hold. */
const namedFields = ['pmid', 'pmcid', 'crid', 'naid', 'ncid'] as const;

/** Fields that hold anything; one that is an identifier and nothing else holds the work's own. */
const freeFields = ['url', 'howpublished', 'note', 'ee', 'bdsk-url-1'];

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
    const date = readField(index, entry, 'year') ?? readField(index, entry, 'date') ?? '';
    const names = readInherited(index, entry, 'author') ?? readInherited(index, entry, 'editor') ?? '';
    return {
      titles: subtitle === undefined ? [title] : [`${title} ${subtitle}`, title],
      year: /\d{4}/.exec(date)?.[0],
      name: readNames(names, 1)[0],
    };
  });
}

function extentOf(type: string): Extent {
  if (wholes.test(type)) return 'whole';
  return parts.test(type) ? 'part' : 'other';
}

/** Returns the identifiers that an entry gives in any of its fields, its DOI first. */
export function identifiersOf(index: BibIndex, entry: BibBlock): readonly Identifier[] {
  const read = (name: string): string => readField(index, entry, name, true) ?? '';
  const eprintType = read('eprinttype') || read('archiveprefix') || 'arxiv';
  const arxivIds = [
    eprintType.toLowerCase() === 'arxiv' ? read('eprint') : '',
    read('arxivid'),
    read('arxiv'),
    // Google Scholar's and DBLP's ways to cite a preprint.
    /\barXiv:\S+/i.exec(read('journal'))?.[0] ?? '',
    /^abs\/(\S+)$/.exec(read('volume'))?.[1] ?? '',
  ];
  const doi = toDoi(read('doi'));
  const free = freeFields
    .map(read)
    .filter((value) => otherSign.test(value) || (doi === undefined && doiSign.test(value)));
  const found: readonly (readonly [IdentifierKind, string | undefined])[] = [
    ['doi', doi],
    ...arxivIds
      .filter((text) => text !== '')
      .map(
        (text) =>
          ['arxiv', readArxivId(text.replace(/^(?:arxiv:|https?:\/\/arxiv\.org\/abs\/)/i, ''))] as const,
      ),
    ['pmid', /^(?:pubmed|pmid)$/i.test(eprintType) ? read('eprint') : undefined],
    ...namedFields.map((kind) => [kind, read(kind)] as const),
    ...Array.from(read('isbn').matchAll(isbns), ([isbn]) => ['isbn', readIsbn(isbn)] as const),
  ];
  return [
    ...found.flatMap(([kind, id]) => (id === undefined || id === '' ? [] : [{ kind, id }])),
    ...free.map(parseIdentifier).filter((identifier) => identifier !== undefined),
  ];
}
