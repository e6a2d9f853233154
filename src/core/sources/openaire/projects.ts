/** Projects in the OpenAIRE Graph, as funders registered them. */
import { cleanText } from '../../record/names.ts';
import { compact } from '../../record/compact.ts';
import { asList, asObject, asText } from '../json.ts';
import type { SourceContext } from '../source.ts';
import { askGraph } from './graph.ts';
import { quote } from './parameters.ts';

/** Conditions of a search for projects; all must hold. */
export interface ProjectQuery {
  /** Words of title, summary or keywords. */
  readonly words?: string;
  /** Grant number. */
  readonly code?: string;
  readonly acronym?: string;
  readonly title?: string;
  /** Short name of the funder, such as `EC`. */
  readonly funder?: string;
  /** Identifier of the call, such as `H2020-EINFRA-2017`. */
  readonly call?: string;
}

export interface Project {
  readonly code: string;
  readonly title: string;
  readonly acronym?: string;
  readonly funder?: string;
  /** ISO 8601. */
  readonly startDate?: string;
  readonly endDate?: string;
}

const parameterNames = {
  words: 'search',
  code: 'code',
  acronym: 'acronym',
  title: 'title',
  funder: 'fundingShortName',
  call: 'callIdentifier',
} as const;

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

/** Finds at most `limit` (100 at most) projects, the most relevant first. */
export async function findProjects(
  query: ProjectQuery,
  limit: number,
  context: SourceContext,
): Promise<readonly Project[]> {
  const conditions = Object.entries(parameterNames).flatMap(([member, name]) => {
    const value = query[member as keyof ProjectQuery];
    return value === undefined ? [] : [[name, member === 'words' ? value : quote(value)] as const];
  });
  const parameters = { ...Object.fromEntries(conditions), pageSize: String(Math.min(limit, 100)) };
  const { results } = await askGraph('projects', parameters, 'search', context);
  return results.map(mapProject).filter((project) => project !== undefined);
}
