/** Fields of CiNii's hits and records that no record needs, and why. */
import { reasons, type LeftOut } from '../leftOut.ts';

export const leftOut: LeftOut = [
  [/@type$|@id$|^@context|rdfs:seeAlso|foaf:isPrimaryTopicOf|dataSourceIdentifier|createdAt|dc:source|link/, reasons.about],
  [/@language$/, reasons.codes],
  [/affiliation|personIdentifier/, reasons.people],
  [/cinii:ownerCount|bibo:owner|cinii:size/, 'about libraries and their copies'],
  [/dc:rights/, reasons.rights],
  [/abstractLicenseFlag|description\[\]\.type/, 'decides whether the abstract is shown'],
  [/dcterms:subject\[\]\.subjectScheme/, reasons.codes],
  [/dcterms:publisher\[\]\.prism:publicationDate|dcterms:hasFormat/, 'repeats the date'],
  [/resourceType/, 'finer than CSL’s types; conference papers and newspaper articles are told apart'],
  [/dc:language/, 'read as a language tag'],
  [/^dcterms:(?:alternative|subject)/, 'other titles and subjects in a language or scheme that is not shown'],
  [/dcterms:extent/, 'pages of a book are read, the rest of its description is not'],
]; // prettier-ignore
