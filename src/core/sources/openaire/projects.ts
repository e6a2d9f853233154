/** Projects in the OpenAIRE Graph, as funders registered them. */
import { cleanText } from '../../record/names.ts';
import { compact } from '../../record/compact.ts';
import { asList, asObject, asText } from '../json.ts';
import type { SourceContext } from '../source.ts';
import type { SearchQuery } from '../query.ts';
import { askGraph } from './graph.ts';
import { anyOf, quote } from './parameters.ts';

export interface Project {
  readonly code: string;
  readonly title: string;
  readonly acronym?: string;
  readonly funder?: string;
  /** ISO 8601. */
  readonly startDate?: string;
  readonly endDate?: string;
}

function mapProject(value: unknown): Project | undefined {
  const project = asObject(value);
  const code = asText(project['code']);
  const title = cleanText(project['title']);
  if (code === undefined || title === undefined) return undefined;
  // The newer form names the funder itself, the older one each of its streams.
  const funder = asObject(asObject(project['funding'])['funder']);
  const funding = asObject(asList(project['fundings'])[0]);
  return compact({
    code,
    title,
    acronym: cleanText(project['acronym']),
    funder: cleanText(funder['name']) ?? cleanText(funding['name']),
    startDate: asText(project['startDate']),
    endDate: asText(project['endDate']),
  });
}

/** What a name may be, in the order in which it is tried: a grant's number, its call, its acronym, words of its title. */
function readingsOf(name: string): readonly string[] {
  const isCode = /^\S*\d\S*$/.test(name);
  return isCode ? ['code', 'acronym', 'callIdentifier'] : ['acronym', 'title'];
}

/** Finds up to 20 projects that a person may mean by `name`; `funders` are short or whole names. */
export async function findProjects(
  name: string,
  funders: readonly string[] | undefined,
  context: SourceContext,
): Promise<readonly Project[]> {
  const funder = funders === undefined ? {} : { funder: anyOf(funders) };
  for (const reading of readingsOf(name)) {
    const parameters = { [reading]: quote(name), ...funder, pageSize: '20' };
    const { results } = await askGraph('projects', parameters, { keep: 'search' }, context);
    const projects = results.map(mapProject).filter((project) => project !== undefined);
    if (projects.length > 0) return projects;
  }
  return [];
}

/** Returns the numbers of the grants that a query names or whose projects it names; undefined where it asks for none. */
export async function findAwardNumbers(
  { award, project, funder }: SearchQuery,
  context: SourceContext,
): Promise<readonly string[] | undefined> {
  if (project === undefined) return award;
  const codes = await Promise.all(
    project.map(async (name) =>
      /^\d+$/.test(name) ? [name] : (await findProjects(name, funder, context)).map(({ code }) => code),
    ),
  );
  return [...new Set(codes.flat())].filter((code) => award?.includes(code) ?? true);
}
