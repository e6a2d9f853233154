/** Says what is wrong with a text that nearly is an identifier. */
import { say, type Sentence } from '../sentence.ts';
import { findInText } from './findInText.ts';
import { toPlainText } from './invisible.ts';
import { isIsbn, readIsbnDigits } from './isbn.ts';
import { unwrap } from './unwrap.ts';

/** Returns a sentence about one kind of mistake; undefined where the text does not make it. */
type Explain = (text: string) => Sentence | undefined;

/** Says a sentence of every text that a pattern matches. */
function about(pattern: RegExp, sentence: Sentence): Explain {
  return (text) => (pattern.test(text) ? sentence : undefined);
}

function explainIsbn(text: string): Sentence | undefined {
  const isLabelled = /^(?:e-?)?isbn/i.test(text);
  const number = text.replace(/^(?:e-?)?isbn(?:-?1[03])?[\s:]*/i, '');
  const digits = readIsbnDigits(number);
  if (digits !== undefined) return isIsbn(digits) ? undefined : say`This ISBN's check digit is wrong.`;
  const count = number.replaceAll(/\D/g, '').length;
  return isLabelled ? say`An ISBN has 10 or 13 digits; this one has ${count}.` : undefined;
}

function explainNeighbours(text: string): Sentence | undefined {
  const ids = [...new Set(findInText(text, { tex: true, linkTextInBrackets: false }).map(({ id }) => id))];
  if (ids.length > 1) return say`These are ${ids.length} identifiers; look them up one by one.`;
  return ids[0] === undefined
    ? undefined
    : say`There is more than an identifier here; only ${ids[0]} can be looked up.`;
}

/** In the order in which they are asked. */
const explanations: readonly Explain[] = [
  about(/orcid\.org\/|^(?:\d{4}-){3}\d{3}[\dx]$/i, say`An ORCID names a person, not a work.`),
  about(/^(?:e-?)?issn\b|^\d{4}-\d{3}[\dx]$/i, say`An ISSN names a journal, not a work in it.`),
  explainNeighbours,
  explainIsbn,
  about(
    /(?:^|\/|:\s?)10\.\d{4,5}\/?[^\p{L}\p{N}]*$/iu,
    say`A DOI goes on behind its registrant's number, as in 10.1000/182.`,
  ),
  about(/^(?:https?:\/+)?(?:(?:www|dx)\.)?doi\.org\/?$/i, say`This address of doi.org names no DOI.`),
  about(
    /^(?:doi\b|10\.|(?:https?:\/+)?(?:(?:www|dx)\.)?doi\.org\/)/i,
    say`A DOI starts with 10. and a registrant's number of four or five digits.`,
  ),
  about(/arxiv/i, say`An arXiv id looks like 2101.00001 or hep-th/9901001.`),
  about(/^(?:pmid|pubmed)/i, say`A PMID is a number of at most eight digits.`),
  about(/^pmc/i, say`A PMCID is PMC and a number, such as PMC1234567.`),
  about(/^\d{1,12}$/, say`A number alone could be many things: write PMID or NAID in front of it.`),
];

/** Returns a sentence on why a text is no identifier; undefined where it does not even look like one. */
export function describeInvalid(input: string): Sentence | undefined {
  const text = unwrap(toPlainText(input.slice(0, 4000)));
  for (const explain of explanations) {
    const sentence = explain(text);
    if (sentence !== undefined) return sentence;
  }
  return undefined;
}
