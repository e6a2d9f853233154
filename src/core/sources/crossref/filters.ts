/** The filters of Crossref's `/works`; of one name they are alternatives, those of different names must all hold. */
import { readLicence } from '../licences.ts';
import type { SearchQuery } from '../query.ts';
import { toCrossrefTypes } from './types.ts';

/** Dates that `from-` and `until-` filter by. */
const dates = [
  'index', 'deposit', 'update', 'created', 'pub', 'issued', 'online-pub', 'print-pub', 'posted', 'accepted', 'approved',
  'awarded', 'event-start', 'event-end',
]; // prettier-ignore

/** Filters that no condition stands for; a query names them itself, `crossref.has-orcid:true`. */
export const ownFilters: readonly string[] = [
  'alternative-id', 'archive', 'article-number', 'assertion', 'assertion-group', 'award.funder', 'category-name',
  'clinical-trial-number', 'container-title', 'content-domain', 'full-text.application', 'full-text.type',
  'full-text.version', 'funder-doi-asserted-by', 'group-title', 'gte-award-amount', 'has-abstract', 'has-affiliation',
  'has-archive', 'has-assertion', 'has-authenticated-orcid', 'has-award', 'has-clinical-trial-number', 'has-content-domain',
  'has-domain-restriction', 'has-event', 'has-full-text', 'has-funder', 'has-funder-doi', 'has-license', 'has-orcid',
  'has-references', 'has-relation', 'has-ror-id', 'has-update', 'has-update-policy', 'is-update', 'license.delay',
  'license.version', 'lte-award-amount', 'relation.object', 'relation.object-type', 'relation.type', 'ror-id', 'type',
  'type-name', ...dates.flatMap((name) => [`from-${name}-date`, `until-${name}-date`]),
]; // prettier-ignore

/** Makes a filter; a comma would begin the next one and cannot be escaped. */
export function toFilter(name: string, value: string): string {
  return `${name}:${value.replaceAll(',', ' ')}`;
}

/** A kind of notice and a DOI must both hold; "any" says nothing beside them. */
function toUpdates(updates: readonly string[] = []): readonly string[] {
  const said = updates.filter((value) => value !== 'yes');
  if (said.length === 0) return updates.length === 0 ? [] : ['is-update:true'];
  return said.map((value) => toFilter(value.startsWith('10.') ? 'updates' : 'update-type', value));
}

/** Returns the filters of a query's conditions, those by name left out. */
export function toFilters(query: SearchQuery): readonly string[] {
  const each = (name: string, values: readonly string[] = []): readonly string[] =>
    values.map((value) => toFilter(name, value));
  const isbns = query.isbn?.map((isbn) => isbn.replaceAll(/[^\dXx]/g, ''));
  const licences = query.license?.flatMap((text) => {
    const { addresses } = readLicence(text);
    return addresses.length > 0 ? addresses : [text];
  });
  const from = query.date?.from ?? query.year?.from;
  const to = query.date?.to ?? query.year?.to;
  return [
    ...each('issn', query.issn),
    ...each('isbn', isbns),
    ...each('orcid', query.orcid),
    ...each('type', query.type?.flatMap(toCrossrefTypes)),
    ...each('license.url', licences),
    ...each('award.number', query.award),
    ...each('prefix', query.prefix),
    ...toUpdates(query.updates),
    ...(query.abstract === true ? ['has-abstract:true'] : []),
    ...(from === undefined ? [] : [`from-pub-date:${String(from)}`]),
    ...(to === undefined ? [] : [`until-pub-date:${String(to)}`]),
  ];
}
