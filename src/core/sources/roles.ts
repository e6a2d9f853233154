/** Who did what for a book, as Japanese catalogues and shops write it: `A, B著 ; C訳`, `A（著）`, `監訳: D`. */
import { hasJapanese } from '../record/japaneseName.ts';

/** What CSL has a list for; everyone else is told in a note. */
export type Role = 'author' | 'editor' | 'translator' | 'other';

const roles: ReadonlyMap<string, Role> = new Map([
  ...'著 共著 編著 作 文 原作 原著 執筆 著作'.split(' ').map((word) => [word, 'author'] as const),
  ...'編 共編 編集 編纂 編輯 監修 責任編集'.split(' ').map((word) => [word, 'editor'] as const),
  ...'訳 共訳 翻訳 译 譯'.split(' ').map((word) => [word, 'translator'] as const),
  ...'監訳 絵 画 イラスト 挿絵 写真 解説 校注 作画 漫画 装画 朗読'.split(' ').map((word) => [word, 'other'] as const),
]); // prettier-ignore

/** Words that stand unbracketed behind a name; real names end in 作, 文 or 画, so those need their brackets. */
const suffixes = [...roles.keys()]
  .filter((word) => word.length > 1 || '著編訳'.includes(word))
  .toSorted((a, b) => b.length - a.length);

const bracketed = /^(.*?)\s*[([（［〔【]([^()[\]（）［］〔〕【】]{1,12})[)\]）］〕】]$/u;
const andOthers = /\s*(?:[[［(（]\s*(?:ほか|他)\s*[\]］)）]|(?:ほか|…)$)/u;

/** A name with what its bearer did. */
export interface Part {
  readonly name: string;
  readonly role?: Role;
  /** The role in the source's word. */
  readonly word?: string;
}

function withRole(name: string, word: string): Part | undefined {
  const role = roles.get(word);
  return role === undefined ? undefined : { name, role, word };
}

/** Takes a role in brackets off a name, `増井雄一郎(著)`; `著・イラスト` counts as its first word. */
export function readBracketedRole(text: string): Part {
  const [, name = '', words = ''] = bracketed.exec(text) ?? [];
  const known = words.split(/[・･,、/&＆]/u).map((word) => word.trim());
  const part = known.every((word) => roles.has(word)) ? withRole(name, known[0] ?? '') : undefined;
  return part ?? { name: text };
}

/** Takes a role off a name in a statement of responsibility, where it may stand without brackets. */
function readStatedRole(text: string): Part {
  const part = readBracketedRole(text);
  const suffix = suffixes.find((word) => text.endsWith(word) && text.length > word.length);
  if (part.role !== undefined || suffix === undefined) return part;
  return withRole(text.slice(0, -suffix.length).trim(), suffix) ?? part;
}

const latinRole =
  /^(?:(edited|compiled|eds?\.)|(translated)(?: from [^,;]*?)?|(sponsored|illustrated)|prepared|written)?(?: and \w+)? ?by (?:the )?/i;

/** A statement in Latin letters: `edited by A and B`. */
function readLatinPart(text: string): readonly Part[] {
  const [said = '', editor, translator, other] = latinRole.exec(text) ?? [];
  const role =
    editor !== undefined
      ? 'editor'
      : translator !== undefined
        ? 'translator'
        : other !== undefined
          ? 'other'
          : 'author';
  const names = text.slice(said.length).split(/\s*,(?!\s*(?:Inc|Ltd|Jr)\b)\s*(?:and\s+)?|\s+(?:and|&)\s+/);
  return names.map((name) => ({ name: name.replace(/^\[|\]$/g, ''), role, word: said.trim() }));
}

/** People who stand before the one whose role is said share that role. */
function readJapanesePart(text: string): readonly Part[] {
  let last: Part = { name: '' };
  const parts = text.split(/\s*[,，、]\s*/u).map(readStatedRole);
  return parts
    .toReversed()
    .map((part) => {
      last = part.role === undefined ? { ...last, name: part.name } : part;
      return last;
    })
    .toReversed();
}

/** What a statement of responsibility says: the people in its order, and whether it leaves some out. */
export interface Statement {
  readonly people: readonly Part[];
  readonly incomplete: boolean;
}

/** Reads `トビー・セガラン, コリン・エバンス著 ; 玉川竜司訳`; a parallel statement after ` = ` says the same again. */
export function readStatement(statement: string): Statement {
  const [main = ''] = statement.replaceAll(/\s+/gu, ' ').split(' = ');
  const groups = main.split(/\s*[;；]\s*/u).map((group) => {
    // Cut lists: `藤健一 [ほか] 責任編集`, `マロット[ほか]著`.
    const whole = group.replace(andOthers, '');
    return hasJapanese(whole) ? readJapanesePart(whole) : readLatinPart(whole);
  });
  return { people: groups.flat().filter(({ name }) => name !== ''), incomplete: andOthers.test(main) };
}

/** Reads a note that names people, `監訳: A, B` or `その他の訳者: C`; nobody where it says something else. */
export function readRoleNote(note: string): readonly Part[] {
  const match = /^(?:その他の)?([^\s:：]{1,6}?)者? ?[:：] ?(\S.*)$/u.exec(note.replaceAll(/\s+/gu, ' '));
  const names = match?.[2]?.replace(andOthers, '').split(/\s*[,，、]\s*/u) ?? [];
  return names.map((name) => withRole(name, match?.[1] ?? '')).filter((part) => part !== undefined);
}
