/** Terms and dates of references in Japanese, as a CSL locale. English holds for most of what is not here, but not for quotes and ordinals. */

const terms: Readonly<Record<string, string>> = {
  accessed: '参照', retrieved: '取得', at: ' ', from: ' ', in: ' ', 'available at': '入手先', and: '，', 'and others': 'ほか', 'et-al': 'ほか',
  anonymous: '著者不明', by: ' ', edition: '版', forthcoming: '近刊', 'in press': '印刷中', 'no date': '刊行年不明',
  'presented at': '発表', ordinal: '', 'open-quote': '「', 'close-quote': '」', 'open-inner-quote': '『',
  'close-inner-quote': '』', 'page-range-delimiter': '–', version: 'バージョン', internet: 'インターネット', online: 'オンライン',
}; // prettier-ignore

/** Terms that English has in two numbers. */
const counted: Readonly<Record<string, string>> = {
  editor: '編', translator: '訳', volume: '巻', issue: '号', page: 'ページ', chapter: '章', section: '節',
}; // prettier-ignore

const shortPages = '<term name="page" form="short"><single>p.</single><multiple>pp.</multiple></term>';

const numbers = Array.from({ length: 12 }, (_, place) => place + 1);

const months = numbers
  .map((number) => [`month-${String(number).padStart(2, '0')}`, `${number}月`] as const)
  .flatMap(([name, text]) => [`<term name="${name}">${text}</term>`, `<term name="${name}" form="short">${text}</term>`]); // prettier-ignore

const dateParts =
  '<date-part name="year" suffix="年"/><date-part name="month" form="numeric" suffix="月"/><date-part name="day" suffix="日"/>';

/** The locale, for citeproc. */
export const japanese = `<?xml version="1.0" encoding="utf-8"?>
<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="ja-JP">
<style-options punctuation-in-quote="false"/>
<date form="text">${dateParts}</date>
<date form="numeric"><date-part name="year"/><date-part name="month" form="numeric-leading-zeros" prefix="-"/><date-part name="day" form="numeric-leading-zeros" prefix="-"/></date>
<terms>
${Object.entries(terms)
  .map(([name, text]) => `<term name="${name}">${text}</term>`)
  .join('\n')}
${Object.entries(counted)
  .map(([name, text]) => `<term name="${name}"><single>${text}</single><multiple>${text}</multiple></term>`)
  .join('\n')}
${shortPages}
${months.join('\n')}
</terms>
</locale>`;
