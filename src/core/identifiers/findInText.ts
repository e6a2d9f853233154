/** Finds identifiers in text that holds nothing to skip. */
import { arxivForms } from './arxiv.ts';
import { ciniiForms } from './cinii.ts';
import { doiStart, readDoi } from './doi.ts';
import { bareStart, hostStart, wordStart, type IdentifierForm } from './form.ts';
import type { IdentifierMatch } from './identifier.ts';
import { isbnForms } from './isbn.ts';
import { publisherForms, shortDoiForm } from './publisherAddresses.ts';
import { pubmedForms } from './pubmed.ts';
import type { Notation } from './units.ts';

const forms: readonly IdentifierForm[] = [
  shortDoiForm,
  ...publisherForms,
  ...arxivForms,
  ...pubmedForms,
  ...isbnForms,
  ...ciniiForms,
];

/** The group `id` of each form gets its number. */
const patterns = forms.map(({ pattern }, index) => pattern.replace('(?<id>', `(?<id${index}>`));

/** What forms begin with. Those that begin alike are tried together, so that it is looked at once. */
const starts = [hostStart, wordStart, bareStart, ''];

function joinPatterns(start: string): string {
  const own = patterns.filter((pattern) => starts.find((other) => pattern.startsWith(other)) === start);
  return `${start}(?:${own.map((pattern) => pattern.slice(start.length)).join('|')})`;
}

/** All forms at once. */
const anyIdentifier = [doiStart, ...starts.map(joinPatterns)].join('|');

/** Reads a match of one of the forms. */
function readForm(match: RegExpExecArray): IdentifierMatch | undefined {
  for (const [index, { kind, normalize }] of forms.entries()) {
    const written = match.groups?.[`id${index}`];
    const range = match.indices?.groups?.[`id${index}`];
    if (written === undefined || range === undefined) continue;
    const id = normalize(written);
    return id === undefined ? undefined : { kind, id, start: range[0], end: range[1] };
  }
  return undefined;
}

/** Finds the identifiers in a text, in order and without overlap. */
export function findInText(text: string, notation: Notation): readonly IdentifierMatch[] {
  const pattern = new RegExp(anyIdentifier, 'dgi');
  const matches: IdentifierMatch[] = [];
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (/^10(?!\d)/.test(match[0])) {
      const doi = readDoi(text, match, notation);
      if (doi === undefined) continue;
      matches.push({ kind: 'doi', ...doi });
      pattern.lastIndex = doi.end;
    } else {
      const found = readForm(match);
      if (found !== undefined) matches.push(found);
      pattern.lastIndex = found?.end ?? match.index + 1;
    }
  }
  return matches;
}
