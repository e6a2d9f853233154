import { strict as assert } from 'node:assert';
import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { startSandbox, type Sandbox } from '../sandbox/server.ts';
import { argumentAt, hoverAt } from './asPerson.ts';
import { useFolder } from './workspace.ts';

/** Of Crossref, of Crossref and retracted, of DataCite; each with words that find it. */
const works = [
  ['10.1038/171737a0', 'Molecular Structure of Nucleic Acids'],
  ['10.1016/s0140-6736(20)31180-6', 'hydroxychloroquine chloroquine COVID-19'],
  ['10.48550/arxiv.1706.03762', 'Attention Is All You Need'],
] as const;

const orders = [
  ['crossref', 'datacite', 'openaire'],
  ['openaire', 'datacite', 'crossref'],
  ['datacite', 'openaire', 'crossref'],
] as const;

describe('a DOI asked through any door', function () {
  this.timeout(60_000);
  const here = useFolder();
  const before = new Map<string, unknown>();
  let sandbox: Sandbox;

  async function set(key: string, value: unknown): Promise<void> {
    const settings = vscode.workspace.getConfiguration('citationLookup');
    if (!before.has(key)) before.set(key, settings.inspect(key)?.globalValue);
    await settings.update(key, value, vscode.ConfigurationTarget.Global);
  }

  /** New addresses, so that no answer of another order is at hand. */
  async function open(sources: readonly string[]): Promise<void> {
    sandbox = await startSandbox();
    await set('endpoints', sandbox.endpoints);
    await set('sources', sources);
  }

  afterEach(async () => {
    for (const [key, value] of before) await set(key, value);
    before.clear();
  });

  /** What each door makes of a DOI: records, a card, entries. */
  async function askEverywhere(doi: string, words: string): Promise<Readonly<Record<string, unknown>>> {
    const opened = randomUUID();
    /** What is written into a .bib of its own. */
    const inserted = async (
      door: string,
      insert: (bibliography: vscode.Uri) => PromiseLike<unknown>,
    ): Promise<string> => {
      const name = `${door}-${opened}.bib`;
      await here.folder.write(name, '');
      await insert(here.folder.uri(name));
      return here.folder.read(name);
    };
    const paper = await here.folder.open(`${opened}.tex`, `doi:${doi}\n\\bibliography{lens-${opened}}\n`);
    const argument = argumentAt(paper, doi);
    const [card] = await hoverAt(paper, doi);
    const copied = await vscode.commands.executeCommand<string>('citationLookup.copyBibTeX', argument);
    const alone = await here.api.resolve(doi);
    const [inBatch] = await here.api.resolveMany([`https://doi.org/${doi}`]);
    const { records } = await here.api.search(words);
    const found = records.find(({ csl }) => csl.DOI === doi);
    assert.ok(alone && found && inBatch && 'record' in inBatch, doi);
    assert.deepEqual(inBatch.record, alone);
    const whole = await here.api.resolve(found.csl.DOI ?? '');
    assert.deepEqual(whole, alone);
    const byApi = await inserted('api', (bibliography) => here.api.insert([alone], { bibliography }));
    const byLens = await inserted('lens', () =>
      vscode.commands.executeCommand('citationLookup.insertCitation', argument),
    );
    assert.ok(byApi.includes(copied.trim()), `${byApi}\n${copied}`);
    assert.equal(byLens, byApi);
    // What a card's links do is told which document it is shown in.
    const [said = ''] = card?.value.split('[Insert citation]') ?? [];
    assert.ok(said.includes(String(alone.csl.issued?.['date-parts']?.[0]?.[0])), said);
    return { record: alone, said, entry: byApi };
  }

  for (const [doi, words] of works) {
    it(`gives the same record of ${doi}, whoever is asked first`, async () => {
      const [first, ...others] = orders;
      await open(first);
      const usual = await askEverywhere(doi, words);
      await sandbox.stop();
      for (const order of others) {
        await open(order);
        assert.deepEqual(await askEverywhere(doi, words), usual, order.join(', '));
        await sandbox.stop();
      }
    });
  }
});
