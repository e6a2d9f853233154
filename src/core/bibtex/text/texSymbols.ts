/**
 * TeX commands of characters, without the backslash. All of them work in plain LaTeX without packages.
 */
import { readPairs } from '../../record/mathSymbols.ts';

/** Characters that TeX reads as commands, or prints as others in its old fonts. `"` is a shorthand in German. */
export const reserved: ReadonlyMap<string, string> = new Map([
  ['\\', '{\\textbackslash}'],
  ['{', '{\\textbraceleft}'],
  ['}', '{\\textbraceright}'],
  ['$', '\\$'],
  ['&', '\\&'],
  ['%', '\\%'],
  ['#', '\\#'],
  ['_', '\\_'],
  ['^', '{\\textasciicircum}'],
  ['~', '{\\textasciitilde}'],
  ['<', '{\\textless}'],
  ['>', '{\\textgreater}'],
  ['|', '{\\textbar}'],
  ['"', '{"}'],
]);

/** Spacing and hyphens that TeX has marks of its own for, look-alikes of ASCII characters, and the sign for a lost one. */
export const marks: ReadonlyMap<string, string> = new Map([
  ['\u00a0', '~'],
  ['\u2006', '\\,'],
  ['\u2009', '\\,'],
  ['\u200a', '\\,'],
  ['\u202f', '\\,'],
  ['\u2010', '-'],
  ['\u2011', '-'],
  ['\u2012', '--'],
  ['\u2015', '---'],
  ['\u2043', '-'],
  ['\u204e', '*'],
  ['\u02bc', "'"],
  ['\u02bb', '`'],
  ['\u02be', "'"],
  ['\u02bf', '`'],
  ['\u2215', '/'],
  ['\u2236', ':'],
  ['\u2254', ':='],
  ['\ufffd', '?'],
  ['\ufdd1', '``'],
  ['\ufdd2', "''"],
  ['\ufdd3', '--'],
  ['\ufdd4', '---'],
  // biber makes of `\langle` a sign that fonts of mathematics lack.
  ['⟨', '{\\textlangle}'],
  ['⟩', '{\\textrangle}'],
  ['\u2212', '{$-$}'],
  ['\u2032', "{$'$}"],
  ['\u02b9', "{$'$}"],
  ['\u2033', "{$''$}"],
  ['\u02ba', "{$''$}"],
  ['\u2034', "{$'''$}"],
]);

/** Greek letters of which TeX has no own forms, and what prints the same. Greek prose keeps them. */
export const lookAlikes = readPairs('ο o Α A Β B Ε E Ζ Z Η H Ι I Κ K Μ M Ν N Ο O Ρ P Τ T Χ X');

/** Letters that are no letter of ASCII with accents. */
export const letters = readPairs(String.raw`
  Æ AE æ ae Ð DH ð dh Đ DJ đ dj Ø O ø o Þ TH þ th ß ss ẞ SS ı i ȷ j Ĳ IJ ĳ ij Ł L ł l Ŋ NG ŋ ng Œ OE œ oe
`);

/** Signs that LaTeX's default input encoding declares, so that only ASCII output needs their commands. */
const signCommands = readPairs(String.raw`
  ¡ textexclamdown ¢ textcent £ textsterling ¤ textcurrency ¥ textyen ¦ textbrokenbar § textsection
  ¨ textasciidieresis © textcopyright ª textordfeminine « guillemotleft ¬ textlnot ® textregistered
  ¯ textasciimacron ° textdegree ± textpm ² texttwosuperior ³ textthreesuperior ´ textasciiacute µ textmu
  ¶ textparagraph · textperiodcentered ¹ textonesuperior º textordmasculine » guillemotright ¼ textonequarter
  ½ textonehalf ¾ textthreequarters ¿ textquestiondown × texttimes ÷ textdiv ƒ textflorin
  ‖ textbardbl ‘ textquoteleft ’ textquoteright ‚ quotesinglbase
  “ textquotedblleft ” textquotedblright „ quotedblbase † textdagger ‡ textdaggerdbl • textbullet … textellipsis
  ‰ textperthousand ‱ textpertenthousand ‹ guilsinglleft › guilsinglright ※ textreferencemark ‽ textinterrobang
  ⁄ textfractionsolidus € texteuro ₡ textcolonmonetary ₤ textlira ₦ textnaira ₩ textwon
  ₫ textdong ₱ textpeso ฿ textbaht ℃ textcelsius № textnumero ℗ textcircledP ℞ textrecipe ℠ textservicemark
  ™ texttrademark ℧ textmho ℮ textestimated ← textleftarrow ↑ textuparrow → textrightarrow ↓ textdownarrow
  ◦ textopenbullet ♪ textmusicalnote
`);

export const signs: ReadonlyMap<string, string> = new Map([
  ['–', '--'],
  ['—', '---'],
  ...Array.from(signCommands, ([sign, command]): [string, string] => [sign, `{\\${command}}`]),
]);

/** Accent commands of combining characters. */
export const accents: ReadonlyMap<string, string> = new Map([
  ['\u0300', '`'],
  ['\u0301', "'"],
  ['\u0302', '^'],
  ['\u0303', '~'],
  ['\u0305', '='],
  ['\u0304', '='],
  ['\u0306', 'u'],
  ['\u0307', '.'],
  ['\u0308', '"'],
  ['\u030a', 'r'],
  ['\u030b', 'H'],
  ['\u030c', 'v'],
  ['\u0323', 'd'],
  ['\u0326', 'textcommabelow'],
  ['\u0327', 'c'],
  ['\u0328', 'k'],
  ['\u0331', 'b'],
]);

/** Accent commands of combining characters within formulas. */
export const mathAccents = readPairs(
  '\u0300 grave \u0301 acute \u0302 hat \u0303 tilde \u0305 bar \u0304 bar \u0306 breve \u0307 dot \u0308 ddot \u030c check \u20d7 vec',
);
