/** The four tags that a title may hold. */
export type TitleTag = 'i' | 'b' | 'sub' | 'sup';

/** Text, or a tag around parts. */
export type TitlePart = string | { readonly tag: TitleTag; readonly parts: readonly TitlePart[] };

const tagPattern = /(<\/?(?:i|b|sub|sup)>)/;
/** Deeper nesting is no typography. */
const maxDepth = 8;

interface Open {
  readonly tag: TitleTag;
  readonly parts: TitlePart[];
}

function toTag(name: string): TitleTag | undefined {
  return name === 'i' || name === 'b' || name === 'sub' || name === 'sup' ? name : undefined;
}

/** Returns a title as parts to be shown; what is no balanced `<i> <b> <sub> <sup>` is text. */
export function titleParts(title: string): readonly TitlePart[] {
  const root: TitlePart[] = [];
  const open: Open[] = [];
  for (const piece of title.split(tagPattern)) {
    const parts = open.at(-1)?.parts ?? root;
    const opened = toTag(piece.slice(1, -1));
    const closed = toTag(piece.slice(2, -1));
    if (piece.startsWith('</') && closed !== undefined) {
      if (open.at(-1)?.tag === closed) open.pop();
    } else if (piece.startsWith('<') && opened !== undefined) {
      if (open.length >= maxDepth) continue;
      const element: Open = { tag: opened, parts: [] };
      parts.push(element);
      open.push(element);
    } else if (piece !== '') {
      parts.push(piece);
    }
  }
  return root;
}
