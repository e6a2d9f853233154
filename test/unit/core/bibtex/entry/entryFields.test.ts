import { strict as assert } from 'node:assert';
import { entryFields } from '../../../../../src/core/bibtex/entry/entryFields.ts';
import { textVariables } from '../../../../../src/core/bibtex/entry/fieldMap.ts';
import { fieldsOf as fieldsOfType } from '../../../../../src/core/bibtex/entry/fieldsOf.ts';
import type { FieldOptions } from '../../../../../src/core/bibtex/entry/fieldText.ts';
import { cslTypes, type CslItem } from '../../../../../src/core/record/record.ts';
import { fieldOptions as options } from '../../../../support/fieldOptions.ts';

type Fields = Readonly<Record<string, string>>;

function fieldsOf(csl: Partial<CslItem>, change: Partial<FieldOptions> = {}): Fields {
  const { fields } = entryFields(
    { id: 'x', type: 'article-journal', title: 'Title', ...csl },
    { ...options, ...change },
  );
  return Object.fromEntries(fields);
}

const bibtex = (csl: Partial<CslItem>): Fields => fieldsOf(csl);
const biblatex = (csl: Partial<CslItem>): Fields => fieldsOf(csl, { dialect: 'biblatex' });

const author = [{ family: 'Turing', given: 'Alan' }];
const editor = [{ family: 'Lovelace', given: 'Ada' }];

describe('entryFields', () => {
  it('writes an article in a fixed order', () => {
    const csl: Partial<CslItem> = {
      author,
      issued: { 'date-parts': [[2020, 3, 5]] },
      'container-title': 'Journal of <i>E. coli</i> & Co',
      volume: '7',
      issue: 'S1',
      page: '12-34',
      DOI: '10.1000/x',
      ISSN: '1234-5678',
      language: 'en',
    };
    assert.deepEqual(Object.entries(bibtex(csl)), [
      ['author', '{Turing, Alan}'],
      ['title', '{Title}'],
      ['journal', String.raw`{Journal of \textit{E. coli} \& Co}`],
      ['year', '{2020}'],
      ['month', 'mar'],
      ['volume', '{7}'],
      ['number', '{S1}'],
      ['pages', '{12--34}'],
      ['issn', '{1234-5678}'],
      ['doi', '{10.1000/x}'],
    ]);
    assert.deepEqual(Object.entries(biblatex(csl)), [
      ['author', '{Turing, Alan}'],
      ['title', '{Title}'],
      ['journaltitle', String.raw`{Journal of \textit{E. coli} \& Co}`],
      ['date', '{2020-03-05}'],
      ['volume', '{7}'],
      ['number', '{S1}'],
      ['pages', '{12--34}'],
      ['issn', '{1234-5678}'],
      ['doi', '{10.1000/x}'],
      ['langid', '{english}'],
    ]);
  });

  it('keeps article numbers: pages in BibTeX, eid in BibLaTeX', () => {
    assert.equal(bibtex({ number: 'e101' })['pages'], '{e101}');
    assert.equal(biblatex({ number: 'e101' })['eid'], '{e101}');
    assert.equal(biblatex({ number: 'e101', page: 'e101' })['pages'], undefined);
    assert.deepEqual(
      [bibtex({ number: 'e101', page: '1-9' })].map(({ pages, eid }) => [pages, eid]),
      [['{1--9}', '{e101}']],
    );
    assert.deepEqual(
      [biblatex({ number: 'e101', page: '1-9' })].map(({ pages, eid }) => [pages, eid]),
      [['{1--9}', '{e101}']],
    );
  });

  it('protects capitals of titles alone, by setting', () => {
    const csl = { title: 'DNA of E. coli', 'container-title': 'NASA News' };
    assert.equal(fieldsOf(csl)['title'], '{{DNA} of {E}. coli}');
    assert.equal(fieldsOf(csl, { protectCase: 'none' })['title'], '{DNA of E. coli}');
    assert.equal(fieldsOf(csl, { protectCase: 'all' })['title'], '{{DNA of E. coli}}');
    assert.equal(fieldsOf(csl)['journal'], '{NASA News}');
    assert.equal(
      bibtex({ type: 'chapter', 'container-title': 'The Book of NASA' })['booktitle'],
      '{The Book of {NASA}}',
    );
  });

  it('writes the markup of titles as commands or leaves it out, by setting', () => {
    const csl = {
      title: '<i>E. coli</i> in CO<sub>2</sub>',
      'container-title': 'The <i>E. coli</i> Letters',
    };
    assert.equal(fieldsOf(csl)['title'], String.raw`{\textit{{E}. coli} in {CO}\textsubscript{2}}`);
    const plain = fieldsOf(csl, { titleMarkup: 'plain' });
    assert.equal(plain['title'], '{{E}. coli in {CO2}}');
    assert.equal(plain['journal'], '{The E. coli Letters}');
    assert.equal(fieldsOf(csl, { titleMarkup: 'plain', protectCase: 'all' })['title'], '{{E. coli in CO2}}');
  });

  it('protects symbols beside their scripts, and capitals with accents', () => {
    const title = 'Role of Fe<sub>3</sub>O<sub>4</sub>, La<sub>2</sub>Sr and <sup>100</sup>Sn in B̄ Mesons by <i>Ab</i> initio';
    assert.equal(
      bibtex({ title })['title'],
      String.raw`{Role of {Fe}\textsubscript{3}{O}\textsubscript{4}, {La}\textsubscript{2}{Sr} and \textsuperscript{100}{Sn} in {{\=B}} Mesons by \textit{Ab} initio}`,
    );
  }); // prettier-ignore

  it('closes markup that is not closed and nests markup that overlaps', () => {
    assert.equal(
      bibtex({ title: 'a <i>b <b>c</i> d' })['title'],
      String.raw`{a \textit{b \textbf{c}}\textbf{ d}}`,
    );
    assert.equal(bibtex({ title: 'a</i> <i>b<i>c' })['title'], String.raw`{a \textit{bc}}`);
    assert.equal(
      bibtex({ title: 'a <x>b</x> <scp>c</scp>' })['title']?.includes(String.raw`{\textless}x{\textgreater}`),
      true,
    );
  });

  it('shows TeX and entities of a title as they are', () => {
    assert.equal(bibtex({ title: '$x_1$ &amp; more' })['title'], String.raw`{\$x\_1\$ \&amp; more}`);
  });

  it('leaves out fields by their BibTeX or CSL name', () => {
    const csl = { abstract: 'A', keyword: 'k', ISSN: '1234-5678' };
    assert.deepEqual(Object.keys(fieldsOf(csl)), ['key', 'title', 'issn', 'keywords', 'abstract']);
    assert.deepEqual(Object.keys(fieldsOf(csl, { excludeFields: ['abstract', 'keyword', 'ISSN', 'key'] })), [
      'title',
    ]);
  });

  it('gives a url only where there is no DOI, once, with the day it was read', () => {
    const csl = {
      type: 'webpage',
      URL: 'https://example.org/a',
      accessed: { 'date-parts': [[2021, 2, 3]] },
    } as const;
    for (const fields of [bibtex(csl), biblatex(csl)]) {
      assert.equal(fields['url'], '{https://example.org/a}');
      assert.equal(fields['urldate'], '{2021-02-03}');
      assert.equal(fields['howpublished'] ?? fields['note'], undefined);
    }
    assert.deepEqual(
      Object.keys(bibtex({ ...csl, DOI: '10.1/x' })).filter((name) => name.startsWith('url')),
      [],
    );
  });

  it('writes DOIs and addresses verbatim, but for what would break the entry', () => {
    const doi = '10.1002/1096-9861(20010212)430:3<283::aid-cne1031>3.0.co;2-v';
    assert.equal(bibtex({ DOI: doi })['doi'], `{${doi}}`);
    assert.equal(bibtex({ DOI: '10.1000/a_b%c#d' })['doi'], '{10.1000/a_b%c#d}');
    assert.equal(bibtex({ DOI: '10.1000/a}b{c\\d"e f\ng' })['doi'], '{10.1000/a%7Db%7Bc%5Cd%22e%20fg}');
    assert.equal(
      bibtex({ URL: 'https://example.org/ü?q={x}' })['url'],
      '{https://example.org/%C3%BC?q=%7Bx%7D}',
    );
  });

  it('tells preprints by their id', () => {
    const csl = {
      type: 'article',
      publisher: 'arXiv',
      DOI: '10.48550/arxiv.2101.00001',
      custom: { eprintClass: 'cs.LG' },
    } as const;
    const { eprint, archiveprefix, primaryclass, howpublished } = bibtex(csl);
    assert.deepEqual(
      [eprint, archiveprefix, primaryclass, howpublished],
      ['{2101.00001}', '{arXiv}', '{cs.LG}', '{arXiv}'],
    );
    const online = biblatex(csl);
    assert.deepEqual(
      [online['eprint'], online['eprinttype'], online['eprintclass']],
      ['{2101.00001}', '{arXiv}', '{cs.LG}'],
    );
    assert.equal(online['organization'] ?? online['publisher'] ?? online['howpublished'], undefined);
  });

  it('derives ids of servers whose DOIs tell them, and of no others', () => {
    const eprintOf = (csl: Partial<CslItem>): string => {
      const { eprint, eprinttype, organization } = biblatex({ type: 'article', ...csl });
      return `${eprinttype ?? ''}${eprint ?? ''}${organization ?? ''}`;
    };
    assert.equal(eprintOf({ DOI: '10.2139/ssrn.1234567' }), '{SSRN}{1234567}');
    assert.equal(
      eprintOf({ DOI: '10.1101/2020.01.02.123456', custom: { eprintType: 'bioRxiv' } }),
      '{bioRxiv}{2020.01.02.123456}',
    );
    assert.equal(eprintOf({ DOI: '10.1101/2020.01.02.123456' }), '');
    assert.equal(eprintOf({ DOI: '10.1000/x', custom: { eprintType: 'Some Server' } }), '{Some Server}');
  });

  it('says of which kind a thesis or report is', () => {
    const thesis = (genre?: string): Partial<CslItem> => ({
      type: 'thesis',
      publisher: 'ETH',
      ...(genre === undefined ? {} : { genre }),
    });
    assert.deepEqual([bibtex(thesis())['type'], bibtex(thesis())['school']], [undefined, '{ETH}']);
    assert.deepEqual(
      [biblatex(thesis())['type'], biblatex(thesis())['institution']],
      ['{phdthesis}', '{ETH}'],
    );
    assert.equal(biblatex(thesis("Master's thesis"))['type'], '{mathesis}');
    assert.equal(bibtex(thesis("Bachelor's thesis"))['type'], "{Bachelor's thesis}");
    assert.equal(biblatex(thesis('Habilitation'))['type'], '{Habilitation}');
    assert.equal(biblatex(thesis('博士(理学)'))['note'], '{博士(理学)}');
    const report: Partial<CslItem> = { type: 'report', publisher: 'RAND', number: 'RM-1' };
    assert.deepEqual(
      [bibtex(report)['number'], bibtex(report)['institution'], bibtex(report)['type']],
      ['{RM-1}', '{RAND}', undefined],
    );
    assert.deepEqual(
      [biblatex(report)['type'], biblatex({ ...report, genre: 'White paper' })['type']],
      ['{techreport}', '{White paper}'],
    );
  });

  it('says who holds datasets, programs, pages and talks, and of which version they are', () => {
    const held = { publisher: 'Zenodo', version: '1.2' };
    assert.equal(bibtex({ type: 'dataset', ...held })['howpublished'], '{Zenodo}');
    assert.equal(bibtex({ type: 'dataset', ...held })['version'], '{1.2}');
    assert.equal(biblatex({ type: 'dataset', ...held })['publisher'], '{Zenodo}');
    assert.equal(biblatex({ type: 'software', ...held })['organization'], '{Zenodo}');
    assert.equal(biblatex({ type: 'webpage', 'container-title': 'A Site' })['organization'], '{A Site}');
    const talk = { type: 'speech', genre: 'Poster', 'event-title': 'EGU', 'event-place': 'Wien' } as const;
    assert.equal(bibtex(talk)['howpublished'], '{Poster, EGU, Wien}');
    const { type, eventtitle, venue } = biblatex(talk);
    assert.deepEqual([type, eventtitle, venue], ['{Poster}', '{EGU}', '{Wien}']);
  });

  it('says in which larger work something of no kind of its own is', () => {
    const film: Partial<CslItem> = { type: 'motion_picture', 'container-title': 'A Series', number: '7' };
    assert.deepEqual(
      [biblatex({ ...film, publisher: 'A Studio' }), biblatex(film)].map(({ howpublished, organization }) => [howpublished, organization]), // prettier-ignore
      [['{A Series, 7}', '{A Studio}'], ['{7}', '{A Series}']],
    ); // prettier-ignore
  });

  it("separates a book's volume from its number in a series, which BibTeX takes one of", () => {
    const csl = {
      type: 'chapter',
      'collection-title': 'LNCS',
      'collection-number': '12',
      volume: '3',
    } as const;
    const { series, volume, number } = bibtex(csl);
    assert.deepEqual([series, volume, number], ['{LNCS, 12}', '{3}', undefined]);
    const latex = biblatex(csl);
    assert.deepEqual([latex['series'], latex['volume'], latex['number']], ['{LNCS}', '{3}', '{12}']);
  });

  it('writes editions as each dialect prints them', () => {
    const edition = (text: string): readonly (string | undefined)[] =>
      [bibtex, biblatex].map((format) => format({ type: 'book', edition: text })['edition']);
    assert.deepEqual(edition('2'), ['{Second}', '{2}']);
    assert.deepEqual(edition('3rd ed.'), ['{Third}', '{3}']);
    assert.deepEqual(edition('Revised edition'), ['{Revised}', '{Revised}']);
    assert.deepEqual(edition('第2版'), ['{第2版}', '{第2版}']);
  });

  it('keeps a publisher with "and" in one piece where biber reads a list', () => {
    const csl = { type: 'book', publisher: 'Wiley and Sons' } as const;
    assert.equal(bibtex(csl)['publisher'], '{{Wiley and Sons}}');
    assert.equal(biblatex(csl)['publisher'], '{{Wiley and Sons}}');
  });

  it("says a book's editors in the note where BibTeX's styles take authors alone", () => {
    const author = [{ family: 'Turing', given: 'Alan' }];
    const editor = [
      { family: 'Lovelace', given: 'Ada' },
      { family: 'Hopper', given: 'Grace' },
    ];
    const { editor: none, note } = bibtex({ type: 'book', author, editor, note: 'Second volume' });
    assert.deepEqual([none, note], [undefined, '{Edited by Ada Lovelace and Grace Hopper; Second volume}']);
    const japanese = {
      type: 'book',
      language: 'ja',
      author,
      editor: [{ family: '武田', given: '史郎' }],
    } as const;
    assert.equal(bibtex(japanese)['note'], '{武田史郎 編}');
    assert.equal(bibtex({ type: 'book', editor })['note'], undefined);
    assert.equal(biblatex({ type: 'book', author, editor })['editor'], '{Lovelace, Ada and Hopper, Grace}');
    assert.equal(bibtex({ type: 'chapter', author, editor })['editor'], '{Lovelace, Ada and Hopper, Grace}');
  });

  it('writes no number that cannot be one', () => {
    assert.equal(biblatex({ ISSN: 'print' })['issn'], undefined);
    assert.equal(biblatex({ ISSN: '1234-567X' })['issn'], '{1234-567X}');
  });

  it('writes an original title unless it is the title', () => {
    assert.equal(biblatex({ 'original-title': 'Titel' })['origtitle'], '{Titel}');
    assert.equal(biblatex({ 'original-title': 'Title' })['origtitle'], undefined);
  });

  it('writes months as macros and seasons as words', () => {
    assert.equal(bibtex({ issued: { 'date-parts': [[2020, 5]] } })['month'], 'may');
    assert.equal(bibtex({ issued: { 'date-parts': [[2020]], season: 1 } })['month'], '{Spring}');
  });

  it('has a place for every field that a variable can have', () => {
    const variables = Object.fromEntries([
      ...textVariables.map((variable) => [variable, `some ${variable}`] as const),
      ['ISBN', '9780262033848'],
      ['ISSN', '1234-5678'],
    ]);
    for (const type of cslTypes) {
      for (const dialect of ['bibtex', 'biblatex'] as const) {
        const csl = { id: 'x', type, title: 'x', ...variables };
        const { type: entryType, fields } = entryFields(csl, { ...options, dialect });
        const names = fields.map(([name]) => name);
        // A volume can take the place of the number.
        const wanted = [...fieldsOfType(type, entryType, dialect).values()].filter(
          (field) => field !== 'number',
        );
        assert.deepEqual(
          wanted.filter((field) => !names.includes(field)),
          [],
        );
      }
    }
  });

  it('writes what waits to appear as such', () => {
    const csl = { issued: { literal: 'in press' } };
    assert.equal(bibtex(csl)['year'], '{in press}');
    assert.deepEqual(
      [biblatex(csl)['pubstate'], biblatex(csl)['year'], biblatex(csl)['date']],
      ['{inpress}', undefined, undefined],
    );
    assert.equal(bibtex({ status: 'In press' })['note'], '{In press}');
    assert.equal(biblatex({ status: 'In press' })['pubstate'], '{inpress}');
  });

  it('writes Japanese as Japanese styles read it', () => {
    const csl: Partial<CslItem> = {
      author: [{ family: '白井', given: '大地' }],
      language: 'ja',
      custom: { authorReadings: [{ family: 'シライ', given: 'ダイチ' }] },
    };
    const fields = bibtex(csl);
    assert.deepEqual(
      [fields['author'], fields['yomi'], fields['langid']],
      ['{白井, 大地}', '{しらい, だいち}', '{japanese}'],
    );
    assert.equal(fieldsOf(csl, { japaneseNameOrder: 'space' })['author'], '{白井 大地}');
  });

  it('names editors and translators, and gives a work without author a key to sort by', () => {
    const fields = bibtex({ type: 'book', editor, translator: author });
    assert.deepEqual(
      [fields['editor'], fields['translator'], fields['key']],
      ['{Lovelace, Ada}', '{Turing, Alan}', undefined],
    );
    assert.equal(bibtex({})['key'], '{{Title}}');
    assert.equal(biblatex({})['key'], undefined);
  });

  it('keeps PMID and PMCID, and the CRID of a work without a DOI', () => {
    const csl = { PMID: '123', PMCID: 'PMC456', custom: { crid: '789' } };
    const fields = bibtex(csl);
    assert.deepEqual([fields['pmid'], fields['pmcid'], fields['crid']], ['{123}', '{PMC456}', '{789}']);
    assert.equal(bibtex({ ...csl, DOI: '10.1/x' })['crid'], undefined);
  });

  it('takes records of other programs: numbers, lists, blanks and null', () => {
    const parsed = JSON.parse(
      '{"volume":12,"container-title":["Nature"],"issue":null,"publisher":" "}',
    ) as Partial<CslItem>;
    const fields = bibtex(parsed);
    assert.deepEqual(Object.keys(fields), ['key', 'title', 'journal', 'volume']);
    assert.deepEqual([fields['volume'], fields['journal']], ['{12}', '{Nature}']);
  });
});
