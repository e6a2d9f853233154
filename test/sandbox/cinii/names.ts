/** How CiNii writes names: each of its sources in its own way. */
import { isGroup, parseName, toPerson } from '../work.ts';
import type { Name } from '../work.ts';
import type { JapaneseWork } from '../works/japanese.ts';

const separators: Readonly<Record<JapaneseWork['origin'], string>> = {
  JALC: ' ',
  CROSSREF: ' ',
  IRDB: ', ',
  NACSIS_CAT: ', ',
  NDL: '',
};

/** A name as a hit shows it, in the language asked for where the record has it. */
export function toCreator(name: Name, { origin }: JapaneseWork, language: 'ja' | 'en'): string {
  if (isGroup(name)) return name.group;
  const { name: full, latin } = toPerson(name);
  return joinName(language === 'en' ? (latin ?? full) : full, separators[origin]);
}

/** Every form of a name that a record has, with its language where the source tells. */
export function toNameForms(
  name: Name,
  { origin }: JapaneseWork,
): { '@language'?: string; '@value': string }[] {
  const separator = separators[origin];
  if (isGroup(name)) return [{ '@value': name.group }];
  const { name: full, latin, reading } = toPerson(name);
  return [
    { ...(latin !== undefined && { '@language': 'ja' }), '@value': joinName(full, separator) },
    ...(latin === undefined ? [] : [{ '@language': 'en', '@value': joinName(latin, separator) }]),
    ...(reading === undefined ? [] : [{ '@language': 'ja-Kana', '@value': joinName(reading, separator) }]),
  ];
}

function joinName(name: string, separator: string): string {
  const { family, given } = parseName(name);
  return given === undefined ? family : family + separator + given;
}
