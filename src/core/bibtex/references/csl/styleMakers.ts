/** A style that comes along, and who made it. */
interface StyleMakers {
  /** Its name here, one of `styleNames`. */
  readonly name: string;
  /** The package's name for it, where that is another. */
  readonly from?: string;
  readonly title: string;
  /** Authors and contributors. */
  readonly by: readonly string[];
}

/** The styles of the Citation Style Language project that come along. */
export const styleMakers: readonly StyleMakers[] = [
  {
    name: 'american-chemical-society',
    title: 'American Chemical Society',
    by: ['Julian Onions', 'Ivan Bushmarinov', 'Sebastian Karcher', "Patrick O'Brien"],
  },
  {
    name: 'american-medical-association',
    title: 'American Medical Association 11th edition',
    by: ['Julian Onions', 'Christian Pietsch', 'Daniel W Chan', "Patrick O'Brien"],
  },
  {
    name: 'american-physics-society',
    title: 'American Physical Society',
    by: ['Richard Karnesky', 'Brenton M. Wiernik', 'Anna C. Véron'],
  },
  {
    name: 'associacao-brasileira-de-normas-tecnicas',
    title: 'Associação Brasileira de Normas Técnicas (Português - Brasil)',
    by: ['Juliana Geyna Régis', 'Lucas Mation', 'Eduardo Michelotti Bettoni', 'Paulo Augusto Nascimento', 'Iuri Gavronski', 'José Antonio Meira da Rocha', 'Mario José'], // prettier-ignore
  },
  {
    name: 'association-for-computing-machinery',
    title: 'Association for Computing Machinery',
    by: ["Patrick O'Brien"],
  },
  {
    name: 'chicago-author-date',
    title: 'Chicago Manual of Style 17th edition (author-date)',
    by: ['Julian Onions', 'Sebastian Karcher', 'Richard Karnesky', 'Andrew Dunning', 'Matthew Roth', 'Brenton M. Wiernik'], // prettier-ignore
  },
  {
    name: 'chicago-notes-bibliography',
    from: 'chicago-note-bibliography',
    title: 'Chicago Manual of Style 17th edition (note)',
    by: ['Julian Onions', 'Simon Kornblith', 'Elena Razlogova', 'Frank Bennett', 'Andrew Dunning', 'Sebastian Karcher', 'Brenton M. Wiernik'], // prettier-ignore
  },
  {
    name: 'china-national-standard-gb-t-7714-2015-numeric',
    title: 'China National Standard GB/T 7714-2015 (numeric, 中文)',
    by: ['牛耕田', 'Zeping Lee'],
  },
  {
    name: 'din-1505-2',
    title: 'DIN 1505-2 (author-date, Deutsch)',
    by: ['Sven Rothe', 'Julian Onions'],
  },
  {
    name: 'elsevier-harvard',
    title: 'Elsevier - Harvard (with titles)',
    by: ['David Kaplan', 'Simon Kornblith', "Bruce D'Arcus", 'Curtis M. Humphrey', 'Richard Karnesky', 'Sebastian Karcher'], // prettier-ignore
  },
  {
    name: 'ieee',
    title: 'IEEE',
    by: ['Michael Berkowitz', 'Julian Onions', 'Rintze Zelle', 'Stephen Frank', 'Sebastian Karcher', 'Giuseppe Silano', "Patrick O'Brien", 'Brenton M. Wiernik', 'Oliver Couch'], // prettier-ignore
  },
  {
    name: 'iso690-author-date-cs',
    title: 'ISO-690 (author-date, Čeština)',
    by: ['Jiří Kratochvíl', 'Libor Ansorge'],
  },
  {
    name: 'iso690-author-date-en',
    title: 'ISO-690 (author-date, English)',
    by: ['Laure Mellifluo', 'Raphael Grolimund', 'Michel Hardegger'],
  },
  {
    name: 'iso690-author-date-fr',
    title: 'ISO-690 (author-date, Français)',
    by: ['Laure Mellifluo', 'Raphael Grolimund', 'Michel Hardegger', 'Pierre-Amiel Giraud'],
  },
  {
    name: 'modern-language-association',
    title: 'Modern Language Association 9th edition',
    by: ['Sebastian Karcher'],
  },
  { name: 'nature', title: 'Nature', by: ['Michael Berkowitz'] },
  { name: 'science', title: 'Science', by: ['Julian Onions', 'Sebastian Karcher', 'Greg Barendt'] },
  { name: 'sist02', title: 'SIST02 (日本語)', by: ['Shoji Takahashi', 'Eriko Amano'] },
  {
    name: 'springer-basic-author-date',
    title: 'Springer - Basic (author-date)',
    by: ['Jens Allmer', 'Sebastian Karcher'],
  },
];
