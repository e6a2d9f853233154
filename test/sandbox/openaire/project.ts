/** A project as the OpenAIRE Graph shows it. */
import type { Project } from '../works/projects.ts';
import { projectId } from './product.ts';

/** The wire form of one project. */
export function toProject(project: Project): object {
  const { code, acronym, title, call, start, end, programme } = project;
  const [name, action] = programme;
  return {
    id: projectId(project),
    code,
    acronym,
    title,
    websiteUrl: null,
    startDate: start,
    endDate: end,
    callIdentifier: call ?? null,
    keywords: null,
    openAccessMandateForPublications: true,
    openAccessMandateForDataset: true,
    subjects: null,
    fundings: [
      {
        shortName: 'EC',
        name: 'European Commission',
        jurisdiction: 'EU',
        fundingStream: { id: `EC::${name}::${action}`, description: `${name}, ${action}` },
      },
    ],
    funding: {
      funder: {
        id: 'ec__________::EC',
        shortname: 'EC',
        name: 'European Commission',
        jurisdiction: { code: 'EU', label: 'European Union' },
        pid: null,
      },
      level0: { id: `ec__________::EC::${name}`, description: name, name },
      level1: { id: `ec__________::EC::${name}::${action}`, description: action, name: action },
      level2: { id: null, description: null, name: null },
    },
    summary: null,
    granted: { currency: 'EUR', totalCost: 0, fundedAmount: 0 },
    h2020Programmes: null,
    originalIds: [`corda__h2020::${code}`],
    links: [],
  };
}
