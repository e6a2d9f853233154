/** Says what each person of a book's list did: CiNii lists authors, editors and translators together. */
import { hasJapanese } from '../../record/japaneseName.ts';
import { readRoleNote, readStatement, type Part } from '../roles.ts';

/** The same name whichever way round, with or without comma: a heading `玉川, 竜司` is the statement's `玉川竜司`. */
function toKey(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s*\([^()]*\)$/, '');
  if (hasJapanese(plain)) return plain.replaceAll(/[\s,]/g, '');
  return plain.split(/[\s,.]+/).toSorted().join(' ').trim(); // prettier-ignore
}

/**
 * Returns the part that each of `headings` took, in their order, as the statement of responsibility and the notes
 * tell. Foreign people, in Latin letters in the headings and in katakana in the statement, are matched by their
 * order. Whoever cannot be matched is taken for an author.
 */
export function assignRoles(
  headings: readonly string[],
  statement: string | undefined,
  notes: readonly string[],
): { readonly parts: readonly Part[]; readonly incomplete: boolean } {
  const { people, incomplete } = readStatement(statement ?? '');
  if (headings.length === 0) return { parts: people, incomplete };
  const stated = [...people, ...notes.flatMap(readRoleNote)];
  const byKey = new Map(stated.map((part) => [toKey(part.name), part]));
  const matched = headings.map((heading) => byKey.get(toKey(heading)));
  const used = new Set(matched);
  const foreign = headings.filter((heading, index) => matched[index] === undefined && !hasJapanese(heading));
  const transcribed = stated.filter((part) => /\p{Script=Katakana}/u.test(part.name) && !used.has(part));
  const inOrder = foreign.length === transcribed.length ? transcribed : [];
  const onlyRole = new Set(transcribed.map(({ role }) => role)).size === 1 ? transcribed[0] : undefined;
  const parts = headings.map((heading, index): Part => {
    const foreignAt = matched[index] === undefined ? foreign.indexOf(heading) : -1;
    const part = matched[index] ?? (foreignAt === -1 ? undefined : (inOrder[foreignAt] ?? onlyRole));
    return { role: 'author', ...part, name: heading };
  });
  return { parts, incomplete: incomplete && headings.length <= people.length };
}
