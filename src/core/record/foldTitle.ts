/** Letters as they are written for want of a sign: a Greek letter is set as the Latin one of its look, `∆` as a Greek one. */
const lookAlikes: ReadonlyMap<string, string> = new Map(
  Array.from('αβεζηικμνορτχ∆', (letter, place) => [letter, 'abezhikmnoptxδ'.charAt(place)]),
);

/** Letters that no accent is taken off, as ASCII writes them. */
const spelledOut: ReadonlyMap<string, string> = new Map(
  'ß=ss æ=ae œ=oe ø=o ł=l đ=d ð=d þ=th ı=i'.split(' ').map((pair) => [pair.charAt(0), pair.slice(2)]),
);

const replaced = new Map([...lookAlikes, ...spelledOut]);
const replaceable = new RegExp(`[${[...replaced.keys()].join('')}]`, 'g');

/** Folds a title to its letters and digits: case, accents, width, markup and punctuation do not tell works apart. */
export function foldTitle(title: string): string {
  return title
    .replaceAll(/<\/?(?:i|b|sub|sup)>/g, '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(replaceable, (letter) => replaced.get(letter) ?? letter)
    .replaceAll(/[^\p{L}\p{N}]|[\u02b0-\u02ff]/gu, '');
}
