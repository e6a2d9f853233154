/** Software and handbooks on Zenodo, which registers each version and a concept that all of them share. */
import type { Work } from '../work.ts';

const zenodo = { agency: 'DataCite', publisher: 'Zenodo', client: 'cern.zenodo' } as const;
const ccBy4 = 'https://creativecommons.org/licenses/by/4.0/legalcode';
const fujiAuthors = [
  { name: 'Devaraju, Anusuriya', orcid: '0000-0003-0870-3192' },
  { name: 'Huber, Robert', orcid: '0000-0003-3000-0020' },
] as const;

export const software: readonly Work[] = [
  // A version and the concept that all its versions share.
  {
    doi: '10.5281/zenodo.8347772',
    ...zenodo,
    type: 'Software',
    title: 'F-UJI - An Automated FAIR Data Assessment Tool',
    authors: fujiAuthors,
    online: '2023-09-15',
    version: 'v2.2.5',
    license: 'https://opensource.org/licenses/MIT',
    subjects: ['PANGAEA', 'FAIRsFAIR'],
    grants: ['831558'],
    funders: [{ name: 'European Commission', doi: '10.13039/501100000780', awards: ['831558'] }],
    relations: {
      IsSupplementTo: ['https://github.com/pangaea-data-publisher/fuji/tree/v2.2.5'],
      IsVersionOf: ['10.5281/zenodo.6361400'],
    },
    abstract: 'Assesses how findable, accessible, interoperable and reusable a data set is.',
    url: 'https://zenodo.org/record/8347772',
  },
  {
    doi: '10.5281/zenodo.6361400',
    ...zenodo,
    type: 'Software',
    title: 'F-UJI - An Automated FAIR Data Assessment Tool',
    authors: fujiAuthors,
    online: '2023-09-15',
    license: 'https://opensource.org/licenses/MIT',
    relations: { HasVersion: ['10.5281/zenodo.8347772'] },
    url: 'https://zenodo.org/doi/10.5281/zenodo.6361400',
  },
  {
    doi: '10.5281/zenodo.13819579',
    ...zenodo,
    type: 'Software',
    title: 'pandas-dev/pandas: Pandas',
    authors: ['The pandas development team'],
    online: '2024-09-20',
    version: 'v2.2.3',
    relations: { IsVersionOf: ['10.5281/zenodo.3509134'] },
    url: 'https://zenodo.org/doi/10.5281/zenodo.13819579',
  },
  {
    doi: '10.5281/zenodo.3233853',
    ...zenodo,
    type: 'Book',
    title: 'The Turing Way: A handbook for reproducible, ethical and collaborative research',
    authors: [{ group: 'The Turing Way Community' }],
    online: '2022-07-27',
    version: '1.0.2',
    license: ccBy4,
    url: 'https://zenodo.org/doi/10.5281/zenodo.3233853',
  },
]; // prettier-ignore
