/** Journals that several works are from. */

export const nature = {
  container: 'Nature',
  shortContainer: 'Nature',
  issn: { print: '0028-0836', electronic: '1476-4687' },
  publisher: 'Springer Science and Business Media LLC',
  language: 'en',
} as const;

export const science = {
  container: 'Science',
  shortContainer: 'Science',
  issn: { print: '0036-8075', electronic: '1095-9203' },
  publisher: 'American Association for the Advancement of Science (AAAS)',
  language: 'en',
} as const;

export const pnas = {
  container: 'Proceedings of the National Academy of Sciences',
  shortContainer: 'Proc. Natl. Acad. Sci. U.S.A.',
  issn: { print: '0027-8424', electronic: '1091-6490' },
  publisher: 'Proceedings of the National Academy of Sciences',
  language: 'en',
} as const;

export const lancet = {
  container: 'The Lancet',
  shortContainer: 'The Lancet',
  issn: { print: '0140-6736' },
  publisher: 'Elsevier BV',
  language: 'en',
} as const;

export const bstj = {
  container: 'Bell System Technical Journal',
  issn: { print: '0005-8580' },
  publisher: 'Institute of Electrical and Electronics Engineers (IEEE)',
  language: 'en',
} as const;

export const annalen = {
  container: 'Annalen der Physik',
  shortContainer: 'Annalen der Physik',
  issn: { print: '0003-3804', electronic: '1521-3889' },
  publisher: 'Wiley',
  language: 'en',
} as const;

export const plosOne = {
  container: 'PLoS ONE',
  shortContainer: 'PLoS ONE',
  issn: { electronic: '1932-6203' },
  publisher: 'Public Library of Science (PLoS)',
  language: 'en',
  license: 'http://creativecommons.org/licenses/by/4.0/',
} as const;

export const prl = {
  container: 'Physical Review Letters',
  shortContainer: 'Phys. Rev. Lett.',
  issn: { print: '0031-9007', electronic: '1079-7114' },
  publisher: 'American Physical Society (APS)',
  language: 'en',
} as const;
