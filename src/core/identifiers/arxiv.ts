/** arXiv ids, those since April 2007 and those before: https://info.arxiv.org/help/arxiv_identifier.html */
import { afterLabel, bareStart, siteAddress, wordStart, type IdentifierForm } from './form.ts';

const version = '(?:v\\d{1,3})?';

/** Year, month and number. */
const numbered = `\\d{2}(?:0[1-9]|1[0-2])\\.\\d{4,5}${version}`;

const archives =
  'acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|funct-an|gr-qc|hep-(?:ex|lat|ph|th)|math(?:-ph)?|mtrl-th|nlin|nucl-(?:ex|th)|patt-sol|physics|plasm-ph|q-(?:alg|bio|fin)|quant-ph|solv-int|stat|supr-con';

/** Archive, perhaps with a subject class such as GT or str-el, then year, month and number. */
const archived = `(?:${archives})(?:\\.[a-z]{2}|\\.[a-z]{3,5}-[a-z]{2,4})?(?:/|%2f)\\d{2}(?:0[1-9]|1[0-2])\\d{3}${version}`;

const notLonger = '(?!\\d|\\.\\d)';

function normalize(id: string): string {
  const [archive = '', number] = id.replace(/%2f/i, '/').toLowerCase().split('/');
  if (number === undefined) return archive;
  const [name = '', subject] = archive.split('.');
  if (subject === undefined) return `${name}/${number}`;
  return `${name}.${subject.length === 2 ? subject.toUpperCase() : subject}/${number}`;
}

/** arXiv ids in addresses, behind a label (DBLP's is abs/), and old ones by themselves; new ones could be any number. */
export const arxivForms: readonly IdentifierForm[] = [
  {
    kind: 'arxiv',
    pattern: `${siteAddress('arxiv.org', '[a-z]{2,12}.arxiv.org', 'ar5iv.org', 'ar5iv.labs.arxiv.org', 'alphaxiv.org', 'xxx.lanl.gov', 'arxiv-vanity.com', 'huggingface.co')}(?:(?:[a-z-]{2,12}/){1,2}(?:arxiv:)?|api/query\\?id_list=)(?<id>${numbered}|${archived})${notLonger}`,
    normalize,
  },
  {
    kind: 'arxiv',
    pattern: `${wordStart}(?:(?:arxiv(?:\\.org|\\s?id|\\s(?:e-?print|preprint|paper|identifier))?|eprint)${afterLabel}(?:arxiv:)?|${bareStart}abs/)(?<id>${numbered}|${archived})${notLonger}`,
    normalize,
  },
  { kind: 'arxiv', pattern: `${bareStart}(?<id>${archived})${notLonger}`, normalize },
];

/** Returns the normal form of an arXiv id that stands by itself; undefined if it is none. */
export function readArxivId(text: string): string | undefined {
  return new RegExp(`^(?:${numbered}|${archived})$`, 'i').test(text) ? normalize(text) : undefined;
}
