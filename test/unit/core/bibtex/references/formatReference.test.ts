import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { formatReference } from '../../../../../src/core/bibtex/references/formatReference.ts';
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
  this.timeout(30_000);

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
    ['pt', /Available at/],
    ['nonsense\0', /Available at/],
  ] as const)
    it(`writes the words of ${JSON.stringify(locale)}, or English`, () => {
      assert.match(formatReference(article, { style: 'harvard1', locale, format: 'text' }), words);
    });

  it('writes every type of work in Japanese', () => {
    const [day] = article.issued?.['date-parts'] ?? [];
    assert.ok(day);
    for (const style of ['apa', 'vancouver', 'harvard1'])
      for (const type of cslTypes) {
        const work: CslItem = {
          ...article,
          type,
          editor: [{ family: '鈴木', given: '花子' }],
          edition: '2',
          URL: 'https://example.org/',
          accessed: { 'date-parts': [day] },
        };
        assert.doesNotMatch(
          formatReference(work, { style, locale: 'ja', format: 'text' }),
          /undefined|Verf|Avail/,
        );
      }
    assert.equal(
      formatReference(
        {
          id: 'w',
          type: 'webpage',
          title: '頁',
          author: [{ family: '山田', given: '太郎' }],
          URL: 'https://example.org/',
          accessed: { 'date-parts': [[2020, 1, 2]] },
        },
        { style: 'vancouver', locale: 'ja-JP', format: 'text' },
      ),
      '山田太郎. 頁 [インターネット]. [2020年1月2日]. 入手先: https://example.org/',
    );
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
    ['a name that no style has', 'nature', /no citation style "nature"/],
    ['a text that is no style', '<html></html>', /no citation style in CSL/],
    ['a file that is cut off', ownStyle('', '<bibliography>').slice(0, -9), /end .* is missing/],
    ['a style that is no XML', ownStyle('', '<bibliography <<>'), /does not work/],
    ['a style without references', ownStyle('', ''), /no references/],
    [
      'a style that names another one',
      '<style><info><link href="http://example.org/styles/nature" rel="independent-parent"/></info></style>',
      /http:\/\/example\.org\/styles\/nature/,
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
