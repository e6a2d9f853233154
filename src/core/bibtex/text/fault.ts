/** What can be wrong with a block of a .bib text. */
import { say, type Sentence } from '../../sentence.ts';

const faultCodes = [
  'none', 'noBrace', 'noKey', 'blankInKey', 'noName', 'noEquals', 'noValue', 'noComma', 'openQuote', 'openBrace', 'openBlock',
] as const; // prettier-ignore

export type FaultCode = (typeof faultCodes)[number];

const reasons: Readonly<Record<Exclude<FaultCode, 'none'>, Sentence>> = {
  noBrace: say`BibTeX takes every @ for the beginning of an entry, and none begins here.`,
  noKey: say`The entry has no key.`,
  blankInKey: say`A key cannot have a blank in it.`,
  noName: say`A field name is expected here.`,
  noEquals: say`An equals sign is missing after this field name.`,
  noValue: say`A value is missing here.`,
  noComma: say`A comma is missing before this.`,
  openQuote: say`The quotation mark that begins this value is never closed.`,
  openBrace: say`The brace that begins this value is never closed.`,
  openBlock: say`The end of this is missing.`,
};

/** What is wrong with a block, where, and in words. */
export interface BibFault {
  readonly code: FaultCode;
  readonly at: number;
  readonly reason: Sentence;
}

/** Returns the number that stands for a fault in an index. */
export function faultNumber(code: FaultCode): number {
  return faultCodes.indexOf(code);
}

/** Returns the fault that a number stands for. */
export function faultCodeOf(number: number): FaultCode {
  return faultCodes[number] ?? 'none';
}

/** Returns a fault in words; undefined for none. */
export function toFault(code: FaultCode, at: number): BibFault | undefined {
  return code === 'none' ? undefined : { code, at, reason: reasons[code] };
}
