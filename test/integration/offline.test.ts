import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { startSandbox, type Sandbox } from '../sandbox/server.ts';
import { argumentAt, hoverAt } from './asPerson.ts';
import { useFolder } from './workspace.ts';

const known = '10.1038/nature10836';
const unknown = '10.1126/science.1218263';
const said = 'Crossref gives no answer now; shown is what it said earlier.';

describe('offline', () => {
  const here = useFolder();
  const before = new Map<string, unknown>();
  let sandbox: Sandbox | undefined;

  async function stop(): Promise<void> {
    const running = sandbox;
    sandbox = undefined;
    await running?.stop();
  }

  async function set(key: string, value: unknown): Promise<void> {
    const settings = vscode.workspace.getConfiguration('citationLookup');
    if (!before.has(key)) before.set(key, settings.inspect(key)?.globalValue);
    await settings.update(key, value, vscode.ConfigurationTarget.Global);
  }

  async function cardAt(document: vscode.TextDocument, text: string): Promise<string> {
    const [card] = await hoverAt(document, text);
    return (card?.value ?? '').replaceAll('\\', '');
  }

  beforeEach(async () => {
    sandbox = await startSandbox();
    await set('endpoints', sandbox.endpoints);
    await set('sources', ['crossref']);
  });
  afterEach(async () => {
    for (const [key, value] of before) await set(key, value);
    before.clear();
    await stop();
  });

  it('shows what is known of a work, however old, says that it is, and inserts it', async () => {
    await here.folder.write('refs.bib', '');
    const paper = await here.folder.open('paper.tex', `doi:${known}\n\\bibliography{refs}\n`);
    assert.ok(!(await cardAt(paper, known)).includes(said));
    const online = await here.api.search('structure');
    // A moment is longer than so many days.
    await set('cache.maxAgeDays', 1e-12);
    await stop();
    const card = await cardAt(paper, known);
    assert.ok(card.includes(said) && card.includes('Insert citation'), card);
    const other = await here.folder.open('other.tex', `doi:${unknown}\n`);
    assert.match(await cardAt(other, unknown), /^Crossref cannot be reached \(connection refused\)/);
    const offline = await here.api.search('structure');
    assert.equal(offline.records.length, online.records.length);
    const [outcome] = offline.outcomes;
    assert.ok(outcome !== undefined && 'notes' in outcome);
    assert.deepEqual([outcome.error, outcome.notes], [undefined, [said]]);
    await vscode.window.showTextDocument(paper);
    await vscode.commands.executeCommand('citationLookup.insertCitation', argumentAt(paper, known));
    assert.match(await here.folder.read('refs.bib'), /10\.1038\/nature10836/);
  });
});
