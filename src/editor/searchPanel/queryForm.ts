import { formatQuery, parseQuery } from '../../core/sources/parseQuery.ts';
import type { QueryForm, TypeChoice } from '../../webview/protocol.ts';
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
  const { words, author = [], title = [], journal = [], year, type = [], open, ...others } = parseQuery(text);
  const [firstType] = type;
  return {
    words,
    author: author[0] ?? '',
    title: title[0] ?? '',
    journal: journal[0] ?? '',
    from: String(year?.from ?? ''),
    to: String(year?.to ?? ''),
    type: firstType === undefined ? '' : wordOf(firstType),
    open: open === true,
    rest: formatQuery({
      ...others,
      words: '',
      author: author.slice(1),
      title: title.slice(1),
      journal: journal.slice(1),
      type: type.slice(1),
    }),
  };
}
