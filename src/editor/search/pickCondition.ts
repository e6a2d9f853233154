/** Conditions whose values nobody knows by heart, picked from the services' own lists: genres as a tree, projects by name. */
import * as vscode from 'vscode';
import type { Project } from '../../core/sources/openaire/projects.ts';
import { formatQuery, parseQuery } from '../../core/sources/parseQuery.ts';
import type { SearchQuery } from '../../core/sources/query.ts';
import type { KoboGenre } from '../../core/sources/rakuten/genres.ts';
import { showFailure } from '../messages.ts';
import type { Services } from '../services/services.ts';

const { l10n } = vscode;

type Lists = Pick<Services, 'listGenres' | 'findProjects'>;

interface GenreItem extends vscode.QuickPickItem {
  /** Absent on the row that leads back up. */
  readonly genre?: KoboGenre;
}

/** Walks the tree from its root; undefined where the person gives up. The books that the query finds are counted. */
async function pickGenre(query: SearchQuery, services: Lists): Promise<string | undefined> {
  const path: KoboGenre[] = [];
  async function listItems(here: KoboGenre | undefined): Promise<readonly GenreItem[]> {
    const genres = await services.listGenres(here?.id, { ...query, genre: [] });
    const itself: readonly GenreItem[] =
      here === undefined
        ? []
        : [{ label: `$(check) ${here.name}`, genre: here }, { label: `$(arrow-up) ${l10n.t('Up')}` }];
    return [
      ...itself,
      ...genres
        .filter(({ count }) => count !== 0)
        .map((genre) => ({ label: genre.name, description: genre.count?.toString() ?? '', genre })),
    ];
  }
  for (;;) {
    const here = path.at(-1);
    const picked = await vscode.window.showQuickPick(listItems(here), {
      title: [l10n.t('Genre of Rakuten Kobo'), ...path.map(({ name }) => name)].join(' › '),
    });
    if (picked === undefined) return undefined;
    if (picked.genre === undefined) path.pop();
    else if (picked.genre === here) return here.id;
    else path.push(picked.genre);
  }
}

function projectItem(project: Project): vscode.QuickPickItem & { readonly code: string } {
  const { code, acronym, title, funder, startDate, endDate } = project;
  const period = [startDate, endDate].map((date) => date?.slice(0, 4) ?? '').join('–');
  return {
    code,
    label: acronym ?? title,
    description: [code, funder ?? '', period].filter((part) => part !== '' && part !== '–').join(' · '),
    detail: acronym === undefined ? '' : title,
  };
}

/** Asks for a name and offers the projects that it may mean; undefined where the person gives up, or there are none. */
async function pickProject(query: SearchQuery, services: Lists): Promise<string | undefined> {
  const title = l10n.t('Research Project');
  const name = await vscode.window.showInputBox({
    title,
    prompt: l10n.t('Acronym, number of the grant, its call, or words of the title'),
    value: query.project?.[0] ?? '',
  });
  if (name === undefined || name.trim() === '') return undefined;
  const projects = services.findProjects(name.trim(), query.funder).then((found) => found.map(projectItem));
  const placeHolder = l10n.t('Projects that OpenAIRE knows as {0}', name.trim());
  return (await vscode.window.showQuickPick(projects, { title, placeHolder, matchOnDetail: true }))?.code;
}

/** Lets the person pick a genre or a project and returns the query with it; undefined where nothing was picked. */
export async function pickCondition(text: string, services: Lists): Promise<string | undefined> {
  const query = parseQuery(text);
  const kinds = [
    { label: l10n.t('Genre of Rakuten Kobo'), field: 'genre', pick: pickGenre },
    { label: l10n.t('Research Project'), field: 'project', pick: pickProject },
  ] as const;
  const kind = await vscode.window.showQuickPick(kinds, { title: l10n.t('Search by Genre or Project') });
  try {
    const value = await kind?.pick(query, services);
    return kind === undefined || value === undefined
      ? undefined
      : formatQuery({ ...query, [kind.field]: [value] });
  } catch (error) {
    void showFailure(error);
    return undefined;
  }
}
