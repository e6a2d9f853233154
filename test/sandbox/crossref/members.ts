/** Members, funders and record types of Crossref, as far as the works of the sandbox need them. */
import { doiPrefix } from '../work.ts';

export interface Member {
  readonly id: number;
  readonly name: string;
  readonly prefixes: readonly string[];
}

export const members: readonly Member[] = [
  { id: 16, name: 'American Physical Society (APS)', prefixes: ['10.1103'] },
  { id: 56, name: 'Cambridge University Press (CUP)', prefixes: ['10.1017'] },
  { id: 78, name: 'Elsevier BV', prefixes: ['10.1016'] },
  { id: 98, name: 'Hindawi Limited', prefixes: ['10.1155'] },
  { id: 140, name: 'MIT Press', prefixes: ['10.1162', '10.7551'] },
  { id: 150, name: 'Massachusetts Medical Society', prefixes: ['10.1056'] },
  { id: 179, name: 'SAGE Publications', prefixes: ['10.1177', '10.4135'] },
  { id: 221, name: 'American Association for the Advancement of Science (AAAS)', prefixes: ['10.1126'] },
  { id: 246, name: 'Cold Spring Harbor Laboratory', prefixes: ['10.1101'] },
  { id: 263, name: 'IEEE', prefixes: ['10.1109'] },
  { id: 286, name: 'Oxford University Press (OUP)', prefixes: ['10.1093'] },
  { id: 297, name: 'Springer Science and Business Media LLC', prefixes: ['10.1007', '10.1038', '10.1186'] },
  { id: 301, name: 'Informa UK Limited', prefixes: ['10.1080', '10.4324'] },
  { id: 311, name: 'Wiley', prefixes: ['10.1002', '10.1111', '10.1046'] },
  { id: 316, name: 'American Chemical Society (ACS)', prefixes: ['10.1021'] },
  { id: 320, name: 'Association for Computing Machinery (ACM)', prefixes: ['10.1145'] },
  { id: 340, name: 'Public Library of Science (PLoS)', prefixes: ['10.1371'] },
  { id: 341, name: 'Proceedings of the National Academy of Sciences', prefixes: ['10.1073'] },
  { id: 1965, name: 'Frontiers Media SA', prefixes: ['10.3389'] },
  { id: 1968, name: 'MDPI AG', prefixes: ['10.3390'] },
  { id: 4374, name: 'eLife Sciences Publications, Ltd', prefixes: ['10.7554'] },
  { id: 7822, name: 'Test accounts', prefixes: ['10.5555'] },
  { id: 13928, name: 'Wellcome', prefixes: ['10.35802'] },
];

/** Number that Crossref gives the member who owns a DOI's prefix; for a member not listed here, one made up of the prefix. */
export function memberOf(doi: string): number {
  const prefix = doiPrefix(doi);
  const member = members.find(({ prefixes }) => prefixes.includes(prefix));
  return member?.id ?? 50_000 + Number(prefix.slice(3));
}

export interface Funder {
  /** Number in the Funder Registry, after `10.13039/`. */
  readonly id: string;
  readonly name: string;
  readonly altNames: readonly string[];
  readonly location: string;
}

export const funders: readonly Funder[] = [
  { id: '100000001', name: 'National Science Foundation', altNames: ['NSF', 'U.S. National Science Foundation'], location: 'United States' },
  { id: '100000002', name: 'National Institutes of Health', altNames: ['NIH', 'US National Institutes of Health'], location: 'United States' },
  { id: '100000015', name: 'U.S. Department of Energy', altNames: ['DOE', 'Department of Energy'], location: 'United States' },
  { id: '100010269', name: 'Wellcome Trust', altNames: ['Wellcome', 'The Wellcome Trust'], location: 'United Kingdom' },
  { id: '501100000781', name: 'European Research Council', altNames: ['ERC'], location: 'Belgium' },
  { id: '501100001659', name: 'Deutsche Forschungsgemeinschaft', altNames: ['DFG', 'German Research Foundation'], location: 'Germany' },
  { id: '501100001691', name: 'Japan Society for the Promotion of Science', altNames: ['JSPS', '日本学術振興会'], location: 'Japan' },
  { id: '501100001809', name: 'National Natural Science Foundation of China', altNames: ['NSFC', '国家自然科学基金委员会'], location: 'China' },
]; // prettier-ignore

/** The record types by id, with their labels. */
export const recordTypes: Readonly<Record<string, string>> = {
  'book-section': 'Book Section',
  monograph: 'Monograph',
  'report-component': 'Report Component',
  report: 'Report',
  'peer-review': 'Peer Review',
  'book-track': 'Book Track',
  'journal-article': 'Journal Article',
  'book-part': 'Part',
  other: 'Other',
  book: 'Book',
  'journal-volume': 'Journal Volume',
  'book-set': 'Book Set',
  'reference-entry': 'Reference Entry',
  'proceedings-article': 'Proceedings Article',
  journal: 'Journal',
  component: 'Component',
  'book-chapter': 'Book Chapter',
  'proceedings-series': 'Proceedings Series',
  'report-series': 'Report Series',
  proceedings: 'Proceedings',
  database: 'Database',
  standard: 'Standard',
  'reference-book': 'Reference Book',
  'posted-content': 'Posted Content',
  'journal-issue': 'Journal Issue',
  dissertation: 'Dissertation',
  grant: 'Grant',
  dataset: 'Dataset',
  'book-series': 'Book Series',
  'edited-book': 'Edited Book',
};
