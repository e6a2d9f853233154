/** What other programs made of the same bodies: opinions, compared field by field with ours. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asList, asObject, asText, asTexts } from '../../src/core/sources/json.ts';
import type { CitationRecord } from '../../src/core/record/record.ts';
import { fold } from './losses.ts';
import { readService, type Body, type Service } from './read.ts';

/** The same few fields of every program and of ours, as text. */
type Fields = Readonly<Record<string, string | undefined>>;

/** A field on which another program and we do not agree. */
export interface Difference {
  /** File of the other program's result. */
  readonly file: string;
  readonly field: string;
  readonly theirs: string;
  readonly ours: string;
  /** Why ours stands; undefined where nobody has judged it yet. */
  readonly judgement: string | undefined;
}

function readZotero(item: Body): Fields {
  const creators = asList(item['creators']).map(asObject);
  const of = (type: string): string => creators.filter(({ creatorType }) => creatorType === type).map((name) => `${asText(name['lastName']) ?? ''} ${asText(name['firstName']) ?? ''}`).join('; ');
  return {
    type: asText(item['itemType']), title: asText(item['title']), authors: of('author'), editors: of('editor'), date: asText(item['date']), DOI: asText(item['DOI']), ISSN: asText(item['ISSN']),
    ISBN: asText(item['ISBN']), container: asText(item['publicationTitle'] ?? item['bookTitle']), volume: asText(item['volume']), issue: asText(item['issue']), pages: asText(item['pages']),
    publisher: asText(item['publisher'] ?? item['repository']), language: asText(item['language']), series: asText(item['series']),
  };
} // prettier-ignore

function readFatcat(release: Body): Fields {
  return {
    type: asText(release['release_type']), title: asText(release['title']), language: asText(release['language']), publisher: asText(release['publisher']),
    authors: asList(release['contribs']).map(asObject).map((name) => asText(name['raw_name']) ?? `${asText(name['surname']) ?? ''} ${asText(name['given_name']) ?? ''}`).join('; '),
    date: asText(release['release_date'] ?? release['release_year']), DOI: asText(asObject(release['ext_ids'])['doi']),
    volume: asText(release['volume']), issue: asText(release['issue']), pages: asText(release['pages']),
  };
} // prettier-ignore

function readInspire(record: Body): Fields {
  const [first, last] = [asText(record['page_start']), asText(record['page_end'])];
  return {
    title: asText(record['title']), authors: asList(record['authors']).flatMap((name) => asTexts(asObject(name)['full_name'])).join('; '),
    date: asText(record['year']), container: asText(record['journal_title']), volume: asText(record['journal_volume']), issue: asText(record['journal_issue']),
    pages: first === undefined ? undefined : `${first}-${last ?? ''}`, number: asText(record['artid']),
  };
} // prettier-ignore

/** What tests assert of a record that was fetched, `subject.version_info` and the like. */
function readAssertions(body: Body): Fields {
  const test = asList(body['tests']).map(asObject).find((each) => asList(each['pairs_with']).length > 0);
  const said = new Map(asList(test?.['expectations']).map(asObject).map(({ expr, value }) => [asText(expr) ?? '', value]));
  return {
    title: asText(asObject(asList(said.get('subject.titles'))[0])['title']),
    publisher: asText(asObject(said.get('subject.publisher'))['name']),
    date: asText(asObject(asList(said.get('subject.dates'))[0])['date']),
    version: asText(said.get('subject.version_info')),
    DOI: asText(said.get('subject.id'))?.replace('https://doi.org/', ''),
  };
} // prettier-ignore

const bibFields: Readonly<Record<string, string>> = { title: 'title', author: 'authors', journal: 'container', volume: 'volume', number: 'issue', pages: 'pages', year: 'date', publisher: 'publisher', doi: 'DOI', issn: 'ISSN', institution: 'publisher' }; // prettier-ignore

function readBib(text: string): Fields {
  const fields: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(/(\w+)\s*=\s*\{([^{}]*)\}/g)) {
    const field = bibFields[name.toLowerCase()];
    if (field !== undefined) fields[field] = field === 'authors' ? value.replaceAll(' and ', '; ') : value;
  }
  return fields;
}

function readOurs({ csl }: CitationRecord): Fields {
  const names = (people: typeof csl.author): string => (people ?? []).map(({ family, given, literal }) => `${family ?? literal ?? ''} ${given ?? ''}`).join('; ');
  return {
    type: csl.type, title: csl.title, authors: names(csl.author), editors: names(csl.editor), date: csl.issued?.['date-parts']?.[0]?.map((part) => String(part).padStart(2, '0')).join('-'),
    DOI: csl.DOI, ISSN: csl.ISSN, ISBN: csl.ISBN, container: csl['container-title'], volume: csl.volume, issue: csl.issue, pages: csl.page, number: csl.number,
    publisher: csl.publisher, language: csl.language, series: csl['collection-title'], version: csl.version,
  };
} // prettier-ignore

/** Fields in which a type or a date of one program is that of another. */
const sameWords: readonly (readonly [theirs: string, ours: string])[] = [
  ['journalArticle', 'article-journal'],
  ['bookSection', 'chapter'],
  ['preprint', 'article'],
];

/** A first name's order, an entity, a dash, and a year for a day are no difference. */
function agree(field: string, theirs: string, ours: string): boolean {
  if (fold(theirs) === fold(ours)) return true;
  if (field === 'authors' || field === 'editors') {
    const sorted = (text: string): string => text.replaceAll(/\([^)]*\)/g, '').split(/[\s,;]+/).map(fold).toSorted().join(''); // prettier-ignore
    return sorted(theirs) === sorted(ours);
  }
  if (field === 'date') return ours.startsWith(theirs) || theirs.startsWith(ours);
  return sameWords.some(([one, other]) => one === theirs && other === ours);
}

function judge(file: string, field: string): string | undefined {
  return judgements.find(([files, fields]) => files.test(file) && fields.test(field))?.[2];
}

/** Differences that were looked at: ours stands, and why. */
const judgements: readonly (readonly [file: RegExp, field: RegExp, why: string])[] = [
  [/^fatcat/, /^type$/, 'Text, InteractiveResource and no type at all say nothing of an article: no journal holds the work'],
  [/^zotero_datacite-json_06/, /^pages$/, 'the pages are the journal’s title, which the service took out of a free text'],
  [/^zotero_datacite-json_11/, /^volume$/, 'what stands for a volume is the series of the book, and is written as one'],
  [/^cn_/, /^ISSN$/, 'the printed ISSN goes before the electronic one'],
  [/^commonmeta-py/, /^publisher$/, 'a thesis is published by its university, which the record names, not by the library'],
]; // prettier-ignore

function readTheirs(file: string, text: string): Fields {
  if (file.endsWith('.bib')) return readBib(text);
  const body = asObject(JSON.parse(text));
  if (file.startsWith('zotero')) return readZotero(asObject(asList(body['items'])[0]));
  if (file.startsWith('inspire')) return readInspire(body);
  return file.startsWith('fatcat') ? readFatcat(body) : readAssertions(body);
}

/** Compares every result of another program with our record of the same body, where both say something. */
export function compareExpected(folder: string): readonly Difference[] {
  const works = (['crossref', 'datacite'] as const).flatMap((service: Service) =>
    readService(folder, service).works.map((work) => ({ ...work, file: `${service}/${work.file}` })),
  );
  const index = asList(JSON.parse(readFileSync(join(folder, 'expected/index.json'), 'utf8'))).map(asObject);
  return index.flatMap((entry) => {
    const file = asText(entry['file']) ?? '';
    const theirs = readTheirs(file, readFileSync(join(folder, 'expected', file), 'utf8'));
    const record = works.find((work) => asTexts(entry['pairs_with']).includes(work.file))?.record;
    const ours: Fields = record === undefined ? {} : readOurs(record);
    return Object.entries(theirs).flatMap(([field, value = '']): readonly Difference[] => {
      const own = ours[field] ?? '';
      if (value === '' || agree(field, value, own)) return [];
      return [{ file, field, theirs: value, ours: own, judgement: judge(file, field) }];
    });
  });
}
