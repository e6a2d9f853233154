/**
 * The query-string syntax that search services share: fields, phrases, ranges, parentheses, AND, OR, NOT. Words that
 * stand side by side must all hold.
 *
 *     question  = clause { [ 'AND' | 'OR' ] clause }
 *     clause    = [ 'NOT' | '-' | '+' ] ( '(' question ')' | [ field ':' ] ( value | '(' question ')' ) )
 *     value     = word | '"' phrase '"' | '[' from 'TO' to ']'
 */

export type Test<T> = (item: T) => boolean;

/** What a question is made of; `field` is undefined where none is named. */
export type Operand = { readonly field: string | undefined } & (
  | { readonly kind: 'word' | 'phrase'; readonly text: string }
  | { readonly kind: 'range'; readonly from: string; readonly to: string }
);

/** A question that cannot be read, in the words of the engine behind these services. */
export class QueryError extends Error {}

type Token =
  | { readonly kind: 'word' | 'phrase'; readonly text: string }
  | { readonly kind: 'range'; readonly from: string; readonly to: string }
  | { readonly kind: '(' | ')' | ':' | 'AND' | 'OR' | 'NOT' };

const tokenPattern = new RegExp(
  [
    /\s+/, // between tokens
    /"((?:[^"\\]|\\.)*)"(?:[~^][\d.]+)?/, // 1: phrase, with slop or boost
    /[[{]\s*(\S+)\s+TO\s+([^\s\]}]+)\s*[\]}]/, // 2, 3: range
    /([():])/, // 4: punctuation
    /(AND|&&|OR|\|\||NOT|!)(?=[\s(]|$)/, // 5: operators
    /([+-])(?=\S)/, // 6: must, must not
    /((?:[^\s"():[\]{}\\]|\\.)+)/, // 7: word
  ]
    .map((part) => part.source)
    .join('|'),
  'suy',
);

/** Reads a question; `toTest` says what an operand asks. Throws QueryError. */
export function parseQuestion<T>(text: string, toTest: (operand: Operand) => Test<T>): Test<T> {
  const tokens = tokenize(text);
  let at = 0;
  const take = (kind: Token['kind']): boolean => {
    const found = tokens[at]?.kind === kind;
    if (found) at += 1;
    return found;
  };

  function question(field: string | undefined): Test<T> {
    const alternatives: Test<T>[][] = [[]];
    while (at < tokens.length && tokens[at]?.kind !== ')') {
      if (take('OR')) alternatives.push([]);
      else if (!take('AND')) alternatives.at(-1)?.push(clause(field));
    }
    return (item) => alternatives.some((every) => every.every((holds) => holds(item)));
  }

  function clause(field: string | undefined): Test<T> {
    if (take('NOT')) {
      const holds = clause(field);
      return (item) => !holds(item);
    }
    if (take('(')) {
      const holds = question(field);
      if (!take(')')) fail(text, '<EOF>');
      return holds;
    }
    const token = tokens[at];
    at += 1;
    if (token?.kind === 'word' && take(':')) return clause(token.text);
    if (token?.kind === 'word' || token?.kind === 'phrase' || token?.kind === 'range')
      return toTest({ field, ...token });
    return fail(text, token?.kind ?? '<EOF>');
  }

  const holds = question(undefined);
  if (at < tokens.length) fail(text, ')');
  return holds;
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < text.length) {
    const column = tokenPattern.lastIndex;
    const found = tokenPattern.exec(text);
    if (!found) {
      throw new QueryError(`token_mgr_error: Lexical error at line 1, column ${column + 1}.  Encountered: <EOF> after : "${text.slice(column)}"`); // prettier-ignore
    }
    const [, phrase, from, to, punctuation, operator, sign, word] = found;
    if (phrase !== undefined) tokens.push({ kind: 'phrase', text: unescape(phrase) });
    else if (from !== undefined && to !== undefined) tokens.push({ kind: 'range', from, to });
    else if (punctuation === '(' || punctuation === ')' || punctuation === ':')
      tokens.push({ kind: punctuation });
    else if (operator !== undefined) tokens.push({ kind: operatorOf(operator) });
    else if (sign === '-') tokens.push({ kind: 'NOT' });
    else if (word !== undefined)
      tokens.push({ kind: 'word', text: unescape(word.replace(/[~^][\d.]*$/, '')) });
  }
  return tokens;
}

function operatorOf(operator: string): 'AND' | 'OR' | 'NOT' {
  if (operator === 'AND' || operator === '&&') return 'AND';
  return operator === 'OR' || operator === '||' ? 'OR' : 'NOT';
}

function unescape(text: string): string {
  return text.replace(/\\(.)/gsu, '$1');
}

function fail(text: string, token: string): never {
  throw new QueryError(
    `parse_exception: Cannot parse '${text}': Encountered "${token}" at line 1, column ${text.length}.`,
  );
}
