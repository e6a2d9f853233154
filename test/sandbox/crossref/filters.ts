/** The filters of `/works`. */
import { groupBy } from '../group.ts';
import { all, doiPrefix, firstDay, isGroup, issuedDate, toPerson } from '../work.ts';
import type { PartialDate, Work } from '../work.ts';
import { memberOf, recordTypes } from './members.ts';
import { registeredDate } from './message.ts';

/** Says why a value is none of its kind; undefined for a good one. */
export type Complaint = { readonly type: string; readonly message: string } | undefined;

interface Filter {
  readonly complain?: (value: string) => Complaint;
  readonly holds: (work: Work, value: string) => boolean;
}

const same = (left: string | undefined, right: string): boolean =>
  left?.toLowerCase() === right.toLowerCase();

/** The last day that a date may mean. */
const lastDay = (date: PartialDate): string => date + '-12-31'.slice(date.length - 4);

const flag = (holds: (work: Work) => boolean): Filter => ({
  complain: (value) =>
    /^(?:t|true|1|f|false|0)$/.test(value)
      ? undefined
      : {
          type: 'boolean-not-valid',
          message: `Boolean specified as ${value} but must be one of: t, true, 1, f, false, 0`,
        },
  holds: (work, value) => holds(work) === /^[t1]/.test(value),
});

const word = (holds: Filter['holds']): Filter => ({ holds });

function complainOfDate(value: string): Complaint {
  if (!/^\d{4}(?:-\d{2}){0,2}$/.test(value)) {
    return {
      type: 'date-not-valid',
      message: `Date specified as ${value} but must be of the form: yyyy or yyyy-MM or yyyy-MM-dd`,
    };
  }
  return Number.isNaN(Date.parse(value))
    ? {
        type: 'date-not-legitimate',
        message: `Date ${value} specified in the correct format but represents an illegitimate date.`,
      }
    : undefined;
}

const dates: Readonly<Record<string, (work: Work) => PartialDate | undefined>> = {
  'pub-date': issuedDate,
  'issued-date': issuedDate,
  'print-pub-date': (work) => work.print,
  'online-pub-date': (work) => work.online,
  'posted-date': (work) => work.posted,
  'accepted-date': (work) => work.accepted,
  'approved-date': (work) => work.approved,
  'created-date': registeredDate,
  'deposit-date': registeredDate,
  'update-date': registeredDate,
  'index-date': () => '2026-09-14',
  'event-start-date': (work) => work.event?.start,
  'event-end-date': (work) => work.event?.end,
};

const dateFilters = Object.entries(dates).flatMap(([name, dateOf]): [string, Filter][] => {
  const compare = (holds: (date: string, value: string) => boolean): Filter => ({
    complain: complainOfDate,
    holds: (work, value) => {
      const date = dateOf(work);
      return date !== undefined && holds(firstDay(date), value);
    },
  });
  return [
    [`from-${name}`, compare((date, value) => date >= firstDay(value))],
    [`until-${name}`, compare((date, value) => date <= lastDay(value))],
  ];
});

const orcidsOf = (work: Work): (string | undefined)[] =>
  [...(work.authors ?? []), ...(work.editors ?? [])].map((name) =>
    isGroup(name) ? undefined : toPerson(name).orcid,
  );

const updates = (work: Work): readonly { readonly doi: string; readonly type: string }[] =>
  work.updateTo ?? [];

/** Filters by what no work of the sandbox has. */
const nowhereFlags = [
  'has-affiliation', 'has-archive', 'has-assertion', 'has-authenticated-orcid', 'has-award', 'has-clinical-trial-number',
  'has-content-domain', 'has-domain-restriction', 'has-full-text', 'has-funder-doi', 'has-references', 'has-ror-id',
  'has-update-policy',
]; // prettier-ignore
const nowhereWords = [
  'alternative-id', 'archive', 'assertion', 'assertion-group', 'category-name', 'clinical-trial-number', 'content-domain',
  'from-awarded-date', 'until-awarded-date', 'full-text.application', 'full-text.type', 'full-text.version',
  'funder-doi-asserted-by', 'gte-award-amount', 'lte-award-amount', 'license.delay', 'license.version',
  'relation.object-type', 'ror-id',
]; // prettier-ignore

/** Every filter by name. */
export const filters: ReadonlyMap<string, Filter> = new Map([
  ...dateFilters,
  ['doi', {
    complain: (value) => (/^10\.\d{4,}\/./.test(value) ? undefined : {
      type: 'doi-not-valid',
      message: `DOI specified as ${value} but must be of the form: 10.prefix/suffix where prefix is 4 or more digits and suffix is a string`,
    }),
    holds: (work, value) => same(work.doi, value),
  }],
  ['issn', {
    complain: (value) => (/^\d{4}-?\d{3}[\dXx]$/.test(value) ? undefined : {
      type: 'issn-not-valid',
      message: `ISSN specified as ${value} but must be of the form: aaaa-aaab where a is a digit, and b is a digit or 'X'`,
    }),
    holds: (work, value) => Object.values(work.issn ?? {}).some((issn) => same(issn.replace('-', ''), value.replace('-', ''))),
  }],
  ['type', {
    complain: (value) => (value in recordTypes ? undefined : {
      type: 'type-not-valid',
      message: `Type specified as ${value} but must be one of: ${Object.keys(recordTypes).join(', ')}`,
    }),
    holds: (work, value) => work.type === value,
  }],
  ['orcid', {
    complain: (value) => (/\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/.test(value) ? undefined : {
      type: 'orcid-not-valid',
      message: `ORCID specified as ${value} but must be of the form: aaaa-aaaa-aaaa-aaab where a is a digit and b is a digit or 'X'`,
    }),
    holds: (work, value) => orcidsOf(work).some((orcid) => orcid !== undefined && value.endsWith(orcid)),
  }],
  ['isbn', word((work, value) => Object.values(work.isbn ?? {}).includes(value.replaceAll('-', '')))],
  ['type-name', word((work, value) => recordTypes[work.type] === value)],
  ['container-title', word((work, value) => all(work.container).includes(value))],
  ['prefix', word((work, value) => doiPrefix(work.doi) === value)],
  ['member', word((work, value) => String(memberOf(work.doi)) === value)],
  ['funder', word((work, value) => (work.funders ?? []).some(({ doi }) => doi?.endsWith(value)))],
  ['award.funder', word((work, value) => (work.funders ?? []).some(({ doi }) => doi?.endsWith(value)))],
  ['award.number', word((work, value) => (work.funders ?? []).some(({ awards }) => awards?.includes(value)))],
  ['license.url', word((work, value) => work.license === value)],
  ['article-number', word((work, value) => work.articleNumber === value)],
  ['group-title', word((work, value) => work.groupTitle === value)],
  ['updates', word((work, value) => updates(work).some(({ doi }) => same(doi, value)))],
  ['update-type', word((work, value) => updates(work).some(({ type }) => type === value))],
  ['relation.type', word((work, value) => value in (work.relations ?? {}))],
  ['relation.object', word((work, value) => Object.values(work.relations ?? {}).flat().some((id) => same(id, value)))],
  ['is-update', flag((work) => updates(work).length > 0)],
  ['has-update', flag((work) => (work.updatedBy ?? []).length > 0)],
  ['has-abstract', flag((work) => work.abstract !== undefined)],
  ['has-orcid', flag((work) => orcidsOf(work).some((orcid) => orcid !== undefined))],
  ['has-license', flag((work) => work.license !== undefined)],
  ['has-funder', flag((work) => work.funders !== undefined)],
  ['has-relation', flag((work) => work.relations !== undefined)],
  ['has-event', flag((work) => work.event !== undefined)],
  ...nowhereFlags.map((name): [string, Filter] => [name, flag(() => false)]),
  ...nowhereWords.map((name): [string, Filter] => [name, word(() => false)]),
] satisfies [string, Filter][]); // prettier-ignore

/** Splits `name:value,name:value`; a value keeps its colons, and a comma always separates. */
export function parseFilters(list: string): (readonly [name: string, value: string])[] {
  return list.split(',').map((pair) => {
    const colon = pair.indexOf(':');
    return colon < 0 ? [pair, ''] : [pair.slice(0, colon), pair.slice(colon + 1)];
  });
}

/** True where the work passes: filters of different names must all hold, those of one name are alternatives. */
export function passes(work: Work, list: ReturnType<typeof parseFilters>): boolean {
  const byName = groupBy(list, ([name]) => name);
  return [...byName].every(([name, pairs]) =>
    pairs.some(([, value]) => filters.get(name)?.holds(work, value)),
  );
}
