import type { BibBlock, BibIndex } from '../text/bibIndex.ts';
import { decodeTeX } from '../text/decodeTeX.ts';
import { readInherited } from '../text/readField.ts';

/** Fields that tell a work, in the order of a reference; of those in one line the first that the entry has. */
const parts = [
  ['author', 'editor'],
  ['year', 'date'],
  ['title'],
  ['journal', 'journaltitle', 'booktitle', 'series'],
  ['volume'],
  ['number', 'issue'],
  ['pages', 'eid'],
] as const;

/** Returns an entry as one writes it in a list of references; undefined where it has no title or no name to be told by. */
export function referenceText(index: BibIndex, entry: BibBlock): string | undefined {
  const [names, year, title, ...place] = parts.map((fields) => {
    const values = fields.map((name) => readInherited(index, entry, name));
    return decodeTeX(values.find((value) => value !== undefined && value.trim() !== '') ?? '');
  });
  if (names === undefined || names === '' || title === undefined || title === '') return undefined;
  return [names.replaceAll(/\s+and\s+/g, ', '), year, title, ...place]
    .filter((part) => part !== '')
    .join(', ');
}
