/** Maps a research product to a record. What is left out on purpose stands in `leftOut.ts`. */
import { doiUrl } from '../../identifiers/identifierUrl.ts';
import { compact } from '../../record/compact.ts';
import { fromDateText } from '../../record/dates.ts';
import { toLanguage } from '../../record/language.ts';
import { findFormulas } from '../../record/formulas.ts';
import { toParagraphs, toPlainText, toTitle } from '../../record/markup.ts';
import { cleanText } from '../../record/names.ts';
import type { CitationRecord, CslDate, CslItem } from '../../record/record.ts';
import { toRecord } from '../../record/toRecord.ts';
import { asList, asObject, asText, asTexts } from '../json.ts';
import { readIssns, toPages } from '../numbers.ts';
import { readAuthors } from './authors.ts';
import { chooseKind } from './kinds.ts';
import { readPids, type Pids } from './pids.ts';

type Members = Readonly<Record<string, unknown>>;

const credit = 'OpenAIRE Graph (CC BY 4.0)';

function readTitle(product: Members): string {
  const title = toTitle(asText(product['mainTitle']) ?? '').normalize('NFC');
  const subtitle = toTitle(asText(product['subTitle']) ?? '').normalize('NFC');
  if (title === '' || subtitle === '' || title.toLowerCase().includes(subtitle.toLowerCase())) {
    return title === '' ? subtitle : title;
  }
  return `${title}: ${subtitle}`;
}

/** The first of January is how OpenAIRE writes "that year". */
function readIssued(product: Members): CslDate | undefined {
  return fromDateText((asText(product['publicationDate']) ?? '').replace(/^(\d{4})-01-01.*$/, '$1'));
}

interface Container {
  readonly name: string | undefined;
  readonly volume: string | undefined;
  readonly issue: string | undefined;
  readonly first: string | undefined;
  readonly last: string | undefined;
}

/** A citation among the sources, as DOAJ writes it: `Geoderma, Vol 438, Iss 2, Pp 116636- (2023)`. */
const citation = /^(.+), Vol ([^,]*), Iss ([^,]*), Pp ([^,()]*) \(\d{4}\)$/;

function readContainer(product: Members): Container {
  const container = asObject(product['container']);
  const own = toTitle(asText(container['name']) ?? '') || undefined;
  const cited = asTexts(product['sources'])
    .map((source) => citation.exec(source))
    .find((match) => match !== null && (own === undefined || own.toLowerCase() === match[1]?.toLowerCase()));
  const pages = toPages(asText(cited?.[4]))?.split('-');
  const first = asText(container['sp']);
  return {
    name: own ?? cited?.[1],
    volume: asText(container['vol']) ?? asText(cited?.[2]),
    issue: asText(container['iss']) ?? asText(cited?.[3]),
    first: first ?? pages?.[0],
    last: first === undefined ? pages?.[1] : asText(container['ep']),
  };
}

function readAddresses(product: Members): readonly string[] {
  return asList(product['instances'])
    .flatMap((instance) => asTexts(asObject(instance)['urls']))
    .map((url) => toPlainText(url))
    .filter((url) => /^https?:\/\/[^\s<>"]+$/.test(url));
}

/** Where the work itself is: its DOI, its handle, else what an instance says, https before http. */
function chooseAddress(pids: Pids, addresses: readonly string[]): string | undefined {
  if (pids.doi !== undefined) return doiUrl(pids.doi);
  if (pids.handle !== undefined) return `https://hdl.handle.net/${encodeURI(pids.handle)}`;
  return addresses.find((url) => url.startsWith('https:')) ?? addresses[0];
}

function readLicence(product: Members): string | undefined {
  const licences = asList(product['instances']).flatMap((instance) => asTexts(asObject(instance)['license']));
  return licences.find((licence) => /creativecommons\.org|^cc[ -]?(?:by|0)/i.test(licence));
}

function readKeywords(product: Members): string | undefined {
  const subjects = asList(product['subjects']).map((each) => asObject(asObject(each)['subject']));
  const words = subjects.filter(({ scheme }) => scheme === 'keyword').map(({ value }) => cleanText(value));
  return [...new Set(words.filter((word) => word !== undefined))].join(', ') || undefined;
}

function readAbstract(product: Members, title: string): string | undefined {
  return asTexts(product['descriptions'])
    .map(toParagraphs)
    .find((text) => text !== '' && text.toLowerCase() !== title.toLowerCase());
}

function readCsl(product: Members, pids: Pids): CslItem {
  const title = readTitle(product);
  const container = asObject(product['container']);
  const { name, volume, issue, first, last } = readContainer(product);
  const kind = chooseKind(product, pids.dois, name !== undefined);
  const authors = readAuthors(product['authors']);
  const custom = compact({
    kind: kind.label,
    eprint: pids.arxiv,
    eprintType: pids.arxiv === undefined ? undefined : 'arXiv',
    titleFormulas: findFormulas([product['mainTitle']], title),
  });
  return compact({
    id: pids.doi ?? `openaire:${asText(product['id']) ?? title}`,
    type: kind.type,
    title,
    author: authors.length === 0 ? undefined : authors,
    issued: readIssued(product),
    'container-title': name,
    volume,
    issue,
    page: last === undefined ? undefined : toPages(first, last),
    number: last === undefined ? first : undefined,
    edition: asText(container['edition']),
    version: asText(product['version']),
    genre: kind.genre,
    publisher: cleanText(product['publisher']),
    'event-place': cleanText(container['conferencePlace']),
    'event-date': fromDateText(asText(container['conferenceDate']) ?? ''),
    language: toLanguage(asText(asObject(product['language'])['code'])?.split('/')[0]),
    abstract: readAbstract(product, title),
    keyword: readKeywords(product),
    DOI: pids.doi,
    ISSN: readIssns(
      asTexts([container['issnPrinted'], container['issnOnline'], container['issnLinking']]),
    )[0],
    PMID: pids.pmid,
    PMCID: pids.pmcid,
    URL: chooseAddress(pids, readAddresses(product)),
    custom: Object.keys(custom).length === 0 ? undefined : custom,
  });
}

/**
 * Returns the record of a product; undefined where it has no title. A product may hold the DOIs of several works:
 * `askedDoi` is the record's where the product holds it.
 */
export function mapProduct(value: unknown, askedDoi?: string): CitationRecord | undefined {
  const product = asObject(value);
  const pids = readPids(product, askedDoi);
  const csl = readCsl(product, pids);
  if (csl.title === '') return undefined;
  const pdf = readAddresses(product).find((url) => /\.pdf$/i.test(url));
  const open = asText(asObject(product['bestAccessRight'])['label']);
  const citedBy = asObject(asObject(product['indicators'])['citationImpact'])['citationCount'];
  return toRecord(csl, 'openaire', {
    links: compact({ landing: csl.URL, pdf }),
    facts: compact({
      citedBy: typeof citedBy === 'number' ? citedBy : undefined,
      licence: readLicence(product),
      openAccess: open === undefined ? undefined : /^open/i.test(open),
      credit,
    }),
  });
}
