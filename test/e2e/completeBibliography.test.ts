import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { useWorkbench } from '../support/useWorkbench.ts';
import { waitFor } from '../support/waitFor.ts';

const bib = `@article{helix,
  author = {Watson, J. D. and Crick, F. H. C.},
  title = {Molecular Structure of Nucleic Acids: A Structure for Deoxyribose Nucleic Acid},
  journal = {Nature},
  year = {1953},
}

@misc{own,
  author = {Nobody, A.},
  title = {Notes that were never published anywhere at all},
}
`;

describe('Completing the bibliography', () => {
  const session = useWorkbench();

  it('finds a DOI by names and title, and writes it when it is ticked in the preview', async () => {
    const { workbench, folder } = session();
    const file = join(folder, 'lacking.bib');
    writeFileSync(file, bib);
    await workbench.openFile('lacking.bib');
    await workbench.runCommand('Citation Lookup: Complete Bibliography…');
    const found = workbench.page.locator('.bulk-edit-panel .monaco-list-row').filter({ hasText: /171/ });
    await found.first().waitFor();
    await workbench.screenshot('completePreview');
    assert.equal(readFileSync(file, 'utf8'), bib);

    await found.first().getByRole('checkbox').click();
    await workbench.page.getByRole('button', { name: 'Apply', exact: true }).click();
    await waitFor(
      'the DOI in the file',
      () =>
        /year = \{1953\},\n[^}]*\n {2}volume = \{171\},[^@]*doi = \{10\.1038\/171737a0\},?\n/.test(
          readFileSync(file, 'utf8'),
        ) || undefined,
    );
    assert.ok(readFileSync(file, 'utf8').endsWith(bib.slice(bib.indexOf('@misc'))));
  });
});
