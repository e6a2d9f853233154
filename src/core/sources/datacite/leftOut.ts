/** Fields of DataCite's records that no record needs, and why. */
import { reasons, type LeftOut } from '../leftOut.ts';

export const leftOut: LeftOut = [
  [/^(?:state|metadataVersion|schemaVersion|created|updated|registered|source|xml|prefix|suffix|agency|providerId|clientId|formattedCitation|published|claims|id$|isActive|reason|registrationAgency)/, reasons.about],
  [/^(?:view|download|reference|part|version|partOf|versionOf)(?:Count|sOverTime)|^(?:citations|references)\b|^\w+OverTime/, reasons.others],
  [/^types\.(?:ris|bibtex|citeproc|schemaOrg)/, 'computed by the service out of free text, and often wrong'],
  [/(?:Scheme|Type|schemeUri|schemeURI|classificationCode|\.lang|dateInformation)$|schemeUri$|relationType$/, reasons.codes],
  [/affiliation|nameIdentifier|^(?:creators|contributors)\[\]\.id$/, reasons.people],
  [/^contributors\[\]/, 'editors and translators are read; hosts, data collectors and the like are not cited'],
  [/^(?:rightsList)/, reasons.rights],
  [/^fundingReferences/, reasons.money],
  [/^(?:geoLocations|sizes|formats)/, 'what a data set is like'],
  [/^relatedItems/, 'the host of the work is read; other related items are not it'],
  [/^(?:relatedIdentifiers|alternateIdentifiers)/, reasons.others],
]; // prettier-ignore
