/** Ranks works by the terms they share with a question: rare terms count more, as in any search engine. */

const letters = /[\p{L}\p{N}]+/gu;
const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Terms of a text: words without accents or capitals; scripts without blanks give one term a character. */
export function terms(text: string): string[] {
  const words = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(letters) ?? [];
  return words.flatMap((word) => (ideographs.test(word) ? Array.from(word) : [word]));
}

/** Tells whether a text has every term of `value`; side by side for a phrase, as beginnings of words for `value*`. */
export function hasTerms(text: string, value: string, kind: 'word' | 'phrase'): boolean {
  const own = terms(text);
  const wanted = terms(value);
  if (kind === 'phrase') return ` ${own.join(' ')} `.includes(` ${wanted.join(' ')} `);
  const prefix = value.endsWith('*');
  return wanted.every((term) => own.some((word) => (prefix ? word.startsWith(term) : word === term)));
}

/** Index over the texts of a collection. */
export interface TermIndex<T> {
  /** Sum of the weights of the question's terms that `item` has; 0 for none. */
  score(item: T, question: string): number;
}

/** Indexes `items` by what `textOf` makes of each, as soon as somebody asks. */
export function indexTerms<T>(items: readonly T[], textOf: (item: T) => string): TermIndex<T> {
  let termsOf: Map<T, ReadonlySet<string>> | undefined;
  const spread = new Map<string, number>();

  function build(): Map<T, ReadonlySet<string>> {
    const built = new Map(items.map((item) => [item, new Set(terms(textOf(item)))]));
    for (const found of built.values()) {
      for (const term of found) spread.set(term, (spread.get(term) ?? 0) + 1);
    }
    return built;
  }

  const weight = (term: string): number => 1 + Math.log(items.length / (spread.get(term) ?? items.length));
  return {
    score(item, question) {
      termsOf ??= build();
      const found = termsOf.get(item);
      return [...new Set(terms(question))]
        .filter((term) => found?.has(term))
        .reduce((sum, term) => sum + weight(term), 0);
    },
  };
}
