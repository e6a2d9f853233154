/** Letters that are no ASCII letter with an accent, Cyrillic and Greek. Accented letters fold without a table. */
const letters: ReadonlyMap<string, string> = new Map(
  (
    'ßss æae œoe øo łl đd ðd þth ıi ȷj ħh ŋn ŧt əe ĸk ƒf ' +
    'аa бb вv гg ґg дd ђdj еe єye жzh зz иi йy іi јj кk лl љlj мm нn њnj оo пp рr сs тt ћc уu фf хkh цts чch џdz шsh ' +
    'щshch ъ ыy ь эe юyu яya αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo'
  )
    .split(' ')
    .map((pair): [string, string] => [pair.charAt(0), pair.slice(1)]),
);

/** A letter's sound, else what its parts sound like: `é` is an `e` with something on it. */
function fold(character: string): string {
  const lower = character.toLowerCase();
  const ascii = letters.get(lower);
  if (ascii !== undefined) {
    return lower === character ? ascii : ascii.charAt(0).toUpperCase() + ascii.slice(1);
  }
  const parts = Array.from(character.normalize('NFKD'));
  return parts.length === 1 ? (parts[0] ?? '') : parts.map(fold).join('');
}

/** Returns text in ASCII letters and digits: Latin, Greek and Cyrillic letters by sound, everything else left out. */
export function toAscii(text: string): string {
  return text
    .normalize('NFC')
    .replace(/(ο)[υύ]/giu, '$1u')
    .replace(/[^\0-\x7f]/gu, fold)
    .replace(/[^A-Za-z0-9]/g, '');
}
