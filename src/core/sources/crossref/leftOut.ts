/** Fields of Crossref's works that no record needs, and why. */
import { reasons, type LeftOut } from '../leftOut.ts';

export const leftOut: LeftOut = [
  [/^(?:indexed|deposited|created|source|prefix|member|score|_id|update-policy|content-domain|archive|alternative-id|special_numbering)\b/, reasons.about],
  [/^(?:accepted|content-updated)\b/, 'dates of the process; the date of publication is cited'],
  [/^(?:reference\b|references?-count|clinical-trial-number)/, reasons.others],
  [/^relation\.(?!is-preprint-of|is-replaced-by)/, reasons.others],
  [/date-time|timestamp|id-type$|asserted-by$|issn-type\[\]\.type|isbn-type\[\]\.type|label$|^updat(?:e-to|ed-by)\[\]\.(?:type|source|record-id)/, reasons.codes],
  [/(?:author|editor|chair|translator)\[\]\.(?:sequence|role|ORCID|authenticated-orcid|affiliation)|^institution.*(?:acronym|department|id)|standards-body\.acronym/, reasons.people],
  [/^(?:license\[\]|link\[\])/, reasons.rights],
  [/^(?:funder|award)/, reasons.money],
  [/^assertion/, 'free remarks of publishers'],
  [/^review\./, 'the process of a peer review; the review’s own title and date are cited'],
  [/^description$/, 'of a list or a grant, not of a work that is cited'],
  [/^event\.(?:number|sponsor|acronym|end)/, 'the event is named by its name and place'],
  [/^journal-issue\.published/, 'the date of the issue; the article’s own is cited'],
  [/^URL$/, 'the address is made of the DOI'],
]; // prettier-ignore
