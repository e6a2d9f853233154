/** Folds a title to its letters and digits: case, accents, width, markup and punctuation do not tell works apart. */
export function foldTitle(title: string): string {
  return title
    .replaceAll(/<\/?(?:i|b|sub|sup)>/g, '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
