import type { CslItem } from '../../record/record.ts';

/** Returns a variable's text; undefined where it is blank. Numbers and lists, which other programs write, count too. */
export function textOf(csl: CslItem, variable: keyof CslItem): string | undefined {
  const value: unknown = csl[variable];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'number') return String(first);
  return typeof first === 'string' && first.trim() !== '' ? first : undefined;
}
