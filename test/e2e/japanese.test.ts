import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../support/paths.ts';
import { useWorkbench } from '../support/useWorkbench.ts';

function readTexts(...path: readonly string[]): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(projectFolder, ...path), 'utf8')) as Readonly<Record<string, string>>;
}

const bundle = readTexts('l10n', 'bundle.l10n.ja.json');
const manifest = readTexts('package.nls.ja.json');

/** Returns the Japanese of a sentence with its values. */
function inJapanese(english: string, ...values: readonly string[]): string {
  const template = bundle[english] ?? `no Japanese of ${english}`;
  return template.replaceAll(/\{(\d)\}/g, (_, place: string) => values[Number(place)] ?? '');
}

function commandCalled(name: string): string {
  return `Citation Lookup: ${manifest[name] ?? ''}`;
}

describe('A person who reads Japanese', () => {
  const session = useWorkbench({}, 'ja');
  const failed = (name: string): string =>
    inJapanese('{0} has a fault of its own ({1}); try again later.', name, '500');

  afterEach(() => {
    session().sandbox.reset();
  });

  it('reads the card of a work, or why there is none', async () => {
    const { workbench, sandbox, folder } = session();
    await workbench.openFile('paper.tex');
    const card = await workbench.hover('10.1126/science.169.3946.635', inJapanese('Journal article'));
    await card.getByRole('link', { name: inJapanese('Insert citation') }).waitFor();
    await workbench.screenshot('japaneseCard');
    sandbox.fault('crossref', { kind: 'error' });
    writeFileSync(join(folder, 'failing.md'), 'See 10.18653/v1/N19-1423.\n');
    await workbench.openFile('failing.md');
    await workbench.hover('N19-1423', failed('Crossref'));
    await workbench.screenshot('japaneseFailure');
  });

  it('reads what is wrong with a .bib', async () => {
    const { workbench, folder } = session();
    const bib =
      '@book{one,\n  title = {A},\n}\n@book{one, title {B}}\n@book{two words, title = {C}}\n@book{open,\n  title = {D\n';
    writeFileSync(join(folder, 'broken.bib'), bib);
    await workbench.openFile('broken.bib');
    await workbench.runCommand('View: Focus Problems');
    for (const fault of [
      inJapanese('Another entry has the key {0}; BibTeX takes the first one.', 'one'),
      inJapanese('An equals sign is missing after this field name.'),
      inJapanese('A key cannot have a blank in it.'),
      inJapanese('The brace that begins this value is never closed.'),
    ])
      await workbench.page.locator('.markers-panel').getByText(fault).first().waitFor();
    await workbench.screenshot('japaneseProblems');
    await workbench.runCommand('View: Hide Panel');
  });

  it('reads why a text is no identifier', async () => {
    const { workbench } = session();
    await workbench.openFile('note.md', 24);
    await workbench.runCommand(commandCalled('command.lookup'));
    await workbench.fillQuickInput('ISBN 978-3-16-148410-1');
    await workbench.quickInput.getByText(inJapanese("This ISBN's check digit is wrong.")).waitFor();
    await workbench.screenshot('japaneseInput');
    await workbench.press('Escape');
  });

  it('searches in the palette', async () => {
    const { workbench, sandbox } = session();
    sandbox.fault('datacite', { kind: 'error' });
    await workbench.openFile('note.md', 24);
    await workbench.runCommand(commandCalled('command.search'));
    await workbench.quickInput.getByText(inJapanese('Search Works')).waitFor();
    await workbench.page.keyboard.type('journal:Lancets water');
    await workbench.quickInput.locator('.quick-input-title').getByText(failed('DataCite')).waitFor();
    await workbench.screenshot('japanesePicker');
    await workbench.press('Escape');
  });

  it('searches in the panel', async () => {
    const { workbench, sandbox } = session();
    sandbox.fault('datacite', { kind: 'error' });
    await workbench.runCommand(commandCalled('command.openSearchPanel'));
    const page = await workbench.webview('#query');
    await page.locator('#query').fill('journal:Lancets water');
    await page.locator('#query').press('Enter');
    await page.getByText(failed('DataCite')).waitFor();
    const unknown = inJapanese('{0} has no {1} called “{2}”.', 'Crossref', inJapanese('journal'), 'Lancets');
    await page.getByText(inJapanese('{0} Its words are searched for.', unknown)).waitFor();
    await workbench.screenshot('japanesePanel');
  });
});
