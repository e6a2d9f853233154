/** YAML front matter: its fields are the document's own, its remarks are hidden. */
import { hiding, walkMarks, type FindHidden } from './hide.ts';

const frontMatter = /^\uFEFF?---[ \t]*\r?\n(?![ \t]*\r?\n)[^]*?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** Offset behind the front matter; 0 where there is none. */
export function endOfFrontMatter(text: string): number {
  return frontMatter.exec(text)?.[0].length ?? 0;
}

/** Finds the remarks behind # in front matter. */
export const findFrontMatterRemarks: FindHidden = (text) =>
  walkMarks(
    text.slice(0, endOfFrontMatter(text)),
    /(?<=^|[ \t])#(?:[ \t][^\n]*|(?=\n))/,
    ({ index, 0: mark }) => hiding(index, index + mark.length),
  );
