/**
 * The query-string syntax of `/dois?query=`: fields, phrases, ranges, parentheses, AND, OR, NOT. Words stand for AND.
 *
 *     question  = clause { [ 'AND' | 'OR' ] clause }
 *     clause    = [ 'NOT' | '-' | '+' ] ( '(' question ')' | [ field ':' ] ( value | '(' question ')' ) )
 *     value     = word | '"' phrase '"' | '[' from 'TO' to ']'
 */
import { terms } from '../relevance.ts';

/** Says whether a record answers a question; `field` is undefined for the record's text as a whole. */
export type Predicate = (valuesOf: (field: string | undefined) => readonly string[]) => boolean;

/** A question that the service cannot read, in its own words. */
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

/** Fields that are compared whole, in their letter case. */
const keywordFields = new Set(['doi', 'id', 'uid', 'publicationYear', 'types.resourceTypeGeneral', 'prefix', 'state', 'client_id', 'provider_id', 'language']); // prettier-ignore
const dateFields = new Set(['created', 'updated', 'registered']);

/** Reads a question; throws QueryError where the service would refuse it. */
export function parseQuestion(text: string): Predicate {
  const tokens = tokenize(text);
  let at = 0;
  const peek = (): Token | undefined => tokens[at];
  const take = (kind: Token['kind']): boolean => {
    const found = tokens[at]?.kind === kind;
    if (found) at += 1;
    return found;
  };

  function question(field: string | undefined): Predicate {
    const clauses: Predicate[][] = [[]];
    while (at < tokens.length && peek()?.kind !== ')') {
      if (take('OR')) clauses.push([]);
      else if (!take('AND')) clauses.at(-1)?.push(clause(field));
    }
    return (valuesOf) => clauses.some((every) => every.every((holds) => holds(valuesOf)));
  }

  function clause(field: string | undefined): Predicate {
    if (take('NOT')) {
      const holds = clause(field);
      return (valuesOf) => !holds(valuesOf);
    }
    if (take('(')) {
      const holds = question(field);
      if (!take(')')) fail(text, '<EOF>');
      return holds;
    }
    const token = peek();
    at += 1;
    if (token?.kind === 'word' && take(':')) return clause(token.text);
    if (token?.kind === 'word' || token?.kind === 'phrase')
      return has(field, token.text, token.kind === 'phrase');
    if (token?.kind === 'range') return within(field, token.from, token.to);
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

function has(field: string | undefined, value: string, phrase: boolean): Predicate {
  if (value === '*') return (valuesOf) => valuesOf(field).some((found) => found !== '');
  if (field !== undefined && keywordFields.has(field)) return (valuesOf) => valuesOf(field).includes(value);
  const wanted = terms(value);
  const prefix = !phrase && value.endsWith('*');
  return (valuesOf) =>
    valuesOf(field).some((text) => {
      const own = terms(text);
      if (phrase) return ` ${own.join(' ')} `.includes(` ${wanted.join(' ')} `);
      return wanted.every((term) => own.some((word) => (prefix ? word.startsWith(term) : word === term)));
    });
}

function within(field: string | undefined, from: string, to: string): Predicate {
  for (const end of [from, to]) {
    if (field !== undefined && dateFields.has(field) && end !== '*' && !/^\d{4}/.test(end)) {
      throw new QueryError(
        `failed to parse date field [${end}] with format [strict_date_optional_time||epoch_millis]`,
      );
    }
  }
  return (valuesOf) =>
    valuesOf(field).some(
      (value) => (from === '*' || value >= from) && (to === '*' || value <= to || value.startsWith(to)),
    );
}

function fail(text: string, token: string): never {
  throw new QueryError(
    `parse_exception: Cannot parse '${text}': Encountered "${token}" at line 1, column ${text.length}.`,
  );
}
