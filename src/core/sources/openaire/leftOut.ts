/** Fields of OpenAIRE's products that no record needs, and why. */
import { reasons, type LeftOut } from '../leftOut.ts';

export const leftOut: LeftOut = [
  [/^(?:id|originalIds|collectedFrom|dateOfCollection|lastUpdateTimeStamp|_note|isInDiamondJournal|publiclyFunded)\b/, reasons.about],
  [/^indicators\.(?:usageCounts|citationImpact\.(?!citationCount))/, 'measures of impact; the citations are shown'],
  [/\.(?:scheme|code|key|rank)$|^subjects\[\]\.provenance|provenance/, reasons.codes],
  [/^(?:organizations|authors\[\]\.(?:pid|id))/, reasons.people],
  [/^(?:projects|links|instances\[\]\.articleProcessingCharge)/, reasons.money],
  [/^(?:communities|countries)/, 'about repositories and their visitors'],
  [/^(?:openAccessColor|embargoEndDate|isGreen|instances\[\]\.(?:accessRight|refereed|hostedBy|collectedFrom|license))/, reasons.rights],
  [/^instances\[\]\.publicationDate/, 'dates of copies; the date of the work is cited'],
  [/^(?:size|formats)/, 'what a data set is like'],
  [/^contributors/, 'contributors without a role'],
  [/^(?:container\.issnOnline|container\.issnLinking|otherTitles)/, 'one ISSN and one title are cited'],
  [/^language\./, 'read as a language tag; "und" says nothing'],
]; // prettier-ignore
