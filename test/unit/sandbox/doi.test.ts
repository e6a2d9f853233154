import { strict as assert } from 'node:assert';
import { at, useSandbox } from './ask.ts';

describe('the stand-in of doi.org', () => {
  const { ask, sandbox } = useSandbox();
  const csl = { headers: { accept: 'application/vnd.citationstyles.csl+json' } };

  for (const [asked, expected] of [
    ['10.1038/171737a0', { DOI: '10.1038/171737a0', RA: 'Crossref' }],
    ['10.5061', { DOI: '10.5061', RA: 'DataCite' }],
    ['10.1241/johokanri.52.255', { DOI: '10.1241/johokanri.52.255', RA: 'JaLC' }],
    ['10.1038/none', { DOI: '10.1038/none', status: 'DOI does not exist' }],
    ['rubbish', { DOI: 'rubbish', status: 'Invalid DOI' }],
  ] as const) {
    it(`tells the agency of ${asked}`, async () => {
      const { status, body } = await ask('doi', `/ra/${encodeURIComponent(asked)}`);
      assert.deepEqual([status, body], [200, [expected]]);
    });
  }

  it('sends whoever asks for data on to the agency', async () => {
    for (const [doi, title] of [
      ['10.1038/171737a0', /^Molecular Structure/],
      ['10.5061/dryad.8515', /^Data from/],
      ['10.3280/ecag2018-001005', /^Substitutability/],
      ['10.5012/bkcs.2011.32.2.620', /^Dynamic Research/],
      ['10.1241/johokanri.52.255', /^サイエンスマップ/],
      ['10.2777/1524', /^Turning FAIR into reality/],
    ] as const) {
      const { status, body } = await ask('doi', `/${encodeURIComponent(doi)}`, csl);
      assert.equal(status, 200, doi);
      assert.match(String(at(body, 'title')), title);
    }
    const services = sandbox().requests.map(({ service }) => service);
    assert.deepEqual(services.slice(0, 4), ['doi', 'crossref', 'doi', 'datacite']);
  });

  it('sends everybody to the page of an agency that has no data', async () => {
    const { type } = await ask('doi', '/10.11897%2FSP.J.1016.2017.01229', csl);
    assert.equal(type, 'text/html');
  });

  it('sends a browser to the landing page', async () => {
    const { status, headers } = await ask('doi', '/10.1038/171737a0', { redirect: 'manual' });
    assert.equal(status, 302);
    assert.match(headers.get('location') ?? '', /landing/);
  });

  it('follows short DOIs, with and without their 10/', async () => {
    for (const path of ['/10/m5t', '/m5t', '/10/M5T']) {
      assert.equal(at((await ask('doi', path, csl)).body, 'DOI'), '10.1126/science.1218263');
    }
    const { body } = await ask('doi', '/api/handles/10/m5t');
    assert.equal(at(body, 'values', 0, 'data', 'value'), '10.1126/science.1218263');
    assert.equal(at((await ask('doi', '/api/handles/10/none')).body, 'responseCode'), 100);
  });

  it('has a page for what is unknown, and another for what is none', async () => {
    for (const [path, expected] of [
      ['/10.9999/none', 404],
      ['/10/none', 404],
      ['/rubbish', 400],
      ['/10.1038%2', 400],
    ] as const) {
      const { status, type } = await ask('doi', path);
      assert.deepEqual([status, type], [expected, 'text/html'], path);
    }
  });
});
