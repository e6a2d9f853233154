/** Where the locales of the Citation Style Language project are not what their readers would write. */
import type { CslElement } from './cslXml.ts';

/** What replaces a locale's own. */
export interface Amendment {
  /** Terms by name, in their long and their short form; forms such as `verb` stay. `ordinal` is that of all numbers. */
  readonly terms: Readonly<Record<string, string>>;
  /** The date of this form, if any. */
  readonly date?: CslElement;
}

/** A date in figures, year first. */
function createNumericDate(separator: string): CslElement {
  const later = { form: 'numeric-leading-zeros', prefix: separator };
  const parts = [{ name: 'year' }, { name: 'month', ...later }, { name: 'day', ...later }];
  return { n: 'date', a: { form: 'numeric' }, c: parts.map((a) => ({ n: 'date-part', a })) };
}

/** By the locale's name. */
export const amendments: Readonly<Record<string, Amendment>> = {
  // Half of it is English or the dictionary's word (読み込み is what computers do with files), prepositions stand on the
  // wrong side of what they belong to, years in parentheses bear 年, and the second edition would be 2番目版.
  'ja-JP': {
    terms: {
      retrieved: '取得', cited: '参照', at: '', from: '', by: '', anonymous: '著者不明', forthcoming: '近刊', 'in press': '印刷中',
      'no date': '刊行年不明', 'presented at': '発表', online: 'オンライン', version: 'バージョン', ordinal: '', editor: '編',
      translator: '訳', thesis: '学位論文', preprint: 'プレプリント',
    },
    date: createNumericDate('-'),
  },
  // A year alone would end with the slash.
  eu: { terms: {}, date: createNumericDate('/') },
  // Closing quotes are a typewriter's.
  'cs-CZ': { terms: { 'close-quote': '“', 'close-inner-quote': '‘' } },
  // Where these do not stand in letters that it knows, citeproc sets them without spaces, as Chinese and Japanese want.
  'he-IL': { terms: { and: ' ו', 'et-al': ' ואחרים' } },
  'hi-IN': { terms: { and: ' व ', 'et-al': ' इत्यादि' } },
  'ko-KR': { terms: { and: '와/과 ', 'et-al': ' 외' } },
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
