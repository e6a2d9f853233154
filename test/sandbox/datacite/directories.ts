/** `/clients` and `/providers`: who registers works, by name. */
import { json } from '../exchange.ts';
import type { Answer, Call } from '../exchange.ts';
import { parseQuestion, QueryError } from '../queryString.ts';
import { hasTerms } from '../relevance.ts';
import { clientOf } from './resource.ts';
import type { Work } from '../work.ts';

const contentType = 'application/json; charset=utf-8';

/** Names of the repositories and providers that the works are from, as far as they are not their ids. */
const names: Readonly<Record<string, string>> = {
  'arxiv.content': 'arXiv',
  'arxiv': 'arXiv',
  'cern.zenodo': 'Zenodo',
  'cern': 'CERN - European Organization for Nuclear Research',
  'datacite': 'DataCite',
  'datacite.test': 'DataCite Test Repository',
  'dryad.dryad': 'DRYAD',
  'dryad': 'Dryad Digital Repository',
  'gdcc.harvard-dv': 'Harvard Dataverse',
  'gdcc': 'Global Dataverse Community Consortium',
}; // prettier-ignore

type Kind = 'clients' | 'providers';

/** Makes the directories of those who registered `works`. */
export function createDirectories(works: readonly Work[]): (kind: Kind, call: Call) => Answer {
  const clients = [...new Set(works.map(clientOf))];
  const ids = { clients, providers: [...new Set(clients.map((id) => id.split('.')[0] ?? ''))] };

  return function list(kind, { query }) {
    const entries = ids[kind].map((id) => toEntry(id, kind));
    const question = query.get('query') ?? '';
    try {
      const holds =
        question === ''
          ? () => true
          : parseQuestion<(typeof entries)[number]>(question, (operand) => ({ attributes }) =>
              operand.kind !== 'range' &&
              [attributes.name, attributes.symbol].some((text) => hasTerms(text, operand.text, operand.kind)),
            );
      const hits = entries.filter(holds);
      const size = Number(query.get('page[size]') ?? 25);
      const start = (Number(query.get('page[number]') ?? 1) - 1) * size;
      const meta = { total: hits.length, totalPages: Math.ceil(hits.length / size), page: 1 };
      return json({ data: hits.slice(start, start + size), meta }, 200, contentType);
    } catch (error) {
      if (error instanceof QueryError) return json({ errors: { title: error.message } }, 400, contentType);
      throw error;
    }
  }; // prettier-ignore
}

function toEntry(id: string, kind: Kind) {
  const name = names[id] ?? id;
  const common = { name, symbol: id.toUpperCase(), isActive: true };
  return {
    id,
    type: kind,
    attributes:
      kind === 'clients'
        ? { ...common, alternateName: null, clientType: 'repository' }
        : { ...common, displayName: name, memberType: 'direct_member' },
  };
}
