import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useWorkbench } from '../support/useWorkbench.ts';
import { waitFor } from '../support/waitFor.ts';

describe('A Quarto document that is opened first', () => {
  const session = useWorkbench();

  it('is read, and cites from the .bib of its project', async () => {
    const { workbench, folder } = session();
    await workbench.openFile('report.qmd');
    await workbench.codeLens('Insert').first().waitFor();
    await workbench.click('10.1126/science.1218263');
    await workbench.runCommand('Citation Lookup: Insert Citation');
    const bib = await waitFor('the entry', () => {
      const text = readFileSync(join(folder, 'library.bib'), 'utf8');
      return Promise.resolve(text.includes('10.1126/science.1218263') ? text : undefined);
    });
    const key = /@article\{(\w+),[^@]*10\.1126\/science\.1218263/.exec(bib)?.[1] ?? '';
    await waitFor('the citation', async () =>
      (await workbench.visibleText()).includes(`even less [@${key}].`) ? true : undefined,
    );
    assert.notEqual(key, '');
  });
});
