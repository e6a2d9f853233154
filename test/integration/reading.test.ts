import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { hoverAt } from './asPerson.ts';
import { useFolder } from './workspace.ts';

const helix = '10.1038/171737a0';
const retracted = '10.1016/S0140-6736(20)31180-6';

describe('reading', () => {
  const here = useFolder();

  async function cardAt(document: vscode.TextDocument, text: string): Promise<vscode.MarkdownString> {
    const cards = await hoverAt(document, text);
    assert.equal(cards.length, 1, JSON.stringify(cards));
    const [card] = cards;
    assert.ok(card);
    return card;
  }

  it('shows what a DOI is, and lets only our commands run from the card', async () => {
    await here.folder.write('refs.bib', '');
    const paper = await here.folder.open('paper.tex', `See doi:${helix}.\n\\bibliography{refs}\n`);
    const card = await cardAt(paper, helix);
    for (const part of [
      'Molecular Structure of Nucleic Acids',
      'WATSON',
      'CRICK',
      '1953',
      'Nature',
      'Insert citation',
      'Crossref',
    ])
      assert.ok(card.value.includes(part), `${part}: ${card.value}`);
    assert.deepEqual(card.isTrusted, {
      enabledCommands: ['citationLookup.insertCitation', 'citationLookup.copyBibTeX'],
    });
    assert.notEqual(card.supportHtml, true);
  });

  it('says that a paper was retracted, by whom and where it says so', async () => {
    const paper = await here.folder.open('note.md', `<https://doi.org/${retracted}>\n`);
    const { value } = await cardAt(paper, 'doi.org');
    assert.match(value.replaceAll('\\', ''), /RETRACTED \(Retraction Watch, 2020-06/);
    assert.ok(value.includes('https://doi.org/10.1016/s0140-6736%2820%2931324-6'), value);
  });

  it('names the key of a work that is in the bibliography', async () => {
    await here.folder.write('refs.bib', `@article{mine, doi = {${helix.toUpperCase()}}}\n`);
    const paper = await here.folder.open('paper.tex', `doi:${helix}\n\\bibliography{refs}\n`);
    assert.match((await cardAt(paper, helix)).value, /`mine`/);
  });

  it('says in one sentence that a DOI is unknown', async () => {
    const paper = await here.folder.open('paper.tex', 'doi:10.5555/no.such.work\n');
    const { value } = await cardAt(paper, '10.5555');
    assert.match(value, /not registered/);
    assert.equal(value.split('\n').length, 1);
  });

  it('says which credentials a service lacks, with a link that asks for them', async () => {
    const paper = await here.folder.open('paper.tex', 'https://cir.nii.ac.jp/crid/1390001205269568768\n');
    const card = await cardAt(paper, '1390001205269568768');
    assert.match(card.value, /^CiNii needs credentials of your own/);
    assert.ok(
      card.value.includes('(command:citationLookup.setCredentials?%5B%7B%22source%22%3A%22cinii%22%7D%5D)'),
    );
    assert.deepEqual(card.isTrusted, { enabledCommands: ['citationLookup.setCredentials'] });
  });

  it('puts a lens with title, year and state over every line with an identifier', async () => {
    await here.folder.write('refs.bib', `@article{mine, doi = {${helix}}}\n`);
    const paper = await here.folder.open(
      'paper.tex',
      `\\bibliography{refs}\ndoi:${helix}\ntext\ndoi:${retracted}\ndoi:10.2777/1524\n`,
    );
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      paper.uri,
      10,
    );
    const titles = lenses
      .map((lens) => [lens.range.start.line, lens.command?.title ?? ''] as const)
      .toSorted(([a], [b]) => a - b);
    assert.equal(titles.length, 3, JSON.stringify(titles));
    assert.match(titles[0]?.[1] ?? '', /^\$\(check\)\s+mine · WATSON et al\. 1953: Molecular/);
    assert.match(titles[1]?.[1] ?? '', /^\$\(add\)\s+Insert · \$\(warning\)\s+RETRACTED · Mehra/);
    assert.match(titles[2]?.[1] ?? '', /Insert · European Commission\. Directorate Genera… 2018: Turning/);
    assert.deepEqual(
      titles.map(([line]) => line),
      [1, 3, 4],
    );
  });

  it('shows nothing of an identifier in a comment or in code', async () => {
    const paper = await here.folder.open(
      'paper.tex',
      `% doi:${helix}\n\\begin{verbatim}\n${helix}\n\\end{verbatim}\n`,
    );
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      paper.uri,
      10,
    );
    assert.deepEqual(lenses, []);
  });

  it('switches hovers and lenses off by setting', async () => {
    const paper = await here.folder.open('paper.tex', `doi:${helix}\n`);
    const settings = vscode.workspace.getConfiguration('citationLookup');
    await settings.update('codeLens.enabled', false, vscode.ConfigurationTarget.Workspace);
    await settings.update('hover.enabled', false, vscode.ConfigurationTarget.Workspace);
    try {
      assert.deepEqual(
        await vscode.commands.executeCommand('vscode.executeCodeLensProvider', paper.uri, 10),
        [],
      );
      assert.deepEqual(
        await vscode.commands.executeCommand(
          'vscode.executeHoverProvider',
          paper.uri,
          new vscode.Position(0, 8),
        ),
        [],
      );
    } finally {
      await settings.update('codeLens.enabled', undefined, vscode.ConfigurationTarget.Workspace);
      await settings.update('hover.enabled', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('copies the entry of an identifier', async () => {
    const entry = await vscode.commands.executeCommand<string>('citationLookup.copyBibTeX', {
      identifier: `https://doi.org/${helix}`,
    });
    assert.match(entry, /^@article\{Watson1953Molecular,/);
    assert.equal(await vscode.env.clipboard.readText(), entry);
  });

  it('copies what the entry under the cursor is about', async () => {
    await here.folder.open(
      'refs.bib',
      `@misc{other}\n\n@misc{mine,\n  note = {read},\n  doi = {${helix}},\n}\n`,
    );
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new vscode.Selection(3, 5, 3, 5);
    assert.match(
      await vscode.commands.executeCommand('citationLookup.copyBibTeX'),
      /^@article\{Watson1953Molecular,/,
    );
    assert.match(await vscode.commands.executeCommand('citationLookup.copyFormatted'), /^Watson/i);
  });

  it('resolves through Crossref, DataCite, the agency and short DOIs', async () => {
    const sourcesOf = async (identifier: string): Promise<readonly string[] | undefined> =>
      (await here.api.resolve(identifier))?.sources;
    assert.deepEqual(await sourcesOf(helix), ['crossref']);
    assert.deepEqual(await sourcesOf('10.48550/arXiv.1706.03762'), ['datacite']);
    assert.deepEqual(await sourcesOf('arXiv:1706.03762'), ['datacite']);
    assert.equal((await sourcesOf('10.3280/ecag2018-001005'))?.[0], 'doi');
    assert.equal(await here.api.resolve('10.5555/no.such.work'), undefined);
    assert.equal(await here.api.resolve('not an identifier'), undefined);
  });

  it('resolves many in the order asked, with an outcome each', async () => {
    const asked = ['10.48550/arXiv.1412.6980', 'nonsense', helix, '10.5555/no.such.work', helix];
    const progress: number[] = [];
    const outcomes = await here.api.resolveMany(asked, { onProgress: (done) => progress.push(done) });
    assert.deepEqual(
      outcomes.map(({ identifier }) => identifier),
      asked,
    );
    assert.deepEqual(
      outcomes.map((outcome) => ('record' in outcome ? outcome.record.csl.DOI : outcome)),
      [
        '10.48550/arxiv.1412.6980',
        { identifier: 'nonsense', notFound: true },
        helix,
        { identifier: '10.5555/no.such.work', notFound: true },
        helix,
      ],
    );
    assert.equal(progress.at(-1), 3);
  });

  it('searches all services that need no credentials and says which lack theirs', async () => {
    const { records, outcomes } = await here.api.search('molecular structure nucleic acids author:Watson');
    assert.ok(
      records.some(({ csl }) => csl.DOI === helix),
      records.map(({ csl }) => csl.title).join(),
    );
    const kinds = Object.fromEntries(
      outcomes.map(({ source, error }) => [source, error?.kind ?? 'answered']),
    );
    assert.deepEqual(
      [kinds['crossref'], kinds['datacite'], kinds['cinii']],
      ['answered', 'answered', 'credentials'],
    );
  });

  it('keeps credentials where no setting, log or file of ours shows them', async () => {
    await vscode.commands.executeCommand('citationLookup.setCredentials', {
      source: 'cinii',
      values: { appid: 'secret-appid' },
    });
    try {
      const { outcomes } = await here.api.search('x', { sources: ['cinii'] });
      assert.notEqual(outcomes[0]?.error?.message.includes('secret-appid'), true);
      assert.ok(
        !JSON.stringify(vscode.workspace.getConfiguration('citationLookup')).includes('secret-appid'),
      );
    } finally {
      await vscode.commands.executeCommand('citationLookup.clearCredentials', { source: 'cinii' });
    }
    const { outcomes } = await here.api.search('x', { sources: ['cinii'] });
    assert.equal(outcomes[0]?.error?.kind, 'credentials');
  });
});
