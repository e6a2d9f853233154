/** Kana in ASCII letters, by the Hepburn system without marks of length: Sato, Onishi, Shinichi, Inoue. */

const syllables: ReadonlyMap<string, string> = new Map(
  (
    'あa いi うu えe おo かka きki くku けke こko がga ぎgi ぐgu げge ごgo さsa しshi すsu せse そso ざza じji ずzu ぜze ぞzo ' +
    'たta ちchi つtsu てte とto だda ぢji づzu でde どdo なna にni ぬnu ねne のno はha ひhi ふfu へhe ほho ばba びbi ぶbu べbe ぼbo ' +
    'ぱpa ぴpi ぷpu ぺpe ぽpo まma みmi むmu めme もmo やya ゆyu よyo らra りri るru れre ろro わwa ゐi ゑe をo んn ゔvu'
  )
    .split(' ')
    .map((pair): [string, string] => [pair.charAt(0), pair.slice(1)]),
);
const smallVowels: ReadonlyMap<string, string> = new Map([
  ['ぁ', 'a'], ['ぃ', 'i'], ['ぅ', 'u'], ['ぇ', 'e'], ['ぉ', 'o'], ['ゃ', 'ya'], ['ゅ', 'yu'], ['ょ', 'yo'], ['ゎ', 'wa'],
]); // prettier-ignore

/**
 * Long vowels are written once. In names, のう before another sign is the particle の before a word (Inoue, Inouchi),
 * as is う before a last え; うう is long behind ゆ and ゅ alone (Yuki, but Matsuura).
 */
const longVowels: readonly (readonly [long: RegExp, short: string])[] = [
  [/ー/g, ''],
  [/([おこごそぞとどのほぼぽもよょろ])お/g, '$1'],
  [/([おこごそぞとどほぼぽもよょろ])う(?!え$)/g, '$1'],
  [/のう$/g, 'の'],
  [/([ゆゅ])う/g, '$1'],
];

/** A small vowel takes the place of the one before: ふ and ぁ are "fa", し and ゅ "shu", き and ょ "kyo". */
function contract(roman: string, small: string): string {
  const stem = roman === 'u' ? 'w' : roman.slice(0, -1);
  return /(?:sh|ch|j)$/.test(stem) ? stem + small.slice(-1) : stem + small;
}

/** Returns kana as romaji, first letter capital; undefined where anything else stands in the text. */
export function toHepburn(text: string): string | undefined {
  const hiragana = text
    .normalize('NFKC')
    .replace(/[\s・]/g, '')
    .replace(/[\u30a1-\u30f6]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60));
  const kana = longVowels.reduce((long, [pattern, short]) => long.replace(pattern, short), hiragana);
  if (kana === '') return undefined;
  const romaji: string[] = [];
  for (const sign of kana) {
    const [roman, small] = [syllables.get(sign), smallVowels.get(sign)];
    if (small !== undefined) romaji.push(contract(romaji.pop() ?? 'u', small));
    else if (roman !== undefined || sign === 'っ') romaji.push(roman ?? 'っ');
    else return undefined;
  }
  const joined = romaji
    .join('')
    .replace(/っ+(?:(c)|([a-z]))?/g, (_, c?: string, next = '') => (c ? 'tc' : `${next}${next}`));
  return joined.charAt(0).toUpperCase() + joined.slice(1);
}
