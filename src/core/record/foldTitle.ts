/** Letters as they are written for want of a sign: a Greek letter is set as the Latin one of its look, `∆` as a Greek one. */
const lookAlikes: ReadonlyMap<string, string> = new Map(
  Array.from('αβεζηικμνορτχ∆', (letter, place) => [letter, 'abezhikmnoptxδ'.charAt(place)]),
);
const alike = /[αβεζηικμνορτχ∆]/g;

/** Folds a title to its letters and digits: case, accents, width, markup and punctuation do not tell works apart. */
export function foldTitle(title: string): string {
  return title
    .replaceAll(/<\/?(?:i|b|sub|sup)>/g, '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(alike, (letter) => lookAlikes.get(letter) ?? letter)
    .replaceAll(/[^\p{L}\p{N}]|[\u02b0-\u02ff]/gu, '');
}
