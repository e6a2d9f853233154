/** The people of an ebook, who stand in one text: `高橋 征義/後藤 裕蔵`, `Sandi Metz（著）/高山泰基（訳）`. */
import { hasJapanese, readJapaneseName } from '../../record/japaneseName.ts';
import { toPlainText } from '../../record/markup.ts';
import type { CslName } from '../../record/record.ts';
import { readBracketedRole, type Role } from '../roles.ts';

export interface KoboPerson {
  readonly name: CslName;
  /** In katakana; null where the shop gives none. */
  readonly reading: CslName | null;
  readonly role: Role;
  /** The role in the shop's word. */
  readonly word: string | undefined;
}

/** Behind several names one role may close them all: `増井雄一郎 小川伸一郎(著)`. Shorter words are parts of a name. */
function splitJoint(names: string): readonly string[] {
  const words = names.split(/\s+/u);
  const areNames = words.length > 2 || words.every((word) => word.length > 3);
  return words.length > 1 && hasJapanese(names) && areNames ? words : [names];
}

function toName(name: string, closedByRole: boolean): CslName | undefined {
  return closedByRole ? { literal: name } : readJapaneseName(name, 'comma-only');
}

function toReading(text: string): CslName {
  const [family, given, ...rest] = text.trim().split(/\s+/u);
  return family === undefined || given === undefined || rest.length > 0
    ? { literal: text.trim() }
    : { family, given };
}

/** The shop writes all readings with commas and repeats that for each person, or one for each person. */
function readReadings(kana: string, count: number): readonly CslName[] | undefined {
  const parts = kana.split('/').filter((part) => part.trim() !== '');
  const inFirst = parts[0]?.split(/[,，]/u).filter((part) => part.trim() !== '') ?? [];
  const readings = [inFirst, parts].find((list) => list.length === count);
  return readings?.map(toReading);
}

/** Returns the people in their order, each once. Readings are given only where there is one for everybody. */
export function readPeople(author: string, authorKana: string): readonly KoboPerson[] {
  const people = toPlainText(author)
    .split(/[/／]/u)
    .flatMap((part) => {
      const { name, role, word } = readBracketedRole(part.trim());
      const names = role === undefined ? [name] : splitJoint(name);
      return names.flatMap((each) => {
        const csl = toName(each, role !== undefined);
        return csl === undefined
          ? []
          : [{ key: each.replaceAll(/\s/gu, ''), name: csl, role: role ?? 'author', word }];
      });
    });
  const distinct = [...new Map(people.map((person) => [`${person.key} ${person.role}`, person])).values()];
  const readings = readReadings(authorKana, distinct.length);
  return distinct.map(({ name, role, word }, index) => ({
    name,
    role,
    word,
    reading: readings?.[index] ?? null,
  }));
}
