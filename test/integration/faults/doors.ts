/** The four doors through which a service is asked in the editor, and what comes out of each. */
import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { CitationLookupApi } from '../../../src/editor/api.ts';
import { argumentAt, hoverAt } from '../asPerson.ts';
import { messagesDuring } from '../messages.ts';
import type { TestFolder } from '../workspace.ts';
import { companionOf, type Victim, type Work } from './victims.ts';

export const doors = ['hover', 'search', 'insert', 'batch'] as const;
export type Door = (typeof doors)[number];

/** What came out: nothing wrong, or a sentence, and the error's kind where the door tells it. */
export interface Outcome {
  readonly sentence?: string;
  readonly kind?: string;
  readonly tookMs: number;
}

const bib = '@book{knuth1984, title = {The TeXbook}, author = {Knuth, Donald E.}, year = {1984}}\n';

async function time(work: () => Promise<Omit<Outcome, 'tookMs'>>): Promise<Outcome> {
  const start = performance.now();
  return { ...(await work()), tookMs: performance.now() - start };
}

/** Opens a paper with a bibliography of its own that names the work. */
async function openPaper(folder: TestFolder, name: string, { text }: Work): Promise<vscode.TextDocument> {
  await folder.write(`${name}/refs.bib`, bib);
  await folder.write(`${name}/paper.tex`, `See ${text} there.\n\\bibliography{refs}\n`);
  return vscode.workspace.openTextDocument(folder.uri(`${name}/paper.tex`));
}

/** Rests the mouse on the work: its card, or a sentence. */
function hover(paper: vscode.TextDocument, { text }: Work): Promise<Outcome> {
  return time(async () => {
    const cards = await hoverAt(paper, text);
    assert.equal(cards.length, 1);
    const shown = (cards[0]?.value ?? '').replaceAll('\\', '');
    return shown.includes('Insert citation') ? {} : { sentence: shown };
  });
}

/** Inserts the work; where that fails, no byte of the .bib or the paper has changed. */
function insert(paper: vscode.TextDocument, { text }: Work): Promise<Outcome> {
  return time(async () => {
    const bibliography = vscode.Uri.joinPath(paper.uri, '..', 'refs.bib');
    const read = async (uri: vscode.Uri): Promise<string> =>
      Buffer.from(await vscode.workspace.fs.readFile(uri)).toString();
    const before = [paper.getText(), await read(paper.uri)];
    const said = await messagesDuring(() =>
      vscode.commands.executeCommand('citationLookup.insertCitation', argumentAt(paper, text)),
    );
    const written = await read(bibliography);
    if (said.length === 0) {
      assert.ok(written.startsWith(bib) && written.length > bib.length, 'nothing was inserted');
      return {};
    }
    assert.equal(written, bib);
    assert.deepEqual([paper.getText(), await read(paper.uri)], before);
    assert.equal(paper.isDirty, false);
    return { sentence: said.join('\n') };
  });
}

/** Looks the work up together with one that nothing happens to, which is found all the same. */
function batch(api: CitationLookupApi, victim: Victim, { text }: Work): Promise<Outcome> {
  return time(async () => {
    const companion = companionOf(victim);
    const [own, other] = await api.resolveMany([text, companion.text]);
    assert.ok(other !== undefined && 'record' in other, `${companion.text}: ${JSON.stringify(other)}`);
    assert.equal(other.record.csl.DOI, companion.id);
    assert.ok(own !== undefined);
    if ('record' in own) return {};
    return 'error' in own ? { sentence: own.error.message, kind: own.error.kind } : { sentence: 'not found' };
  });
}

/** Asks for one work at all doors that take an identifier. */
export async function askFor(
  work: Work,
  victim: Victim,
  name: string,
  api: CitationLookupApi,
  folder: TestFolder,
): Promise<ReadonlyMap<Door, Outcome>> {
  const paper = await openPaper(folder, name, work);
  const [many, [card, entry]] = await Promise.all([
    batch(api, victim, work),
    // The card of a hover is where one inserts from.
    hover(paper, work).then(async (shown) => [shown, await insert(paper, work)] as const),
  ]);
  return new Map([
    ['hover', card],
    ['insert', entry],
    ['batch', many],
  ]);
}

/** Searches everywhere: what each source finds as text, and what came of it. */
export async function searchFor(
  query: string,
  api: CitationLookupApi,
): Promise<ReadonlyMap<string, Outcome & { readonly found: string }>> {
  const start = performance.now();
  const found = new Map<string, Outcome & { readonly found: string }>();
  await api.search(query, {
    pageSize: 5,
    onPartial({ source, records, error }) {
      const failure = error === undefined ? {} : { sentence: error.message, kind: error.kind };
      // Covers stand where the service is.
      const works = JSON.stringify(records).replace(/127\.0\.0\.1:\d+/g, 'service');
      found.set(source, { ...failure, found: works, tookMs: performance.now() - start });
    },
  });
  return found;
}
