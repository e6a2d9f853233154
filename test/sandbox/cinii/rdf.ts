/** Records in RDF/XML: CiNii Research's own form, and the one of CiNii Books. */
import { isGroup, toPerson } from '../work.ts';
import { cridOf } from '../works/japanese.ts';
import type { JapaneseWork } from '../works/japanese.ts';
import { leaf, toDocument } from '../xml.ts';
import type { Xml } from '../xml.ts';
import { toNameForms } from './names.ts';
import { addressOf } from './records.ts';

const namespaces = {
  'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'xmlns:rdfs': 'http://www.w3.org/2000/01/rdf-schema#',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:foaf': 'http://xmlns.com/foaf/0.1/',
  'xmlns:prism': 'http://prismstandard.org/namespaces/basic/2.0/',
  'xmlns:cinii': 'http://ci.nii.ac.jp/ns/1.0/',
  'xmlns:ndl': 'http://ndl.go.jp/dcndl/terms/',
} as const;

const schema = 'https://cir.nii.ac.jp/schema/1.0/';

/** A record of CiNii Research in RDF. */
export function toRdf(work: JapaneseWork): string {
  const address = addressOf(cridOf(work));
  const [first, last] = work.pages ?? [];
  const resource = { 'rdf:parseType': 'Resource' };
  const identifiers = { DOI: work.doi, NAID: work.naid, NCID: work.ncid, ISBN: work.isbn };
  return toDocument([
    'rdf:RDF',
    { xmlns: schema, ...namespaces },
    [
      work.kind,
      { 'rdf:about': `${address}.rdf` },
      ...Object.entries(identifiers).map(([type, value]): Xml =>
        value === undefined ? undefined : ['productIdentifier', resource, leaf('identifier', value, { 'rdf:datatype': schema + type })],
      ),
      leaf('dc:title', work.title, { 'xml:lang': work.latinTitle === undefined ? undefined : 'ja' }),
      leaf('dc:title', work.titleReading, { 'xml:lang': 'ja-Kana' }),
      leaf('dcterms:alternative', work.latinTitle),
      leaf('dc:language', work.language),
      ...work.creators.map((name): Xml => [
        'creator',
        {},
        ['Researcher', {}, ...toNameForms(name, work).map((form) => leaf('foaf:name', form['@value'], { 'xml:lang': form['@language'] }))],
      ]),
      work.journal === undefined ? undefined : [
        'publication',
        resource,
        leaf('publicationIdentifier', work.issn, { 'rdf:datatype': `${schema}ISSN` }),
        leaf('prism:publicationName', work.journal),
        leaf('dc:publisher', work.publisher),
        leaf('prism:publicationDate', work.date),
        leaf('prism:volume', work.volume),
        leaf('prism:number', work.number),
        leaf('prism:startingPage', first),
        leaf('prism:endingPage', last),
      ],
      work.kind === 'Book' ? leaf('dc:creator', work.statement) : undefined,
      work.kind === 'Book' ? [
        'dcterms:publisher',
        resource,
        leaf('dc:publisher', work.publisher),
        leaf('publicationPlace', work.place),
        leaf('prism:publicationDate', work.date),
      ] : undefined,
      leaf('ndl:degreeName', work.degree),
      leaf('ndl:dissertationNumber', work.dissertationNumber),
    ],
  ]); // prettier-ignore
}

/** A record of CiNii Books in RDF: several descriptions of one thing, to be merged by the reader. */
export function toBooksRdf(work: JapaneseWork): string {
  const address = `https://ci.nii.ac.jp/ncid/${work.ncid ?? ''}`;
  const about = { 'rdf:about': `${address}#entity` };
  const type: Xml = ['rdf:type', { 'rdf:resource': 'http://purl.org/ontology/bibo/Book' }];
  return toDocument([
    'rdf:RDF',
    { ...namespaces, 'xmlns:bibo': 'http://purl.org/ontology/bibo/' },
    [
      'rdf:Description',
      about,
      type,
      ['foaf:isPrimaryTopicOf', { 'rdf:resource': `${address}.rdf` }],
      leaf('dc:title', work.title),
      leaf('dc:title', work.titleReading, { 'xml:lang': 'ja-hrkt' }),
      leaf('dcterms:alternative', work.latinTitle),
      leaf('dc:creator', work.statement),
      leaf('dc:publisher', work.publisher),
      leaf('dc:language', work.language === 'ja' ? 'jpn' : 'und'),
      leaf('dc:date', work.date?.slice(0, 4)),
      leaf('cinii:ncid', work.ncid),
      work.isbn === undefined ? undefined : ['dcterms:hasPart', { 'rdf:resource': `urn:isbn:${work.isbn}` }],
      leaf('cinii:ownerCount', '129'),
      leaf('prism:publicationDate', work.date),
      leaf('cinii:note', work.note),
    ],
    [
      'rdf:Description',
      about,
      type,
      ...work.creators.map((name): Xml => {
        const { name: full, reading } = isGroup(name) ? { name: name.group, reading: undefined } : toPerson(name);
        const person: Xml = ['foaf:Person', {}, leaf('foaf:name', full), leaf('foaf:name', reading, { 'xml:lang': 'ja-hrkt' })];
        return ['foaf:maker', {}, person];
      }),
    ],
    // One of these for every library that owns the book.
    [
      'rdf:Description',
      about,
      type,
      ['bibo:owner', {}, ['foaf:Organization', { 'rdf:about': 'https://ci.nii.ac.jp/library/FA012345' }, leaf('foaf:name', '図書館')]],
    ],
  ]); // prettier-ignore
}
