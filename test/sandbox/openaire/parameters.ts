/** What the Graph accepts as parameters, and how it compares them. */
import type { Operand, Test } from '../queryString.ts';
import { parseQuestion } from '../queryString.ts';
import { hasTerms } from '../relevance.ts';

/** How a parameter looks at an item: words within texts, or whole values in any letter case. */
export interface Parameter<T> {
  readonly match: 'words' | 'whole';
  readonly valuesOf: (item: T) => readonly (string | null | undefined)[];
}

/** A request that the Graph refuses. */
export class BadRequest extends Error {}

const control = ['page', 'pageSize', 'cursor', 'sortBy', 'logicalOperator', 'includeStats'];

export interface Paging {
  readonly page: number;
  readonly pageSize: number;
  readonly cursor?: string;
}

/** Refuses unknown parameters, which older versions of the service ignored. */
export function checkNames(query: URLSearchParams, known: Iterable<string>): void {
  const valid = [...known, ...control];
  const unknown = [...query.keys()].find((name) => !valid.includes(name));
  if (unknown !== undefined)
    throw new BadRequest(`Unknown parameter: ${unknown}; valid parameters are: [${valid.join(', ')}]`);
}

/** The page asked for. */
export function readPaging(query: URLSearchParams): Paging {
  const pageSize = Number(query.get('pageSize') ?? 10);
  const page = Number(query.get('page') ?? 1);
  if (!(page >= 1 && pageSize >= 1)) throw new BadRequest('must be greater than or equal to 1');
  if (pageSize > 100) throw new BadRequest('Page size must be at most 100');
  const cursor = query.get('cursor');
  if (cursor === null && page * pageSize > 10_000) {
    throw new BadRequest('Page * pageSize must be less than or equal to 10000');
  }
  return { page, pageSize, ...(cursor !== null && { cursor }) };
}

/** The test of all parameters but `search` and the ones that control the answer. */
export function readFilters<T>(
  query: URLSearchParams,
  parameters: Readonly<Record<string, Parameter<T>>>,
): Test<T> {
  const tests = [...query].flatMap(([name, value]) => {
    const parameter = parameters[name];
    return parameter ? [readFilter(name, value, parameter)] : [];
  });
  const operator = query.get('logicalOperator') ?? 'AND';
  if (operator === 'OR') return (item) => tests.some((holds) => holds(item));
  if (operator === 'NOT') return (item) => !tests.some((holds) => holds(item));
  return (item) => tests.every((holds) => holds(item));
}

/** A value is one word, or quoted values joined by AND, OR, NOT and parentheses. */
function readFilter<T>(name: string, value: string, { match, valuesOf }: Parameter<T>): Test<T> {
  const toTest =
    ({ kind, text }: { kind: 'word' | 'phrase'; text: string }): Test<T> =>
    (item) =>
      valuesOf(item).some((own) => {
        if (own === null || own === undefined) return false;
        return match === 'whole' ? own.toLowerCase() === text.toLowerCase() : hasTerms(own, text, kind);
      });
  const bare = value.replace(/"[^"]*"/g, ' ');
  if (bare === value && !/[\s()]/.test(value)) return toTest({ kind: 'word', text: value });
  if (/[^\s()]/.test(bare.replace(/\b(?:AND|OR|NOT)\b/g, ''))) {
    throw new BadRequest(
      `Invalid value for '${name}'. Values containing spaces, parentheses or logical operators must be wrapped in double quotes`,
    );
  }
  return parseQuestion(value, (operand) => (operand.kind === 'range' ? () => false : toTest(operand)));
}

/** The test of `search`: every word, phrases in quotes, logic in capitals. */
export function readSearch<T>(search: string, textOf: (item: T) => string): Test<T> {
  const toTest = (operand: Operand): Test<T> => {
    if (operand.kind === 'range') return () => false;
    const { kind, text } = operand;
    return (item) => hasTerms(textOf(item), text, kind);
  };
  return parseQuestion(search, toTest);
}
