/** Insertions that meet. */
import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { useFolder } from './workspace.ts';

const helix = '10.1038/171737a0';
const bib = '@book{knuth1984, title = {The TeXbook}, author = {Knuth, Donald E.}, year = {1984}}\n';

describe('inserting at the same time', () => {
  const here = useFolder();

  it('writes works that are inserted at once one after another, under keys of their own', async () => {
    await here.folder.write('refs.bib', bib);
    const record = await here.api.resolve(helix);
    assert.ok(record);
    const works = [1, 2, 3, 4].map((part) => ({
      ...record,
      csl: { ...record.csl, DOI: `10.5555/part.${part}`, title: `${record.csl.title}, part ${part}` },
    }));
    const bibliography = here.folder.uri('refs.bib');
    const outcomes = await Promise.all([...works, ...works].map((work) => here.api.insert([work], { bibliography }))); // prettier-ignore
    assert.deepEqual(
      outcomes.map(({ added }) => added),
      [1, 1, 1, 1, 0, 0, 0, 0],
    );
    assert.equal(new Set(outcomes.flatMap(({ keys }) => keys.map((key) => key.toLowerCase()))).size, 4);
    const written = await here.folder.read('refs.bib');
    assert.ok(written.startsWith(bib));
    for (const { csl } of works) assert.equal(written.split(`{${csl.DOI}}`).length, 2, written);
  });

  it('cites only one of two works that were to stand at the same place at once', async () => {
    await here.folder.write('refs.bib', bib);
    const text = `See X here.\n\\bibliography{refs}\n`;
    const paper = await here.folder.open('paper.tex', text);
    const record = await here.api.resolve(helix);
    assert.ok(record);
    const other = { ...record, csl: { ...record.csl, DOI: '10.5555/other', title: 'Another work' } };
    const at = new vscode.Location(paper.uri, new vscode.Range(0, 4, 0, 5));
    const [first, second] = await Promise.allSettled(
      [record, other].map((work) => here.api.insert([work], { at })),
    );
    assert.deepEqual([first?.status, second?.status], ['fulfilled', 'rejected'], String(first?.status === 'rejected' ? first.reason : '')); // prettier-ignore
    assert.match(paper.getText(), /^See \\cite\{\w+\} here\.$/m);
    assert.ok(!(await here.folder.read('refs.bib')).includes('10.5555/other'));
  });
});
