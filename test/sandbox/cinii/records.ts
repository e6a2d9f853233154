/** Works, grants and datasets in the forms in which CiNii Research shows them. */
import type { Xml } from '../xml.ts';
import { leaf } from '../xml.ts';
import { cridOf, makeUpCrid } from '../works/japanese.ts';
import type { JapaneseWork } from '../works/japanese.ts';
import type { Grant } from '../works/grants.ts';
import { toCreator, toNameForms } from './names.ts';

export type Language = 'ja' | 'en';

/** The public address of a record, wherever the stand-in listens: what a person is led to. */
export function addressOf(crid: string): string {
  return `https://cir.nii.ac.jp/crid/${crid}`;
}

/** CRID of a grant; one made up of its number where the real one is not known. */
export function cridOfGrant({ crid, number }: Grant): string {
  return crid ?? makeUpCrid('104', number);
}

function identifiersOf(work: JapaneseWork): [type: string, value: string][] {
  const all = { DOI: work.doi, NAID: work.naid, NCID: work.ncid, ISBN: work.isbn };
  const known = Object.entries(all).flatMap(([type, value]): [string, string][] =>
    value === undefined ? [] : [[type, value]],
  );
  return work.ncid === undefined
    ? known
    : [...known, ['URI', `https://ci.nii.ac.jp/ncid/${work.ncid}#entity`]];
}

/** One hit of a search, in JSON. */
export function toItem(work: JapaneseWork, language: Language): object {
  const address = addressOf(cridOf(work));
  const [first, last] = work.pages ?? [];
  const creators = work.creators.map((name) => toCreator(name, work, language));
  const date = work.date?.replace(/\.(\d)$/, '-0$1').replace('.', '-');
  return {
    '@id': address,
    '@type': 'item',
    title: language === 'en' ? (work.latinTitle ?? work.title) : work.title,
    link: { '@id': address },
    'rdfs:seeAlso': { '@id': `${address}.json` },
    'dc:creator': creators.length > 0 ? creators : undefined,
    'dc:publisher': work.publisher,
    'dc:type': work.kind,
    'prism:publicationName': language === 'en' ? (work.latinJournal ?? work.journal) : work.journal,
    'prism:issn': work.issn,
    'prism:volume': work.volume,
    'prism:number': work.number,
    'prism:startingPage': first,
    'prism:endingPage': last,
    'prism:pageRange': first !== undefined && last !== undefined ? `${first}-${last}` : undefined,
    ...(work.kind === 'Dissertation' ? { 'dc:date': date } : { 'prism:publicationDate': date }),
    description: work.abstract,
    abstractLicenseFlag: work.abstractLicense,
    'ndl:degreeName': work.degree,
    'ndl:dissertationNumber': work.dissertationNumber,
    'dc:identifier': identifiersOf(work).map(([type, value]) => ({
      '@type': `cir:${type}`,
      '@value': value,
    })),
  };
}

/** One hit of a search for projects, in JSON. */
export function toProjectItem(grant: Grant, language: Language): object {
  const address = addressOf(cridOfGrant(grant));
  const { family, given } = grant.leader;
  return {
    '@id': address,
    '@type': 'item',
    title: language === 'en' ? (grant.latinTitle ?? grant.title) : grant.title,
    link: { '@id': address },
    'dc:creator': [`${family} ${given}`],
    'dc:type': 'Project',
    'dc:identifier': [
      { '@type': 'cir:KAKEN', '@value': grant.number },
      { '@type': 'cir:JGN', '@value': `JP${grant.number}` },
    ],
  };
}

/** One hit of a search, in RSS 1.0. */
export function toRssItem(work: JapaneseWork, language: Language): Xml {
  const address = addressOf(cridOf(work));
  const [first, last] = work.pages ?? [];
  return [
    'item',
    { 'rdf:about': address },
    leaf('title', language === 'en' ? (work.latinTitle ?? work.title) : work.title),
    leaf('link', address),
    ['rdfs:seeAlso', { 'rdf:resource': `${address}.rdf` }],
    leaf('dc:type', work.kind),
    ...work.creators.map((name) => leaf('dc:creator', toCreator(name, work, language))),
    leaf('dc:publisher', work.publisher),
    leaf('prism:publicationName', work.journal),
    leaf('prism:issn', work.issn),
    leaf('prism:volume', work.volume),
    leaf('prism:number', work.number),
    leaf('prism:startingPage', first),
    leaf('prism:endingPage', last),
    leaf('prism:publicationDate', work.date),
    ...identifiersOf(work).map(([type, value]) =>
      leaf('dc:identifier', value, { 'rdf:datatype': `cir:${type}` }),
    ),
  ];
}

interface Notation {
  readonly '@language'?: string;
  readonly '@value': string;
}

const notations = (values: Readonly<Record<'ja' | 'en' | 'ja-Kana', string | undefined>>): Notation[] =>
  Object.entries(values).flatMap(([language, value]) =>
    value === undefined ? [] : [{ '@language': language, '@value': value }],
  );

/** One record in JSON-LD. */
export function toJsonLd(work: JapaneseWork): object {
  const crid = cridOf(work);
  const [first, last] = work.pages ?? [];
  return {
    '@context': jsonLdContext,
    '@id': `${addressOf(crid)}.json`,
    '@type': work.kind,
    productIdentifier: identifiersOf(work).map(([type, value]) => ({ identifier: { '@type': type, '@value': value } })),
    'dc:title': notations({ ja: work.title, en: work.latinTitle, 'ja-Kana': work.titleReading }),
    'dc:language': work.language,
    description: work.abstract === undefined ? undefined : [
      { type: 'abstract', notation: [{ '@language': 'ja', '@value': work.abstract }], abstractLicenseFlag: work.abstractLicense },
    ],
    creator: work.creators.map((name, index) => ({
      '@id': addressOf(`1380${crid.slice(4, -2)}${String(index).padStart(2, '0')}`),
      '@type': 'Researcher',
      'foaf:name': toNameForms(name, work),
    })),
    ...(work.journal !== undefined && {
      publication: {
        publicationIdentifier: work.issn === undefined ? [] : [{ '@type': work.issn.includes('-') ? 'PISSN' : 'ISSN', '@value': work.issn }],
        'prism:publicationName': notations({ ja: work.journal, en: work.latinJournal, 'ja-Kana': undefined }),
        'dc:publisher': notations({ ja: work.publisher, en: undefined, 'ja-Kana': undefined }),
        'prism:publicationDate': work.date,
        'prism:volume': work.volume,
        'prism:number': work.number,
        'prism:startingPage': first,
        'prism:endingPage': last,
      },
    }),
    ...(work.kind === 'Book' && {
      'dc:creator': work.statement,
      'dcterms:publisher': [{ 'dc:publisher': work.publisher, publicationPlace: work.place, 'prism:publicationDate': work.date }],
      'cinii:note': work.note === undefined ? undefined : [work.note],
    }),
    ...(work.kind === 'Dissertation' && {
      'ndl:dissertationNumber': work.dissertationNumber,
      'ndl:degreeName': notations({ ja: work.degree, en: undefined, 'ja-Kana': undefined }),
      'ndl:dateGranted': work.date,
      degreeAwardInstitution: { institutionName: notations({ ja: work.publisher, en: undefined, 'ja-Kana': undefined }) },
    }),
    ...(work.kind === 'Dataset' && {
      publisher: [{ notation: notations({ ja: work.publisher, en: undefined, 'ja-Kana': undefined }) }],
      dateIssued: work.date,
    }),
    dataSourceIdentifier: [{ '@type': work.origin, '@value': `oai:${work.origin.toLowerCase()}:${crid}` }],
  }; // prettier-ignore
}

const jsonLdContext = {
  '@vocab': 'https://cir.nii.ac.jp/schema/1.0/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  prism: 'http://prismstandard.org/namespaces/basic/2.0/',
  cinii: 'http://ci.nii.ac.jp/ns/1.0/',
  datacite: 'https://schema.datacite.org/meta/kernel-4/',
  ndl: 'http://ndl.go.jp/dcndl/terms/',
  jpcoar: 'https://github.com/JPCOAR/schema/blob/master/2.0/',
};
