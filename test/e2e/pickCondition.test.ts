import { credentials } from '../sandbox/credentials.ts';
import { useWorkbench } from '../support/useWorkbench.ts';

describe('Searching by what nobody knows by heart', () => {
  const session = useWorkbench();

  /** Types into the input in front, once its title says that it is the one that is meant. */
  async function answer(title: string, text: string): Promise<void> {
    const { workbench } = session();
    await workbench.quickInput.locator('.quick-input-title').getByText(title).waitFor();
    await workbench.page.keyboard.type(text);
    await workbench.press('Enter');
  }

  /** Opens the search with some words and asks for a list to pick from. */
  async function pick(words: string, kind: string): Promise<void> {
    const { workbench } = session();
    await workbench.runCommand('Citation Lookup: Search Works');
    await workbench.quickInput.getByText('Search Works').waitFor();
    await workbench.page.keyboard.type(words);
    await workbench.quickInput.getByRole('button', { name: 'Search by Genre or Project' }).click();
    await answer('Search by Genre or Project', kind);
  }

  it('finds a project by its acronym, and the works that it paid for', async () => {
    const { workbench } = session();
    await workbench.openFile('note.md', 24);
    await pick('assessment', 'Research');
    await answer('Research Project', 'FAIRsFAIR');
    const rows = workbench.quickInput.locator('.monaco-list-row');
    await rows.filter({ hasText: 'Fostering FAIR Data Practices In Europe' }).click();
    await rows.filter({ hasText: 'F-UJI' }).first().waitFor();
    await workbench.press('Escape');
  });

  it('walks the tree of the shop, with the books of the search in each genre', async () => {
    const { workbench } = session();
    await workbench.runCommand('Citation Lookup: Set Credentials');
    await workbench.quickInput.locator('.monaco-list-row').filter({ hasText: 'Rakuten Kobo' }).click();
    const { applicationId, accessKey, site } = credentials.rakutenKobo;
    for (const [place, value] of [applicationId, accessKey, site].entries())
      await answer(`Rakuten Kobo (${String(place + 1)}/3)`, value);
    await workbench.page.getByText('Credentials for Rakuten Kobo are kept').first().waitFor();
    await workbench.openFile('note.md', 24);
    await pick('Ruby', 'Genre');
    const rows = workbench.quickInput.locator('.monaco-list-row');
    await rows.filter({ hasText: '洋書' }).filter({ hasText: /\d/ }).click();
    await workbench.quickInput.getByRole('option', { name: 'arrow-up Up' }).waitFor();
    await workbench.press('Enter');
    await workbench.quickInput.getByText('Search Works').waitFor();
    await rows.filter({ hasText: 'Ruby' }).first().waitFor();
    await workbench.press('Escape');
  });
});
