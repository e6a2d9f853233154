/** Crossref's content negotiation: `/works/{doi}/transform` with an `Accept` header, or a media type in the path. */
import { json, text } from '../exchange.ts';
import type { Answer } from '../exchange.ts';
import { isGroup, issuedDate, mainTitle, parseName, toPerson } from '../work.ts';
import type { Name, Work } from '../work.ts';
import { toMessage } from './message.ts';

const cslJson = 'application/vnd.citationstyles.csl+json';

/** The work in the first media type of `accept` that Crossref offers; 406 where there is none. */
export function transform(work: Work, accept: string): Answer {
  for (const type of accept.split(',').map((part) => part.split(';')[0]?.trim() ?? '')) {
    if (type === cslJson || type === 'application/json' || type === '*/*')
      return json(toCsl(work), 200, cslJson);
    if (type === 'application/x-bibtex') return text(toBibTeX(work), 200, 'application/x-bibtex');
    if (type === 'application/x-research-info-systems') return text(toRis(work), 200, type);
    if (type === 'text/x-bibliography')
      return text(toReference(work), 200, 'text/x-bibliography; charset=utf-8');
  }
  return text('', 406);
}

/** CSL JSON as Crossref writes it: a record with some lists made strings, and its own type. */
function toCsl(work: Work): object {
  const message = toMessage(work, 'single');
  return {
    ...message,
    title: message.title?.[0] ?? '',
    'container-title': message['container-title']?.[0] ?? [],
    'container-title-short': message['short-container-title']?.[0],
    'short-container-title': undefined,
    'issn-type': undefined,
  };
}

/** Crossref's BibTeX: one line, unescaped, with an en dash between pages. */
function toBibTeX(work: Work): string {
  const year = issuedDate(work)?.slice(0, 4);
  const first = work.authors?.[0];
  const family =
    first === undefined ? '' : isGroup(first) ? first.group : parseName(toPerson(first).name).family;
  const fields = [
    ['title', mainTitle(work)],
    ['volume', work.volume],
    ['ISSN', work.issn?.electronic ?? work.issn?.print],
    ['url', `http://dx.doi.org/${work.doi.toLowerCase()}`],
    ['DOI', work.doi.toLowerCase()],
    ['number', work.issue],
    ['journal', work.type === 'journal-article' ? lastOf(work.container) : undefined],
    ['booktitle', work.type === 'journal-article' ? undefined : lastOf(work.container)],
    ['publisher', work.publisher],
    ['author', work.authors?.map(toBibTeXName).join(' and ')],
    ['year', year],
    ['pages', work.page?.replace('-', '–')],
  ] as const;
  const type = work.type === 'journal-article' ? 'article' : work.type.startsWith('book') ? 'book' : 'misc';
  const written = fields.flatMap(([name, value]) => (value === undefined ? [] : [`${name}={${value}}`]));
  return ` @${type}{${[family.replaceAll(/\W/g, '_'), year].filter(Boolean).join('_')}, ${written.join(', ')} }\n`;
}

function lastOf(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.at(-1);
}

function toBibTeXName(name: Name): string {
  return isGroup(name) ? name.group : toPerson(name).name;
}

function toRis(work: Work): string {
  const lines = [
    ['TY', 'GENERIC'],
    ['TI', mainTitle(work)],
    ...(work.authors ?? []).map((name) => ['AU', toBibTeXName(name)]),
    ['DO', work.doi],
    ['PY', issuedDate(work)?.slice(0, 4) ?? ''],
    ['ER', ''],
  ];
  return lines.map((pair) => pair.join('  - ')).join('\n');
}

function toReference(work: Work): string {
  const names = (work.authors ?? []).map(toBibTeXName).join(', ');
  return `${names} (${issuedDate(work)?.slice(0, 4) ?? 'n.d.'}). ${mainTitle(work)}. https://doi.org/${work.doi.toLowerCase()}\n`;
}
