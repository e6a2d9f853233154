/** What NII's services have in common: the application id, and how they read words. */
import { credentials } from '../credentials.ts';
import { text } from '../exchange.ts';
import type { Answer } from '../exchange.ts';
import { parseQuestion, QueryError } from '../queryString.ts';
import type { Test } from '../queryString.ts';
import { hasTerms, terms } from '../relevance.ts';

/** The 403 of NII's services for an application id that is none; undefined for a good one. */
export function checkAppid(appid: string | null): Answer | undefined {
  if (appid === credentials.cinii.appid) return undefined;
  return text('<error><detail>Invalid APPID</detail></error>', 403, 'text/xml;charset=UTF-8');
}

/** Words that must all be there, AND, OR and NOT in capitals; what cannot be read is taken word by word. */
export function readWords<T>(question: string, textOf: (item: T) => string): Test<T> {
  try {
    return parseQuestion(question, (operand) => {
      if (operand.kind === 'range') return () => false;
      const { kind, text: words } = operand;
      return (item) => hasTerms(textOf(item), words, kind);
    });
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    return (item) => terms(question).every((term) => terms(textOf(item)).includes(term));
  }
}
