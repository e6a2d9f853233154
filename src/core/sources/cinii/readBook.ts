/** Reads a record of CiNii Books in RDF: several descriptions of one book, which are merged. */
import { asList, asObject, asText } from '../json.ts';
import { readRdf } from './rdf.ts';
import { firstText, readTexts, type CiniiWork } from './work.ts';

/** Returns what the RDF of `/ncid/<NCID>.rdf` says; undefined where it describes no book. */
export function readBook(rdf: string): CiniiWork | undefined {
  const descriptions = readRdf(rdf) ?? [];
  const all = (name: string): readonly unknown[] =>
    descriptions.flatMap((description) => asList(description[name]));
  const titles = readTexts(all('dc:title'));
  const ncid = firstText(all('cinii:ncid'));
  if (titles.length === 0 || ncid === undefined) return undefined;
  const urns = all('dcterms:hasPart').map((part) => asText(asObject(part)['@id']) ?? '');
  const numbers = (name: string): readonly string[] =>
    urns.filter((urn) => urn.startsWith(`urn:${name}:`)).map((urn) => urn.slice(9));
  return {
    kind: 'Book',
    titles,
    alternatives: readTexts(all('dcterms:alternative')),
    creators: all('foaf:maker')
      .map((maker) => ({ names: readTexts(asObject(maker)['foaf:name']) }))
      .filter(({ names }) => names.length > 0),
    statement: firstText(all('dc:creator')),
    notes: readTexts(all('cinii:note')).map(({ text }) => text),
    series: firstText(all('dcterms:isPartOf').map((parent) => asObject(parent)['dc:title'])),
    publishers: readTexts(all('dc:publisher')),
    date: firstText(all('prism:publicationDate')) ?? firstText(all('dc:date')),
    extent: firstText(all('dcterms:extent')),
    edition: firstText(all('prism:edition')),
    issns: numbers('issn'),
    isbns: numbers('isbn'),
    ncid,
    language: firstText(all('dc:language')),
    subjects: all('foaf:topic').flatMap((topic) => firstText(asObject(topic)['dc:title']) ?? []),
  };
}
