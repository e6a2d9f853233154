/** Funded projects, as funders registered them. */

export interface Project {
  readonly code: string;
  readonly acronym: string;
  readonly title: string;
  readonly call?: string;
  readonly start: string;
  readonly end: string;
  /** Programme and action, such as `H2020` and `RIA`. */
  readonly programme: readonly [programme: string, action: string];
}

/** Projects of the European Commission. */
export const projects: readonly Project[] = [
  { code: '777541', acronym: 'OpenAIRE-Advance', title: 'OpenAIRE Advancing Open Scholarship', call: 'H2020-EINFRA-2017', start: '2018-01-01', end: '2021-02-28', programme: ['H2020', 'RIA'] },
  { code: '643410', acronym: 'OpenAIRE2020', title: 'Open Access Infrastructure for Research in Europe 2020', call: 'H2020-EINFRA-2014-1', start: '2015-01-01', end: '2018-06-30', programme: ['H2020', 'RIA'] },
  { code: '831558', acronym: 'FAIRsFAIR', title: 'Fostering FAIR Data Practices In Europe', call: 'H2020-INFRAEOSC-2018-4', start: '2019-03-01', end: '2022-02-28', programme: ['H2020', 'RIA'] },
  { code: '777523', acronym: 'FREYA', title: 'Connected Open Identifiers for Discovery, Access and Use of Research Resources', call: 'H2020-EINFRA-2017', start: '2017-12-01', end: '2020-11-30', programme: ['H2020', 'RIA'] },
  { code: '654039', acronym: 'THOR', title: 'THOR – Technical and Human Infrastructure for Open Research', call: 'H2020-EINFRA-2014-2', start: '2015-06-01', end: '2017-11-30', programme: ['H2020', 'RIA'] },
  { code: '777536', acronym: 'EOSC-hub', title: 'Integrating and managing services for the European Open Science Cloud', call: 'H2020-EINFRA-2017', start: '2018-01-01', end: '2021-03-31', programme: ['H2020', 'RIA'] },
  { code: '739563', acronym: 'EOSCpilot', title: 'The European Open Science Cloud for Research Pilot Project.', call: 'H2020-INFRADEV-2016-2', start: '2017-01-01', end: '2019-05-31', programme: ['H2020', 'RIA'] },
  { code: '823782', acronym: 'SSHOC', title: 'Social Sciences & Humanities Open Cloud', call: 'H2020-INFRAEOSC-2018-2', start: '2019-01-01', end: '2022-04-30', programme: ['H2020', 'RIA'] },
  { code: '785907', acronym: 'HBP SGA2', title: 'Human Brain Project Specific Grant Agreement 2', call: 'H2020-SGA-FETFLAG-HBP-2017', start: '2018-04-01', end: '2020-03-31', programme: ['H2020', 'SGA-RIA'] },
  { code: '874708', acronym: 'TheraLymph', title: 'Gene Therapy to restore lymphatic flow lymphedema', start: '2020-01-01', end: '2025-06-30', programme: ['H2020', 'RIA'] },
]; // prettier-ignore
