import { strict as assert } from 'node:assert';
import { credentials } from '../../sandbox/credentials.ts';
import { at, list, useSandbox } from './ask.ts';

describe('a flood of the sandbox', () => {
  const { ask } = useSandbox();

  it('is a thousand works of each service for whoever asks for one, page by page', async () => {
    const crossref = await ask('crossref', '/works?query=flood&rows=50&offset=950');
    assert.equal(at(crossref.body, 'message', 'total-results'), 1000);
    assert.equal(list(at(crossref.body, 'message', 'items')).length, 50);
    const datacite = await ask('datacite', '/dois?query=flood&page[size]=50');
    assert.equal(at(datacite.body, 'meta', 'total'), 1000);
    const openaire = await ask('openaire', '/graph/v3/research-products?search=flood&pageSize=50');
    assert.equal(at(openaire.body, 'header', 'numFound'), 1000);
    const { appid } = credentials.cinii;
    const cinii = await ask('cinii', `/opensearch/v2/all?q=flood&format=json&count=50&appid=${appid}`);
    assert.equal(at(cinii.body, 'opensearch:totalResults'), 1000);
    const { applicationId, accessKey, site } = credentials.rakutenKobo;
    const rakuten = await ask(
      'rakutenKobo',
      `/services/api/Kobo/EbookSearch/20170426?keyword=flood&applicationId=${applicationId}`,
      { headers: { accessKey, origin: site } },
    );
    assert.equal(at(rakuten.body, 'count'), 1000);
  });

  it('holds works that can be looked up, and is kept from everybody else', async () => {
    const found = await ask('crossref', '/works/10.5555%2Fflood.17');
    assert.match(String(list(at(found.body, 'message', 'title'))), /Demonstration 17 of a flood/);
    const other = await ask('crossref', '/works?query=demonstration&rows=1000');
    assert.ok(Number(at(other.body, 'message', 'total-results')) < 1000);
  });
});
