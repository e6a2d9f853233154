/** Fields that no record needs, and why. A field that neither reaches a record nor stands here is a finding. */
import type { Service } from './read.ts';

type Reason = readonly [names: RegExp, reason: string];

const about = 'about the record, not the work';
const others = 'about other works or their use, not needed to cite this one';
const codes = 'the code of a value that is read, or of its scheme';
const people = 'who a person or body is and where they work; no field of CSL holds it';
const rights = 'terms of use; the licence that counts is shown, the rest is for machines';
const money = 'who paid; citations do not say';

/** The first that matches counts. */
export const leftOut: Readonly<Record<Service, readonly Reason[]>> = {
  crossref: [
    [/^(?:indexed|deposited|created|source|prefix|member|score|_id|update-policy|content-domain|archive|alternative-id|special_numbering)\b/, about],
    [/^(?:accepted|content-updated)\b/, 'dates of the process; the date of publication is cited'],
    [/^(?:reference\b|references?-count|clinical-trial-number)/, others],
    [/^relation\.(?!is-preprint-of|is-replaced-by)/, others],
    [/date-time|timestamp|id-type$|asserted-by$|issn-type\[\]\.type|isbn-type\[\]\.type|label$|^updat(?:e-to|ed-by)\[\]\.(?:type|source|record-id)/, codes],
    [/(?:author|editor|chair|translator)\[\]\.(?:sequence|role|ORCID|authenticated-orcid|affiliation)|^institution.*(?:acronym|department|id)|standards-body\.acronym/, people],
    [/^(?:license\[\]|link\[\])/, rights],
    [/^(?:funder|award)/, money],
    [/^assertion/, 'free remarks of publishers'],
    [/^review\./, 'the process of a peer review; the review’s own title and date are cited'],
    [/^description$/, 'of a list or a grant, not of a work that is cited'],
    [/^event\.(?:number|sponsor|acronym|end)/, 'the event is named by its name and place'],
    [/^journal-issue\.published/, 'the date of the issue; the article’s own is cited'],
    [/^URL$/, 'the address is made of the DOI'],
  ],
  datacite: [
    [/^(?:state|metadataVersion|schemaVersion|created|updated|registered|source|xml|prefix|suffix|agency|providerId|clientId|formattedCitation|published|claims|id$|isActive|reason|registrationAgency)/, about],
    [/^(?:view|download|reference|part|version|partOf|versionOf)(?:Count|sOverTime)|^(?:citations|references)\b|^\w+OverTime/, others],
    [/^types\.(?:ris|bibtex|citeproc|schemaOrg)/, 'computed by the service out of free text, and often wrong'],
    [/(?:Scheme|Type|schemeUri|schemeURI|classificationCode|\.lang|dateInformation)$|schemeUri$|relationType$/, codes],
    [/affiliation|nameIdentifier|^(?:creators|contributors)\[\]\.id$/, people],
    [/^contributors\[\]/, 'editors and translators are read; hosts, data collectors and the like are not cited'],
    [/^(?:rightsList)/, rights],
    [/^fundingReferences/, money],
    [/^(?:geoLocations|sizes|formats)/, 'what a data set is like'],
    [/^relatedItems/, 'the host of the work is read; other related items are not it'],
    [/^(?:relatedIdentifiers|alternateIdentifiers)/, others],
  ],
  openaire: [
    [/^(?:id|originalIds|collectedFrom|dateOfCollection|lastUpdateTimeStamp|_note|isInDiamondJournal|publiclyFunded)\b/, about],
    [/^indicators\.(?:usageCounts|citationImpact\.(?!citationCount))/, 'measures of impact; the citations are shown'],
    [/\.(?:scheme|code|key|rank)$|^subjects\[\]\.provenance|provenance/, codes],
    [/^(?:organizations|authors\[\]\.(?:pid|id))/, people],
    [/^(?:projects|links|instances\[\]\.articleProcessingCharge)/, money],
    [/^(?:communities|countries)/, 'about repositories and their visitors'],
    [/^(?:openAccessColor|embargoEndDate|isGreen|instances\[\]\.(?:accessRight|refereed|hostedBy|collectedFrom|license))/, rights],
    [/^instances\[\]\.publicationDate/, 'dates of copies; the date of the work is cited'],
    [/^(?:size|formats)/, 'what a data set is like'],
    [/^contributors/, 'contributors without a role'],
    [/^(?:container\.issnOnline|container\.issnLinking|otherTitles)/, 'one ISSN and one title are cited'],
    [/^language\./, 'read as a language tag; "und" says nothing'],
  ],
  cinii: [
    [/@type$|@id$|^@context|rdfs:seeAlso|foaf:isPrimaryTopicOf|dataSourceIdentifier|createdAt|dc:source|link/, about],
    [/@language$/, codes],
    [/affiliation|personIdentifier/, people],
    [/cinii:ownerCount|bibo:owner|cinii:size/, 'about libraries and their copies'],
    [/dc:rights/, rights],
    [/abstractLicenseFlag|description\[\]\.type/, 'decides whether the abstract is shown'],
    [/dcterms:subject\[\]\.subjectScheme/, codes],
    [/dcterms:publisher\[\]\.prism:publicationDate|dcterms:hasFormat/, 'repeats the date'],
    [/resourceType/, 'finer than CSL’s types; conference papers and newspaper articles are told apart'],
    [/dc:language/, 'read as a language tag'],
    [/^dcterms:(?:alternative|subject)/, 'other titles and subjects in a language or scheme that is not shown'],
    [/dcterms:extent/, 'pages of a book are read, the rest of its description is not'],
  ],
  rakuten: [
    [/^(?:itemPrice|reviewCount|reviewAverage|salesType|affiliateUrl|itemCaption)$/, 'about the shop'],
    [/^(?:smallImageUrl|mediumImageUrl)$/, 'the large cover is linked'],
    [/^koboGenreId$/, 'the shop’s genre; searched for, not cited'],
  ],
}; // prettier-ignore
