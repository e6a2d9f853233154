import { strict as assert } from 'node:assert';
import { toMessage } from '../../sandbox/crossref/message.ts';
import { toResource } from '../../sandbox/datacite/resource.ts';
import { toItem } from '../../sandbox/cinii/records.ts';
import { createOpenaire } from '../../sandbox/openaire/openaire.ts';
import { searchEbooks } from '../../sandbox/rakuten/ebooks.ts';
import { japaneseWorks, works } from '../../sandbox/works.ts';
import { ebooks } from '../../sandbox/works/ebooks.ts';
import { describeCorpus, listBodies, readBody } from '../../support/corpus.ts';
import { at, list } from './ask.ts';

/** Where what stands in some bodies: `message.author[].family string`. Keys that are names of relations are all one. */
function shapeOf(bodies: readonly unknown[]): Set<string> {
  const shape = new Set<string>();
  const visit = (value: unknown, path: string): void => {
    const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
    shape.add(`${path} ${type}`);
    if (Array.isArray(value)) for (const item of value) visit(item, `${path}[]`);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value))
        visit(inner, `${path}.${path === 'relation' ? '*' : key}`.replace(/^\./, ''));
    }
  };
  for (const body of bodies) visit(JSON.parse(JSON.stringify(body)), '');
  return shape;
}

/** What the stand-in shows although no recorded body has it and no documentation, `documented`, describes it. */
function inventions(standIn: readonly unknown[], recorded: readonly unknown[], documented: RegExp): string[] {
  const known = shapeOf(recorded);
  return [...shapeOf(standIn)].filter((place) => !known.has(place) && !documented.test(place)).toSorted();
}

const bodies = (service: string, pattern: RegExp): readonly unknown[] =>
  listBodies(service, pattern).map((path): unknown => JSON.parse(readBody(path)));

describeCorpus('Crossref and its stand-in', () => {
  const messages = bodies('crossref', /\/(?:work|item|list)__.*\.json$/).flatMap((body) => {
    const message = at(body, 'message') ?? body;
    return list(at(message, 'items')).length > 0 ? list(at(message, 'items')) : [message];
  });
  const own = works.filter(({ agency }) => agency === 'Crossref');

  it('have the same keys and types in every place', () => {
    assert.deepEqual(
      inventions(
        own.flatMap((work) => [toMessage(work, 'single'), toMessage(work, 'item')]),
        messages,
        /^(?:award|project|chair|translator|updated-by\[\]\.record-id)\b/,
      ),
      [],
    );
  });
});

describeCorpus('DataCite and its stand-in', () => {
  const data = bodies('datacite', /\/(?:doi|item|list|dcjson|zotero)_.*\.json$/).flatMap((body) => {
    if (at(body, 'creators') !== undefined) return [{ attributes: body }];
    const found = at(body, 'data') ?? body;
    return Array.isArray(found) ? list(found) : [found];
  });
  const own = works.filter(({ agency }) => agency === 'DataCite');

  it('have the same keys and types in every place', () => {
    const forms = [
      { single: true, affiliationObjects: false, publisherObject: false },
      { single: false, affiliationObjects: true, publisherObject: true },
    ];
    assert.deepEqual(
      inventions(
        own.flatMap((work) => forms.map((form) => toResource(work, form))),
        data,
        // A version is named like the work it is a version of; a landing page may be missing.
        /^(?:relationships\.versions\.data\[\]|attributes\.url null)/,
      ),
      [],
    );
  });
});

describeCorpus('OpenAIRE and its stand-in', () => {
  const recorded = bodies('openaire', /graph-v[23]\/.*\.json$/).flatMap((body) => {
    const results = at(body, 'results');
    return Array.isArray(results) ? list(results) : [body];
  });

  it('have the same keys and types in every place', () => {
    const path = '/graph/v3/research-products';
    const query = new URLSearchParams({ cursor: '*', pageSize: '100' });
    const { body } = createOpenaire(works).answer({
      method: 'GET',
      path,
      query,
      headers: {},
      form: new URLSearchParams(),
      endpoints: {},
    });
    assert.deepEqual(
      inventions(
        list(at(JSON.parse(body), 'results')),
        recorded,
        /^container\.\w+ null$|^container\.conference/,
      ),
      [],
    );
  });
});

describeCorpus('CiNii and its stand-in', () => {
  it('have the same keys and types in every place of a hit', () => {
    const recorded = [
      ...bodies('cinii', /cir-v2-.*\.json$/).flatMap((body) => list(at(body, 'items'))),
      ...bodies('cinii', /old-cinii-.*\.json$/).flatMap((body) => list(at(body, '@graph', 0, 'items'))),
    ];
    assert.deepEqual(
      inventions(
        japaneseWorks.map((work) => toItem(work, 'ja')),
        recorded,
        // No hit of a search for articles was recorded.
        /^(?:abstractLicenseFlag|prism:\w+) string$/,
      ),
      [],
    );
  });
});

describeCorpus('Rakuten Kobo and its stand-in', () => {
  it('have the same keys and types in every place', () => {
    const recorded = bodies('rakuten', /kobo-ebooksearch-.*\.json$/);
    const answers = ['1', '2'].map((formatVersion): unknown => JSON.parse(searchEbooks(ebooks, new URLSearchParams({ koboGenreId: '101', genreInformationFlag: '1', formatVersion }), 'https://covers.example.org').body)); // prettier-ignore
    assert.deepEqual(inventions(answers, recorded, /^$/), []);
  });
});
