import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { searchFields, type SearchQuery } from '../../../../src/core/sources/query.ts';
import { formatQuery, parseQuery } from '../../../../src/core/sources/parseQuery.ts';

const cases: readonly (readonly [string, SearchQuery])[] = [
  ['', { words: '' }],
  ['  deep   learning ', { words: 'deep learning' }],
  ['"attention is all" you need', { words: '"attention is all" you need' }],
  ['author:vaswani attention', { words: 'attention', author: ['vaswani'] }],
  ['author:"Le Cun" author:Bengio', { words: '', author: ['Le Cun', 'Bengio'] }],
  ['Title:graphene', { words: '', title: ['graphene'] }],
  ['journal:"Nature Physics" publisher:Elsevier', { words: '', journal: ['Nature Physics'], publisher: ['Elsevier'] }],
  ['year:2019-2023', { words: '', year: { from: 2019, to: 2023 } }],
  ['year:2019–2023', { words: '', year: { from: 2019, to: 2023 } }],
  ['year:2019..2023', { words: '', year: { from: 2019, to: 2023 } }],
  ['year:2019-', { words: '', year: { from: 2019 } }],
  ['year:-2019', { words: '', year: { to: 2019 } }],
  ['year:2020', { words: '', year: { from: 2020, to: 2020 } }],
  ['type:article', { words: '', type: ['article-journal'] }],
  ['type:preprint,thesis', { words: '', type: ['article', 'thesis'] }],
  ['type:paper-conference type:data', { words: '', type: ['paper-conference', 'dataset'] }],
  ['open:yes', { words: '', open: true }],
  ['open:no', { words: '' }],
  ['source:crossref,cinii', { words: '', source: ['crossref', 'cinii'] }],
  ['sort:newest water', { words: 'water', sort: 'newest' }],
  ['lang:ja,en', { words: '', lang: ['ja', 'en'] }],
  ['issn:1234-567x isbn:9784873114521', { words: '', issn: ['1234-567X'], isbn: ['9784873114521'] }],
  ['orcid:https://orcid.org/0000-0002-1825-009x', { words: '', orcid: ['0000-0002-1825-009X'] }],
  // The colon and the space of a Japanese keyboard.
  ['author：夏目漱石　猫', { words: '猫', author: ['夏目漱石'] }],
  ['author：“夏目 漱石” year：２０１９-２０２０', { words: '', author: ['夏目 漱石'], year: { from: 2019, to: 2020 } }],
  ['license:cc-by licence:"CC0 1.0"', { words: '', license: ['cc-by', 'CC0 1.0'] }],
  ['license:https://creativecommons.org/licenses/by/4.0/', { words: '', license: ['https://creativecommons.org/licenses/by/4.0/'] }],
  ['member:Elsevier award:CBET-0756451', { words: '', member: ['Elsevier'], award: ['CBET-0756451'] }],
  ['repository:Zenodo provider:CERN', { words: '', repository: ['Zenodo'], provider: ['CERN'] }],
  ['prefix:10.1038,10.5061', { words: '', prefix: ['10.1038', '10.5061'] }],
  ['abstract:yes abstract:no', { words: '', abstract: true }],
  ['updates:yes', { words: '', updates: ['yes'] }],
  ['updates:"Expression of concern",erratum', { words: ',erratum', updates: ['expression_of_concern'] }],
  ['updates:concern,partial-retraction', { words: '', updates: ['expression_of_concern', 'partial_retraction'] }],
  ['updates:https://doi.org/10.1016/S0140-6736(97)11096-0', { words: '', updates: ['10.1016/s0140-6736(97)11096-0'] }],
  ['type:"Journal Article" type:"book chapter" type:monograph', { words: '', type: ['article-journal', 'chapter', 'book'] }],
  ['date:2020-03', { words: '', date: { from: '2020-03', to: '2020-03' } }],
  ['date:2020-03-15..2021', { words: '', date: { from: '2020-03-15', to: '2021' } }],
  ['date:2020-03.. ', { words: '', date: { from: '2020-03' } }],
  ['date:../2024-02-29', { words: 'date:../2024-02-29' }],
  ['date:..2024-02-29', { words: '', date: { to: '2024-02-29' } }],
  ['date:2023-02-29 date:2020-13 date:.. date:May', { words: 'date:2023-02-29 date:2020-13 date:.. date:May' }],
  ['project:OpenAIRE genre:"PC・システム開発/プログラミング"', { words: '', project: ['OpenAIRE'], genre: ['PC・システム開発/プログラミング'] }],
  ['ruby -rails -"active record"', { words: 'ruby', without: ['rails', 'active record'] }],
  ['x-ray -5 - "-a"', { words: 'x-ray -5 - "-a"' }],
  ['without:"two words"', { words: '', without: ['two words'] }],
  // A parameter that one service has, under its own name.
  ['cinii.Degree:"博士 (理学)" rakutenkobo.orFlag:1', { words: '', own: { cinii: { degree: '博士 (理学)' }, rakutenKobo: { orFlag: '1' } } }],
  ['cinii.appid:x nobody.degree:y e.g.:z', { words: 'cinii.appid:x nobody.degree:y e.g.:z' }],
  // What is no condition stays what it is.
  ['prefix:nature updates:maybe', { words: 'prefix:nature updates:maybe' }],
  ['subject:physics', { words: 'subject:physics' }],
  ['subject:"solid state" x', { words: 'subject:"solid state" x' }],
  ['https://doi.org/10.1000/182', { words: 'https://doi.org/10.1000/182' }],
  ['year:soon sort:funny type:hat lang:japanese', { words: 'year:soon sort:funny type:hat lang:japanese' }],
  ['"author:smith"', { words: '"author:smith"' }],
  ['ratio 3:1', { words: 'ratio 3:1' }],
  // A query is searched while it is typed.
  ['water author:', { words: 'water' }],
  ['"deep learn', { words: '"deep learn"' }],
  ['author:"Le C', { words: '', author: ['Le C'] }],
  ['year: sort: open: type:', { words: '' }],
]; // prettier-ignore

const word = fc.stringMatching(/^[a-zé語.][a-zé語.-]{0,7}$/u);
const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const texts = fc.array(phrase, { minLength: 1, maxLength: 3 });
const listOf = (...values: readonly string[]): fc.Arbitrary<readonly string[]> =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });
const aYear = fc.integer({ min: 1000, max: 2100 });

const anyQuery: fc.Arbitrary<SearchQuery> = fc
  .record({
    words: fc
      .array(
        fc.oneof(
          word,
          phrase.map((text) => `"${text}"`),
        ),
        { maxLength: 4 },
      )
      .map((words) => words.join(' ')),
    others: fc.record(
      {
        author: texts,
        title: texts,
        journal: texts,
        publisher: texts,
        funder: texts,
        project: texts,
        genre: texts,
        without: texts,
        own: fc.constantFrom(
          { openaire: { countryCode: 'JP' } },
          { kaken: { qe: 'a b' }, cinii: { ncid: 'B', doi: '10.1/x' } },
        ),
        license: texts,
        award: texts,
        member: texts,
        repository: texts,
        provider: texts,
        prefix: listOf('10.1038', '10.48550', '10.1000.10'),
        updates: listOf('yes', 'retraction', 'expression_of_concern', '10.1016/s0140-6736(97)11096-0'),
        date: fc.constantFrom({ from: '2020-03' }, { to: '2024-02-29' }, { from: '2019', to: '2020-01' }),
        abstract: fc.constant(true),
        issn: listOf('1234-5679', '2049-3630'),
        isbn: listOf('9784873114521', '080442957X'),
        orcid: listOf('0000-0002-1825-0097'),
        year: fc.oneof(
          aYear.map((from) => ({ from })),
          aYear.map((to) => ({ to })),
          fc.tuple(aYear, aYear).map(([from, to]) => ({ from, to })),
        ),
        type: listOf('article', 'article-journal', 'book', 'thesis', 'motion_picture'),
        lang: listOf('ja', 'en', 'de'),
        open: fc.constant(true),
        source: listOf('crossref', 'rakutenKobo'),
        sort: fc.constantFrom('relevance', 'newest', 'oldest', 'cited'),
      },
      { requiredKeys: [], noNullPrototype: true },
    ),
  })
  .map(({ words, others }) => ({ words, ...others }));

describe('parseQuery', () => {
  for (const [text, query] of cases) {
    it(`reads ${JSON.stringify(text)}`, () => {
      assert.deepEqual(parseQuery(text), query);
    });
  }

  it('reads back every query that formatQuery writes', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        assert.deepEqual(parseQuery(formatQuery(query)), query);
      }),
    );
  });

  it('reads the same from what was typed and from its tidy form', () => {
    const typed = fc
      .array(fc.constantFrom('author:', 'year:', 'type:', 'x:', '"', '“', ' ', '　', ':', '：', ',', 'a', '2020', '-', 'book'))
      .map((pieces) => pieces.join('')); // prettier-ignore
    fc.assert(
      fc.property(typed, (text) => {
        const query = parseQuery(text);
        assert.deepEqual(parseQuery(formatQuery(query)), query);
      }),
      { numRuns: 500 },
    );
  });

  it('is written down in the README, condition by condition', () => {
    const readme = readFileSync('README.md', 'utf8');
    assert.deepEqual(searchFields.filter((field) => !new RegExp(`^\\|.*\`${field}:`, 'm').test(readme)), []);
  }); // prettier-ignore

  it('reads a megabyte of open quotes and colons', () => {
    assert.equal(typeof parseQuery('author:"'.repeat(125_000)).words, 'string');
  });
});
