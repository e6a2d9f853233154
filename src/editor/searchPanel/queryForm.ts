import { formatQuery, parseQuery } from '../../core/sources/parseQuery.ts';
import { formTexts, type QueryForm, type TypeChoice } from '../../webview/protocol.ts';
import { describeType } from '../describe.ts';

/** Types that people search for; the query syntax takes every other too. */
const offered = [
  'article-journal', 'paper-conference', 'book', 'chapter', 'article', 'thesis', 'report', 'dataset', 'software',
] as const; // prettier-ignore

/** What a type is called in the query syntax. */
function wordOf(type: string): string {
  return formatQuery({ words: '', type: [type] }).replace(/^type:/, '');
}

/** Returns the types that the form offers. */
export function typeChoices(): readonly TypeChoice[] {
  return offered.map((type) => ({ word: wordOf(type), name: describeType({ id: '', title: '', type }) }));
}

/** Reads a query into the form; what it has no field for stays as it is written. */
export function toForm(text: string): QueryForm {
  const { words, year, type = [], open, abstract, ...others } = parseQuery(text);
  const [firstType] = type;
  const further = Object.fromEntries(formTexts.map((name) => [name, others[name]?.slice(1) ?? []]));
  return {
    words,
    author: others.author?.[0] ?? '',
    title: others.title?.[0] ?? '',
    journal: others.journal?.[0] ?? '',
    publisher: others.publisher?.[0] ?? '',
    funder: others.funder?.[0] ?? '',
    license: others.license?.[0] ?? '',
    from: String(year?.from ?? ''),
    to: String(year?.to ?? ''),
    type: firstType === undefined ? '' : wordOf(firstType),
    open: open === true,
    abstract: abstract === true,
    rest: formatQuery({ ...others, ...further, words: '', type: type.slice(1) }),
  };
}
