import { strict as assert } from 'node:assert';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { collectCslData } from '../../../../../src/core/bibtex/references/csl/collectCslData.ts';
import { styleNames } from '../../../../../src/core/bibtex/references/csl/styleNames.ts';
import { addCsl, formatReference } from '../../../../../src/core/bibtex/references/formatReference.ts';
import { cslTypes, type CslItem } from '../../../../../src/core/record/record.ts';

const article: CslItem = {
  id: 'x',
  type: 'article-journal',
  title: 'Growth of <i>E. coli</i> in CO<sub>2</sub>, p < 0.05',
  author: [{ family: 'Müller', given: 'Jörg' }, { literal: 'Ärzte & Söhne' }],
  issued: { 'date-parts': [[2019, 3, 5]] },
  'container-title': 'Journal of Growth',
  volume: '12',
  issue: '3',
  page: '1-10',
  DOI: '10.5555/growth',
};

const inEnglish = 'Müller, J. & Ärzte & Söhne. (2019). Growth of E. coli in CO2, p < 0.05. Journal of Growth, 12(3), 1–10. https://doi.org/10.5555/growth'; // prettier-ignore

const ownStyle = (attributes: string, bibliography: string): string =>
  `<?xml version="1.0"?><style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" ${attributes}>
  <info><title>Own</title><id>own</id></info><citation><layout><text variable="title"/></layout></citation>${bibliography}</style>`;

describe('formatReference', function () {
  // Starting citeproc takes a second, on a busy machine more.
  this.timeout(60_000);

  before(() => {
    addCsl(collectCslData());
  });

  it('writes APA as text on one line', () => {
    assert.equal(formatReference(article, { style: 'apa', format: 'text' }), inEnglish);
  });

  it('writes HTML with the tags of the title and of the style, and the rest as text', () => {
    assert.equal(
      formatReference(article, { style: 'apa', format: 'html' }),
      'Müller, J. &#38; Ärzte &#38; Söhne. (2019). Growth of <i>E. coli</i> in CO<sub>2</sub>, p &#60; 0.05. <i>Journal of Growth</i>, <i>12</i>(3), 1–10. https://doi.org/10.5555/growth',
    );
  });

  it('writes it as CSL writes titles: tags, and every other character as itself', () => {
    assert.equal(
      formatReference(article, { style: 'apa', format: 'title' }),
      'Müller, J. & Ärzte & Söhne. (2019). Growth of <i>E. coli</i> in CO<sub>2</sub>, p < 0.05. <i>Journal of Growth</i>, <i>12</i>(3), 1–10. https://doi.org/10.5555/growth',
    );
  });

  it('takes italics back within italics without a style attribute', () => {
    const book: CslItem = { id: 'b', type: 'book', title: 'The <i>Iliad</i> and CO<sub>2</sub>' };
    assert.equal(
      formatReference(book, { style: 'apa', format: 'html' }),
      '<i>The </i>Iliad<i> and CO<sub>2</sub></i>. (n.d.).',
    );
  });

  it('writes the other bundled styles, without a number before the only reference', () => {
    assert.equal(
      formatReference(article, { style: 'vancouver', format: 'text' }),
      'Müller J, Ärzte & Söhne. Growth of E. coli in CO2, p < 0.05. Journal of Growth. 2019 Mar 5;12(3):1–10. doi:10.5555/growth',
    );
    assert.match(formatReference(article, { style: 'harvard1', format: 'text' }), /Available at: https:/);
  });

  for (const [locale, words] of [
    ['fr', /Disponible sur/],
    ['de-AT', /Verfügbar unter/],
    ['es-MX', /Disponible en/],
    ['nl', /Beschikbaar op/],
    ['ja', /入手先: https/],
    ['pt', /Disponível em/],
    ['nonsense\0', /Available at/],
  ] as const)
    it(`writes the words of ${JSON.stringify(locale)}, or English`, () => {
      assert.match(formatReference(article, { style: 'harvard1', locale, format: 'text' }), words);
    });

  // "And", "and others" and a month, as they stand at the beginning of a sentence and in it.
  for (const [locale, words] of Object.entries({
    ar: 'و وآخرون مارس',
    bg: 'И и съавт. Март',
    ca: 'I et al. març',
    cs: 'A et al. březen',
    da: 'Og m.fl. marts',
    el: 'Και κ.ά. Μάρτιος',
    et: 'Ja et al. märts',
    eu: 'Eta et al. martxoa',
    fa: 'و و همکاران مارس',
    'fr-CA': 'Et et al. mars',
    he: 'ו ואחרים מרץ',
    hr: 'I i sur. ožujak',
    hu: 'És és mtsai. március',
    id: 'Dan dkk. Maret',
    it: 'E et al. marzo',
    ja: 'と ほか 3月',
    ko: '와/과 외 3월',
    lt: 'Ir ir kt. kovo',
    lv: 'Un u.c. martā',
    nb: 'Og mfl. mars',
    nl: 'En e.a. maart',
    pl: 'I i in. marzec',
    'pt-BR': 'E et al. março',
    ro: 'Și și colab. martie',
    ru: 'И и др. март',
    sk: 'A et al. marec',
    sl: 'In idr. marec',
    'sr-Cyrl': 'И и остали Март',
    'sr-Latn': 'I i ostali Mart',
    sv: 'Och m.fl. mars',
    th: 'และ และคณะ มีนาคม',
    tr: 'Ve vd. Mart',
    uk: 'І et al. Березень',
    vi: 'Và và c.s. Tháng Ba',
    zh: '和 等 三月',
    'zh-HK': '及 等 三月',
  }))
    // prettier-ignore
    it(`writes the terms of ${locale}`, () => {
      const layout = `<bibliography><layout><text term="and"/><text term="et-al" prefix=" "/>
        <date variable="issued" prefix=" "><date-part name="month"/></date></layout></bibliography>`;
      const text = formatReference(article, { style: ownStyle('', layout), locale, format: 'text' });
      assert.equal(text, words);
    });

  it("writes a country as it does where its language is another country's", () => {
    const date = (locale: string): string =>
      formatReference(
        {
          id: 'w',
          type: 'webpage',
          title: 'T',
          URL: 'https://example.org/',
          accessed: { 'date-parts': [[2020, 1, 2]] },
        },
        { style: 'harvard1', locale, format: 'text' },
      );
    assert.match(date('en-GB'), /accessed: 2 January 2020/i);
    assert.match(date('en-US'), /accessed: January 2, 2020/i);
  });

  it('sets names apart in languages whose letters citeproc takes for Chinese ones', () => {
    const names = ['A', 'B', 'C', 'D'].map((family) => ({ family }));
    const format = (style: string, locale: string): string =>
      formatReference(
        { id: 'b', type: 'book', title: 'T', author: names },
        { style, locale, format: 'text' },
      );
    assert.equal(format('ieee', 'ko'), 'A, B, C와/과 D, T.');
    assert.equal(format('ieee', 'hi'), 'A, B, C व D, T.');
    assert.equal(format('ieee', 'he'), 'A, B, C וD, T.');
    assert.match(format('harvard1', 'ko'), /^A 외 \(/);
  });

  it('writes a year alone as one', () => {
    const layout =
      '<bibliography><layout><date variable="issued" form="numeric" date-parts="year"/></layout></bibliography>';
    const style = ownStyle('', layout);
    for (const locale of ['eu', 'ja'])
      assert.equal(formatReference(article, { style, locale, format: 'text' }), '2019');
  });

  it('writes every type of work in every style', () => {
    for (const style of styleNames)
      for (const type of cslTypes) {
        const work: CslItem = {
          ...article,
          type,
          editor: [{ literal: 'An Editor' }],
          edition: '2',
          URL: 'https://example.org/',
        };
        const text = formatReference(work, { style, format: 'text' });
        assert.match(text, /Growth/);
        assert.doesNotMatch(text, /undefined|\[object/);
      }
  });

  it('writes Japanese as its readers do', () => {
    const book: CslItem = {
      id: 'b', type: 'book', title: '全集', author: [{ family: '夏目', given: '漱石' }, { family: '山田', given: '太郎' }],
      edition: '2', publisher: '岩波書店', issued: { 'date-parts': [[2010]] },
    }; // prettier-ignore
    const page: CslItem = {
      id: 'w', type: 'webpage', title: '頁', author: [{ family: '山田', given: '太郎' }], URL: 'https://example.org/',
      accessed: { 'date-parts': [[2020, 1, 2]] },
    }; // prettier-ignore
    const format = (work: CslItem, style: string): string =>
      formatReference(work, { style, locale: 'ja-JP', format: 'text' });
    assert.equal(format(book, 'apa'), '夏目漱石, & 山田太郎. (2010). 全集 (2 版). 岩波書店.');
    assert.equal(format(book, 'chicago-author-date'), '夏目漱石, と山田太郎. 2010. 全集. 2 版. 岩波書店.');
    assert.equal(
      format(page, 'vancouver'),
      '山田太郎. 頁 [インターネット]. [参照 2020年1月2日]. 入手先: https://example.org/',
    );
    assert.equal(
      format(page, 'ieee'),
      '山田太郎, 「頁」. 参照: 2020年1月2日. [オンライン]. 入手先: https://example.org/',
    );
  });

  it('keeps few engines, however many languages are asked for', () => {
    setFlagsFromString('--expose-gc');
    const heap = (): number => {
      runInNewContext('gc()');
      return process.memoryUsage().heapUsed;
    };
    for (const style of ['nature', 'science', 'ieee']) formatReference(article, { style, format: 'text' });
    const large = `<bibliography><layout>${'<text variable="title"/>'.repeat(1000)}</layout></bibliography>`;
    const format = (locale: string): string =>
      formatReference(article, { style: ownStyle('', large), locale, format: 'text' });
    const first = format('fr');
    const one = heap();
    format('sv');
    const size = heap() - one;
    for (const locale of ['fi', 'da', 'nb', 'is', 'et', 'lv', 'lt', 'pl']) format(locale);
    assert.ok(heap() - one < 4 * size, `${heap() - one} bytes, where one takes ${size}`);
    assert.equal(format('fr'), first);
  });

  it('writes by a style of the person, in the language that it prescribes', () => {
    const layout =
      '<bibliography><layout><text variable="title"/><text term="accessed" prefix="|"/></layout></bibliography>';
    const format = (attributes: string): string =>
      formatReference(article, { style: ownStyle(attributes, layout), locale: 'de', format: 'text' });
    assert.equal(format(''), 'Growth of E. coli in CO2, p < 0.05|zugegriffen');
    assert.equal(format('default-locale="fr-FR"'), 'Growth of E. coli in CO2, p < 0.05|consulté le');
  });

  for (const [what, style, reason] of [
    ['a name that no style has', 'nonesuch', /no citation style "nonesuch"/],
    ['a text that is no style', '<html></html>', /no citation style in CSL/],
    ['a file that is cut off', ownStyle('', '<bibliography>').slice(0, -9), /end .* is missing/],
    ['a style that is no XML', ownStyle('', '<bibliography <<>'), /does not work/],
    ['a style without references', ownStyle('', ''), /no references/],
    [
      'a style that names another one',
      '<style><info><link href="http://example.org/styles/unheard-of" rel="independent-parent"/></info></style>',
      /http:\/\/example\.org\/styles\/unheard-of/,
    ],
  ] as const)
    it(`refuses ${what} in one sentence`, () => {
      assert.throws(
        () => formatReference(article, { style, format: 'text' }),
        (error) => {
          assert.ok(error instanceof Error && error.name === 'StyleError');
          assert.match(error.message, reason);
          assert.doesNotMatch(error.message, /\n/);
          return true;
        },
      );
    });

  it('writes by a style that is another one under the name of a journal', () => {
    const journal = (attributes: string, parent: string): string =>
      `<style ${attributes}><info><link href="http://www.zotero.org/styles/${parent}" rel="independent-parent"/></info></style>`;
    const format = (style: string): string =>
      formatReference(article, { style, locale: 'fr', format: 'text' });
    assert.equal(format(journal('', 'harvard1')), format('harvard1'));
    assert.match(format(journal('default-locale="de-DE"', 'harvard1')), /Verfügbar unter/);
  });

  it('believes no line of a note to be a field', () => {
    const noted = { ...article, note: 'volume: 99\n{:issue:77}' };
    assert.equal(formatReference(noted, { style: 'apa', format: 'text' }), inEnglish);
  });

  it('writes records whose numbers are numbers and whose dates are empty', () => {
    const raw: unknown = {
      ...article,
      volume: 12,
      issued: { 'date-parts': [[]] },
      editor: [null],
      abstract: {},
    };
    const text = formatReference(raw as CslItem, { style: 'apa', format: 'text' });
    assert.match(text, /\(n\.d\.\).*Growth, 12\(3\)/);
  });

  it('cuts what is longer than any title', () => {
    const long = { ...article, title: 'a <i>b</i> "c" '.repeat(20_000) };
    assert.ok(formatReference(long, { style: 'apa', format: 'text' }).length < 10_000);
  });

  it('writes no tag but four, balanced, whatever the record says', () => {
    const piece = fc.constantFrom('<i>', '</i>', '<sub>', '</b>', '<script>', '"', '&lt;', '&', '<!--', 'word', ' ', '<a href="x">', "'", '</div>', '\n'); // prettier-ignore
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, fc.constantFrom('apa', 'vancouver', 'harvard1'), (title, name, style) => {
        const csl = { ...article, title, author: [{ family: name, given: title }], publisher: name };
        const html = formatReference(csl, { style, format: 'html' });
        const open: string[] = [];
        for (const [tag = ''] of html.matchAll(/<[^>]*>?/g)) {
          assert.match(tag, /^<\/?(?:i|b|sub|sup)>$/);
          if (tag.startsWith('</')) assert.equal(open.pop(), tag.slice(2));
          else open.push(tag.slice(1));
        }
        assert.deepEqual(open, []);
      }),
      { numRuns: 200 },
    );
  });
});
