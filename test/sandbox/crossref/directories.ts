/** Journals, members, funders, prefixes and types: what a person looks up by name. */
import { json } from '../exchange.ts';
import type { Answer } from '../exchange.ts';
import { groupBy } from '../group.ts';
import { terms } from '../relevance.ts';
import { all, doiPrefix, issuedDate } from '../work.ts';
import type { Work } from '../work.ts';
import { funders, members, recordTypes } from './members.ts';
import type { Funder, Member } from './members.ts';
import { findFailures, refuse } from './parameters.ts';
import type { Route } from './parameters.ts';

type Kind = Exclude<Route, 'single' | 'works'>;

interface Entry {
  /** What the entry is found by in a path. */
  readonly ids: readonly string[];
  readonly text: string;
  readonly message: object;
}

export interface Directories {
  list(kind: Kind, query: URLSearchParams): Answer;
  /** Undefined if there is no such entry. */
  find(kind: Kind | 'prefixes', id: string): object | undefined;
}

/** Makes the directories of the publishers and journals that the works name. */
export function createDirectories(works: readonly Work[]): Directories {
  const entries: Readonly<Record<Kind, readonly Entry[]>> = {
    journals: journalsOf(works),
    members: members.map((member) => toMember(member, works)),
    funders: funders.map(toFunder),
    types: Object.entries(recordTypes).map(([id, label]) => ({
      ids: [id],
      text: label,
      message: { id, label },
    })),
  };
  return {
    list(kind, query) {
      const failures = findFailures(query, kind);
      if (failures.length > 0) return refuse(failures);
      const words = terms(query.get('query') ?? '');
      const hits = entries[kind].filter(({ text }) => {
        const own = terms(text);
        return words.every((word) => own.some((term) => term.startsWith(word)));
      });
      const rows = Number(query.get('rows') ?? 20);
      const offset = Number(query.get('offset') ?? 0);
      const items = hits.map(({ message }) => message);
      return json({
        status: 'ok',
        'message-type': `${kind.slice(0, -1)}-list`,
        'message-version': '1.0.0',
        message:
          kind === 'types'
            ? { 'total-results': items.length, items }
            : {
                'items-per-page': rows,
                query: { 'start-index': offset, 'search-terms': query.get('query') },
                'total-results': items.length,
                items: items.slice(offset, offset + rows),
              },
      });
    },
    find(kind, id) {
      if (kind === 'prefixes') return findPrefix(id);
      return entries[kind].find(({ ids }) => ids.includes(id.toUpperCase()) || ids.includes(id))?.message;
    },
  };
}

function journalsOf(works: readonly Work[]): Entry[] {
  const journals = groupBy(
    works.filter(
      ({ issn, container, type }) => issn && container !== undefined && type === 'journal-article',
    ),
    (work) => all(work.container).at(-1) ?? '',
  );
  return [...journals].map(([title, articles]) => {
    const issns = [...new Set(articles.flatMap(({ issn }) => Object.entries(issn ?? {})).map(String))].map(
      (pair) => pair.split(','),
    );
    const publisher = articles[0]?.publisher ?? '';
    const message = {
      'last-status-check-time': 1_781_564_994_076,
      counts: countsOf(articles),
      breakdowns: breakdownsOf(articles),
      publisher,
      coverage: {},
      title,
      subjects: [],
      'coverage-type': { all: {}, backfile: {}, current: {} },
      flags: { deposits: true, 'deposits-articles': true },
      ISSN: issns.map(([, value]) => value),
      'issn-type': issns.map(([type, value]) => ({ value, type })),
    };
    return { ids: issns.map(([, value = '']) => value), text: title, message };
  });
}

function toMember({ id, name, prefixes }: Member, works: readonly Work[]): Entry {
  const own = works.filter(({ doi }) => prefixes.includes(doiPrefix(doi)));
  const message = {
    'last-status-check-time': 1_781_564_994_076,
    'primary-name': name,
    counts: countsOf(own),
    breakdowns: breakdownsOf(own),
    prefixes,
    coverage: {},
    prefix: prefixes.map((value) => ({ name, value })),
    id,
    tokens: terms(name),
    'counts-type': { all: {}, backfile: {}, current: {} },
    'coverage-type': { all: {}, backfile: {}, current: {} },
    flags: { deposits: true, 'deposits-articles': true },
    location: '',
    names: [name],
  };
  return { ids: [String(id)], text: name, message };
}

function toFunder({ id, name, altNames, location }: Funder): Entry {
  const message = {
    id,
    location,
    name,
    'alt-names': altNames,
    uri: `https://doi.org/10.13039/${id}`,
    replaces: [],
    'replaced-by': [],
    tokens: terms([name, ...altNames].join(' ')),
  };
  return { ids: [id, `10.13039/${id}`], text: [name, ...altNames].join(' '), message };
}

function findPrefix(prefix: string): object | undefined {
  const member = members.find(({ prefixes }) => prefixes.includes(prefix));
  return member && {
    member: `https://id.crossref.org/member/${member.id}`,
    name: member.name,
    prefix: `https://id.crossref.org/prefix/${prefix}`,
  }; // prettier-ignore
}

function countsOf(works: readonly Work[]) {
  return { 'current-dois': 0, 'backfile-dois': works.length, 'total-dois': works.length };
}

function breakdownsOf(works: readonly Work[]) {
  const byYear = groupBy(works, (work) => Number(issuedDate(work)?.slice(0, 4) ?? 0));
  return { 'dois-by-issued-year': [...byYear].map(([year, own]) => [year, own.length]) };
}
