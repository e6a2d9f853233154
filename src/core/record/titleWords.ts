import { toAscii } from './toAscii.ts';

/** Articles, prepositions and conjunctions of the languages most titles are written in, without accents. */
const stopWords = new Set(
  (
    'a about after against all along among an and are as at be been before between beyond but by can do does for from had has ' +
    'have how if in into is it its nor not of off on or our out over some than that the their them then there these they ' +
    'this those through to toward towards under until up upon using via was we were what when where which while who whom ' +
    'whose why will with within without you your retracted ' +
    'als am auf aus bei beim das dem den der des die durch ein eine einem einen einer eines fur gegen im mit nach oder ohne ' +
    'seit sich sowie uber um und unter vom von vor wie zu zum zur zwischen ' +
    'au aux avec ce ces cette chez comme dans de du elle en entre est et la le les leur leurs mais ou par pas pour que qui ' +
    'sans se ses son sous sur un une vers ' +
    'al ante con contra desde e el ella entre era hacia hasta las lo los mas o para pero por segun ser sin sobre su sus tras ' +
    'una unas uno unos y ' +
    'agli ai alla alle allo che coi col come da dagli dai dal dalla dalle degli dei del della delle dello di fra gli i il ' +
    'nei nel nella nelle per piu sugli sui sul sulla tra ' +
    'ao aos as com da das do dos em na nas no nos ou os pela pelo um uma ' +
    'bij de een het in naar of om onder op over te tot uit van voor zijn ' +
    'att av den det for fra i med og och om pa som til till'
  ).split(' '),
);

const tag = /<\/?(?:i|b|sub|sup)>/g;
/** French and Italian articles that lean on the next word. */
const elision = /^(?:[cdjlmnst]|qu|all|dall|dell|nell|sull|un)['’](?=\p{L})/iu;
/** Scripts that are transliterated, with what joins two halves of a word. */
const word = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{M}'’‐‑-]+/gu;

/** Returns the words of a title that say something, in ASCII; all of its words where none does. */
export function significantWords(title: string): readonly string[] {
  const words = [...title.replace(tag, '').matchAll(word)]
    .map(([text]) => toAscii(text.replace(/^['’-]+/, '').replace(elision, '')))
    .filter((text) => text !== '');
  const telling = words.filter((text) => !stopWords.has(text.toLowerCase()));
  return telling.length === 0 ? words : telling;
}
