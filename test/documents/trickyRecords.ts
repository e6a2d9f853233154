import type { CslItem } from '../../src/core/record/record.ts';

export interface TrickyRecord {
  readonly csl: CslItem;
  /** What a reader must find in the printed reference, letter case apart. */
  readonly shows: readonly string[];
}

const issued = { 'date-parts': [[2020, 3, 5]] };
const author = [{ family: 'Turing', given: 'Alan' }];

function article(title: string, csl: Partial<CslItem> = {}): CslItem {
  return {
    id: title,
    type: 'article-journal',
    title,
    author,
    issued,
    'container-title': 'Journal of Tests',
    volume: '7',
    page: '12-34',
    ...csl,
  };
}

/** Records in Latin script that typesetters stumble over. */
export const latinRecords: readonly TrickyRecord[] = [
  {
    csl: article('Costs of 100 % in $ & € for R&D #1 of user_name at ~home^2'),
    shows: ['Turing', 'Costs of 100 % in $ & € for R&D #1 of user_name at ~home^2', '2020', '12–34'],
  },
  {
    csl: article('Reading \\input{/etc/passwd} \\write18{ls} aloud'),
    shows: ['\\input{/etc/passwd}\\write18{ls}'],
  },
  {
    csl: article('An end } and a beginning @book{x, title={y}}'),
    shows: ['end } and a beginning @book{x, title={y}}'],
  },
  { csl: article('One { more'), shows: ['One { more'] },
  { csl: article('A backslash at the end \\'), shows: ['A backslash at the end \\'] },
  { csl: article('Lines\nand\ttabs\u0000 and\u200b zeros'), shows: ['Lines and tabs and zeros'] },
  { csl: article('The "quoted" and the 5′ end of |x| < y > z'), shows: ['"quoted"', '|x| < y > z'] },
  { csl: article('Mass of $x_1$ and $\\nu_e$'), shows: ['$x_1$', '$\\nu_e$'] },
  {
    csl: article('Role of <i>E. coli</i> DNA in CO<sub>2</sub>, 10<sup>−3</sup> and <b>bold</b>'),
    shows: ['E. coli', 'DNA', 'CO2', 'bold'],
  },
  { csl: article('Unclosed <i>italic and <b>bold</i> text'), shows: ['Unclosed italic and bold text'] },
  {
    csl: article('X‐ray of α-synuclein, TNF-α ≤ 5 µm ± 2 °C → ∞'),
    shows: ['X-ray', 'α-synuclein', 'TNF-α ≤ 5', '→ ∞'],
  },
  { csl: article('H₂O at 10⁻³ m² over ℝ'), shows: ['H2O', 'over R'] },
  {
    csl: article('Über Ångström, Łódź, Dvořák and Erdős: ß æ ø œ'),
    shows: ['Über Ångström, Łódź, Dvořák and Erdős: ß æ ø œ'],
  },
  {
    csl: article('‘Single’ and “double” – en — em … «guillemets» „low“'),
    shows: ['–', '—', '«guillemets»', '„low“'],
  },
  {
    csl: article('The --help of C--, ,, and ?`x of Bose--Einstein in "quoted text"'),
    shows: ['The --help of C--, ,, and', 'Bose–Einstein in "quoted text"'],
  },
  {
    csl: article('⟨x⟩ and 〈y〉 of ν̄ and x⃗ over ℝ, ℒ and ⅓ in phase Ⅳ ⇌ xₙ'),
    shows: ['in phase IV'],
  },
  { csl: article('Thin space 10\u202f000 and no\u00a0break'), shows: ['10 000', 'no break'] },
  { csl: article('A ﬁrst ligature'), shows: ['first'] },
  { csl: article('Transliterated Ḥaḍramawt and ṣūfī'), shows: ['Transliterated', 'amawt and'] },
  {
    csl: article('Names', {
      author: [
        { family: 'Humboldt', given: 'Alexander', 'dropping-particle': 'von' },
        { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
        { literal: 'Johnson & Johnson and Sons, Ltd.' },
        { given: 'Madonna' },
        { family: 'Nguyễn', given: 'Văn A.' },
        { family: 'Brand and Sons', given: 'X.' },
      ],
    }),
    shows: [
      'Humboldt',
      'King',
      'Jr.',
      'Johnson & Johnson and Sons, Ltd.',
      'Madonna',
      'Nguyễn',
      'Brand and Sons',
    ],
  },
];

/** One complete record of each kind. */
export const kindsOfWork: readonly TrickyRecord[] = [
  work('article-journal', 'An Article by Number', {
    'container-title': 'Journal of Tests',
    volume: '7',
    number: 'e101381',
    DOI: '10.1371/a_b%c#d',
  }),
  work('book', 'A Book', { publisher: 'Wiley and Sons', edition: '2', ISBN: '9780262033848' }),
  work('book', 'An Edited Book', {
    author: [],
    editor: author,
    publisher: 'Springer',
    custom: { kind: 'edited-book' },
  }),
  work('book', 'Some Proceedings', {
    author: [],
    editor: author,
    publisher: 'ACM',
    custom: { kind: 'proceedings' },
  }),
  work('chapter', 'A Chapter', {
    editor: [{ family: 'Lovelace', given: 'Ada' }],
    'container-title': 'The Book of NASA',
    'collection-title': 'Lecture Notes',
    'collection-number': '123',
    volume: '4',
    publisher: 'Springer',
    page: '1-9',
  }),
  work('paper-conference', 'A Paper', {
    'container-title': 'Proceedings of the IEEE',
    'event-title': 'Conference of the IEEE',
    'event-place': 'Kyoto',
    publisher: 'IEEE',
    issue: '3',
    number: '17',
  }),
  work('thesis', 'A Doctoral Thesis', { publisher: 'Kyoto University', genre: 'PhD thesis' }),
  work('thesis', 'A Master Thesis', { publisher: 'Kyoto University', genre: "Master's thesis" }),
  work('report', 'A Report', { publisher: 'RAND', number: 'RM-42' }),
  work('dataset', 'A Dataset', { publisher: 'Zenodo', version: '1.2', DOI: '10.5281/zenodo.1' }),
  work('software', 'A Program', {
    publisher: 'Zenodo',
    version: '1.2',
    URL: 'https://example.org/a_b%20c#d?e=f&g=~h',
  }),
  work('article', 'A Preprint', {
    DOI: '10.48550/arxiv.2101.00001',
    publisher: 'arXiv',
    custom: { eprintClass: 'cs.LG' },
  }),
  work('webpage', 'A Page', {
    'container-title': 'A Site',
    URL: 'https://example.org/{a}\\b',
    accessed: { 'date-parts': [[2021, 2, 3]] },
  }),
  work('standard', 'A Standard', { number: 'ISO 9001', publisher: 'ISO' }),
  work('speech', 'A Talk', { genre: 'Poster', 'event-title': 'EGU', 'event-place': 'Wien' }),
  work('entry-encyclopedia', 'An Entry', {
    editor: [{ family: 'Lovelace', given: 'Ada' }],
    'container-title': 'Encyclopedia',
    publisher: 'Springer',
  }),
  work('review', 'A Review', { 'container-title': 'Journal of Tests', volume: '1', page: '1' }),
  work('patent', 'A Patent', { number: 'US1234567' }),
  work('motion_picture', 'A Film', { publisher: 'A Studio', genre: 'Documentary' }),
  work('legal_case', 'A v. B', { 'container-title': 'Reports', volume: '3', page: '12' }),
  work('manuscript', 'A Manuscript', { note: 'Private collection' }),
  work('pamphlet', 'A Leaflet', { publisher: 'A Museum' }),
  work('article-magazine', 'An Undated Piece', {
    'container-title': 'Weekly',
    issued: { literal: 'in press' },
  }),
  work('article-journal', 'A Range', {
    'container-title': 'Yearly',
    issued: {
      'date-parts': [
        [2019, 12],
        [2020, 1],
      ],
    },
  }),
  work('book', 'An Old Book', { publisher: 'Scribes', issued: { 'date-parts': [[-350]] } }),
];

/** Records in Japanese. */
export const japaneseRecords: readonly TrickyRecord[] = [
  {
    csl: {
      id: 'shirai',
      type: 'article-journal',
      title: '温室効果ガス排出規制の地域間CGE分析 100% & ①',
      author: [
        { family: '白井', given: '大地' },
        { family: '武田', given: '史郎' },
        { family: 'Smith', given: 'John' },
      ],
      issued: { 'date-parts': [[2013, 9]] },
      'container-title': '環境経済・政策研究',
      volume: '6',
      issue: '2',
      page: '12-25',
      language: 'ja',
      custom: {
        authorReadings: [{ family: 'シライ', given: 'ダイチ' }, { family: 'タケダ', given: 'シロウ' }, null],
      },
    },
    shows: [
      '温室効果ガス排出規制の地域間CGE分析 100% & ①',
      '白井',
      '武田',
      'Smith',
      '環境経済・政策研究',
      '2013',
    ],
  },
  {
    csl: {
      id: 'nii',
      type: 'book',
      title: '学術情報',
      author: [{ literal: '国立情報学研究所' }],
      issued: { 'date-parts': [[2010]] },
      publisher: '丸善',
      language: 'ja',
    },
    shows: ['学術情報', '国立情報学研究所', '2010'],
  },
];

function work(type: CslItem['type'], title: string, csl: Partial<CslItem>): TrickyRecord {
  return { csl: { id: title, type, title, issued, author, ...csl }, shows: ['Turing', title] };
}
