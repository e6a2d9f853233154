import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { waitFor } from '../support/waitFor.ts';
import { useFolder } from './workspace.ts';

const helix = '10.1038/171737a0';
const retracted = '10.1016/S0140-6736(20)31180-6';

/** Sound, with the year wrong; of a retracted work; with a DOI that nobody registered; twice. */
const bib = `@article{helix,
  title = {Molecular Structure of Nucleic Acids: A Structure for Deoxyribose Nucleic Acid},
  year = {1954},
  doi = {${helix}},
}

@misc{drug, doi = {${retracted}}}

@misc{typo, doi = {10.5555/nobody.registered.this}}

@misc{again, doi = {https://doi.org/${helix}}}
`;

describe('checking the bibliography', () => {
  const here = useFolder();

  /** What Problems shows of a file: the kind, and the text that is underlined. */
  function problemsOf(document: vscode.TextDocument): readonly string[] {
    return vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ source }) => source === 'Citation Lookup')
      .map(({ code, range }) => {
        const kind = typeof code === 'object' ? code.value : (code ?? '');
        return `${kind} ${document.getText(range)}`;
      })
      .toSorted();
  }

  function problems(document: vscode.TextDocument, wanted: readonly string[]): Promise<unknown> {
    return waitFor(`the problems ${wanted.join(', ')}`, () =>
      JSON.stringify(problemsOf(document)) === JSON.stringify(wanted) ? wanted : undefined,
    );
  }

  it('shows what is wrong in the text itself as it is edited', async () => {
    const refs = await here.folder.open('refs.bib', '@book{a, title {A}}\n\n@book{b, title={B}}\n');
    await problems(refs, ['syntax title {A}}']);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(refs.uri, refs.lineAt(0).range, '@book{b, title = {A}}');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await problems(refs, ['repeated-key b']);
  });

  it('shows nothing of a .bib that is only shown, as in a preview of changes', async () => {
    const text = '@book{a, title {A}}\n';
    const provider = { provideTextDocumentContent: (): string => text };
    const registered = vscode.workspace.registerTextDocumentContentProvider('shown-only', provider);
    const shown = await vscode.workspace.openTextDocument(vscode.Uri.parse('shown-only:/refs.bib'));
    const refs = await here.folder.open('refs.bib', text);
    await problems(refs, ['syntax title {A}}']);
    assert.deepEqual(problemsOf(shown), []);
    registered.dispose();
  });

  it('offers each way to mend an entry once', async () => {
    const refs = await here.folder.open('refs.bib', bib);
    await vscode.commands.executeCommand('citationLookup.checkBibliography');
    for (const place of ['1954', 'again,']) {
      const position = refs.positionAt(bib.indexOf(place) + 1);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        refs.uri,
        new vscode.Range(position, position),
      );
      const titles = actions.map(({ title }) => title);
      assert.equal(new Set(titles).size, titles.length, titles.join('\n'));
    }
  });

  it('shows what the services know, mends a field, and forgets what is mended', async () => {
    const refs = await here.folder.open('refs.bib', bib);
    await vscode.commands.executeCommand('citationLookup.checkBibliography');
    const found = problemsOf(refs);
    for (const one of [
      'differs {1954}',
      'retraction drug',
      'same-work again',
      'unknown-doi {10.5555/nobody.registered.this}',
    ])
      assert.ok(found.includes(one), `${one} is not among ${found.join(', ')}`);
    assert.equal(refs.getText(), bib);

    const year = refs.positionAt(bib.indexOf('1954'));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      refs.uri,
      new vscode.Range(year, year),
      vscode.CodeActionKind.QuickFix.value,
    );
    const change = actions.find(({ title }) => title === 'Change year to "1953"')?.edit;
    assert.ok(change, actions.map(({ title }) => title).join());
    assert.ok(await vscode.workspace.applyEdit(change));
    assert.equal(refs.getText(), bib.replace('1954', '1953'));
    await waitFor('the problem to go', () =>
      problemsOf(refs).some((one) => one.startsWith('differs {195')) ? undefined : true,
    );
    assert.ok(problemsOf(refs).includes('retraction drug'));
  });

  it('checks the .bib of the document in the editor', async () => {
    await here.folder.write('refs.bib', bib);
    await here.folder.open('paper.tex', '\\cite{helix}\n\\bibliography{refs}\n');
    const outcomes = await vscode.commands.executeCommand('citationLookup.checkBibliography');
    assert.deepEqual(outcomes, [
      {
        entries: 4,
        problems: vscode.languages.getDiagnostics(here.folder.uri('refs.bib')).length,
        notChecked: 0,
        unidentified: 0,
      },
    ]);
  });

  it('shows nothing of a text by itself where the setting says so', async () => {
    const refs = await here.folder.open('refs.bib', '@book{a, title {A}}\n');
    await problems(refs, ['syntax title {A}}']);
    const settings = vscode.workspace.getConfiguration('citationLookup');
    await settings.update('diagnostics.enabled', false, vscode.ConfigurationTarget.Global);
    try {
      await problems(refs, []);
    } finally {
      await settings.update('diagnostics.enabled', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
