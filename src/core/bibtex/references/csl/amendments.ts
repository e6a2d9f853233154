/** Where the locales of the Citation Style Language project are not what their readers would write. */
import type { CslElement } from './cslXml.ts';

/** What replaces a locale's own. */
export interface Amendment {
  /** Terms by name, in their long and their short form; forms such as `verb` stay. `ordinal` is that of all numbers. */
  readonly terms: Readonly<Record<string, string>>;
  /** The date of this form, if any. */
  readonly date?: CslElement;
}

const part = (name: string, prefix = ''): CslElement => ({
  n: 'date-part',
  a: { name, ...(name === 'year' ? {} : { form: 'numeric-leading-zeros', prefix }) },
});

/** By the locale's name. */
export const amendments: Readonly<Record<string, Amendment>> = {
  // Half of it is English or the dictionary's word (読み込み is what computers do with files), prepositions stand on the
  // wrong side of what they belong to, years in parentheses bear 年, and the second edition would be 2番目版.
  'ja-JP': {
    terms: {
      retrieved: '取得', cited: '参照', at: ' ', from: ' ', by: ' ', in: ' ', anonymous: '著者不明',
      forthcoming: '近刊', 'in press': '印刷中', 'no date': '刊行年不明', 'presented at': '発表', online: 'オンライン',
      version: 'バージョン', ordinal: '', editor: '編', translator: '訳', thesis: '学位論文', preprint: 'プレプリント',
    },
    date: { n: 'date', a: { form: 'numeric' }, c: [part('year'), part('month', '-'), part('day', '-')] },
  },
  // Its closing quotes are a typewriter's.
  'cs-CZ': { terms: { 'close-quote': '“', 'close-inner-quote': '‘' } },
}; // prettier-ignore

/** Returns a locale with its amendment. */
export function amend(locale: CslElement, { terms, date }: Amendment): CslElement {
  const children = (locale.c ?? []).filter((child) => typeof child !== 'string');
  const isReplaced = ({ a: { name = '', form = 'short' } = {} }: CslElement): boolean =>
    form === 'short' && Object.hasOwn(terms, name.replace(/^ordinal-\d+$/, 'ordinal'));
  const added = Object.entries(terms).map(([name, text]): CslElement => ({
    n: 'term',
    a: { name },
    c: [text],
  }));
  return {
    ...locale,
    c: children.map((child) => {
      if (child.n === date?.n && child.a?.['form'] === date.a?.['form']) return date;
      if (child.n !== 'terms') return child;
      const kept = (child.c ?? []).filter((term) => typeof term !== 'string' && !isReplaced(term));
      return { ...child, c: [...kept, ...added] };
    }),
  };
}
