/** Reads the works that researchers reported of a grant. */
import { doiUrl } from '../../identifiers/identifierUrl.ts';
import { compact } from '../../record/compact.ts';
import { fromDateText } from '../../record/dates.ts';
import { readJapaneseName } from '../../record/japaneseName.ts';
import { toLanguage } from '../../record/language.ts';
import { findFormulas } from '../../record/formulas.ts';
import { toTitle } from '../../record/markup.ts';
import type { CslItem, CslName, CslType } from '../../record/record.ts';
import { readDoi, readIsbns, readIssns, splitVolume, toPages } from '../numbers.ts';
import { childText, childrenOf, type XmlElement } from '../xml.ts';

/** Kinds of works that a text can cite; meetings, press and collaborations are none. */
const types: Readonly<Record<string, CslType>> = {
  journal_article: 'article-journal',
  presentation: 'speech',
  book: 'book',
  patent: 'patent',
  publication: 'article-journal',
};

/** One person, `Shiratori, Sakiko`, not two. */
const onePerson = /^\p{Script=Latin}+,\s*\p{Script=Latin}+$/u;

/**
 * The authors, who stand in one text: `A、B` or `A; B`, in Latin letters also `A, B, and C`. Latin names without a
 * comma are written either way round, so that they stay whole.
 */
function readAuthors(text: string): readonly CslName[] {
  const separator = /[、;；]/u.test(text) ? /\s*[、;；]\s*/u : /\s*[,，]\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+/u;
  const names = onePerson.test(text)
    ? [text]
    : text.replace(/[\s、,]*(?:ほか|他\d*名?|et al\.?)$/iu, '').split(separator);
  return names
    .map((name) => readJapaneseName(name.replace(/\s*[*＊†]+$/u, '')))
    .filter((name) => name !== undefined);
}

/** A work as reported, `raw`, and as KAKEN completed it from catalogues; either may lack what the other says. */
function readWork(raw: XmlElement | undefined, completed: XmlElement | undefined): CslItem | undefined {
  const stated = (name: string): string | undefined => {
    const text = childText(completed, name) ?? childText(raw, name);
    // Placeholders of the form that researchers fill in.
    return text === undefined || /^(?:-|0|なし|未定)$/.test(text) ? undefined : text;
  };
  const kind = (raw ?? completed)?.attributes['type'] ?? '';
  const type = types[kind];
  const title = toTitle(childText(raw, 'title') ?? childText(completed, 'title') ?? '');
  if (type === undefined || title === '') return undefined;
  const doi = readDoi(stated('doi'));
  const authors = readAuthors(stated('author') ?? '');
  const { volume, issue } = splitVolume(stated('volume'), stated('issue'));
  return compact({
    id: doi ?? `kaken:${(raw ?? completed)?.attributes['id'] ?? title}`,
    type,
    title,
    author: authors.length === 0 ? undefined : authors,
    issued: fromDateText(stated('date') ?? stated('year') ?? ''),
    'container-title': stated('journalTitle'),
    volume,
    issue,
    page: toPages(stated('pages')),
    publisher: stated('publisher'),
    'event-title': stated('organizer'),
    language: toLanguage(stated('language')),
    DOI: doi,
    ISBN: readIsbns([stated('isbn') ?? ''])[0],
    ISSN: readIssns([stated('issn') ?? ''])[0],
    URL: doi === undefined ? undefined : doiUrl(doi),
    custom: compact({
      kind,
      titleFormulas: findFormulas([childText(raw, 'title'), childText(completed, 'title')], title),
    }),
  });
}

/** Returns the works of a grant in the order of its report, each once. */
export function readWorks(award: XmlElement): readonly CslItem[] {
  const parents = [award, ...childrenOf(award, 'summary')];
  const productsOf = (list: string): readonly XmlElement[] =>
    parents.flatMap((parent) => childrenOf(parent, list)).flatMap((each) => childrenOf(each, 'product'));
  const completed = new Map(
    productsOf('productListEnriched').map((product) => [
      childrenOf(product, 'ref')[0]?.attributes['id'],
      product,
    ]),
  );
  const raw = productsOf('productList');
  const works =
    raw.length === 0
      ? [...completed.values()].map((product) => readWork(undefined, product))
      : raw.map((product) => readWork(product, completed.get(product.attributes['id'])));
  const byId = new Map(works.filter((work) => work !== undefined).map((work) => [work.id, work]));
  return [...byId.values()];
}
