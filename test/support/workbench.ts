import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { findInEditor, readEditor } from './findOnPage.ts';
import { saveScreenshot } from './launchBrowser.ts';
import { outputFolder } from './paths.ts';
import type { VsCodeServer } from './vscodeServer.ts';
import { waitFor } from './waitFor.ts';

/** VS Code's own themes, and the class with which the window says that one of their kind is in use. */
const themes = {
  light: { name: 'Light Modern', mark: 'vs' },
  dark: { name: 'Dark Modern', mark: 'vs-dark' },
  highContrast: { name: 'Default High Contrast', mark: 'hc-black' },
  highContrastLight: { name: 'Default High Contrast Light', mark: 'hc-light' },
} as const;

/**
 * VS Code's window in a browser, and what a person does in it. Every method waits until what it does has happened, and
 * throws a time-out error that says what it waited for.
 */
export class Workbench {
  /** For whatever the methods here do not cover. */
  readonly page: Page;
  readonly #server: VsCodeServer;

  private constructor(page: Page, server: VsCodeServer) {
    this.page = page;
    this.#server = server;
  }

  /**
   * Opens a folder in a browser window of its own and waits until the window is drawn. With another `language` extensions
   * speak that; the window itself, whose language pack is not at hand, speaks English.
   */
  static async open(
    browser: Browser,
    server: VsCodeServer,
    folder: string,
    language = 'en',
  ): Promise<Workbench> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    if (language !== 'en')
      await context.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)};`);
    const page = await context.newPage();
    // No measure of speed: a busy machine takes its time.
    page.setDefaultTimeout(30_000);
    await page.goto(server.addressOf(folder));
    await page.locator('.explorer-folders-view').waitFor({ timeout: 60_000 });
    return new Workbench(page, server);
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  /** Presses keys in Playwright's notation, such as `Control+z`, one after the other. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Opens a file by its name through Quick Open, with the cursor at the start of `line` (from 1). */
  async openFile(name: string, line = 1): Promise<void> {
    await this.#offer(`${name}:${line}`, this.#choices(name));
    await this.press('Enter');
    await this.page.getByRole('tab', { name, selected: true }).waitFor();
    await this.page.getByText(new RegExp(`^Ln ${line}, Col 1$`)).waitFor();
  }

  /** Runs a command by its full title, such as `Citation Lookup: Show Log`, from the palette. */
  async runCommand(title: string): Promise<void> {
    const command = this.#choices().getByText(title, { exact: true }).first();
    await this.#offer(`>${title}`, command);
    await command.click();
    await command.waitFor({ state: 'hidden' });
  }

  /** Titles of the commands that the palette offers for some words, in its order. */
  async listCommands(words: string): Promise<readonly string[]> {
    await this.#offer(`>${words}`, this.#choices(words));
    const titles = await this.#choices().locator('.label-name').allInnerTexts();
    await this.press('Escape');
    return titles;
  }

  /** The open Quick Pick or input box; its choices are found with `getByRole('option', { name })`. */
  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible');
  }

  /** Types into the open Quick Pick or input box in place of what stands there. */
  async fillQuickInput(text: string): Promise<void> {
    await this.quickInput.locator('input[type="text"]').fill(text);
  }

  /** The choices of the open Quick Pick, or those whose name contains `name`. */
  #choices(name?: string): Locator {
    return this.quickInput.getByRole('option', name === undefined ? {} : { name });
  }

  /** Opens the palette, types, and waits until it offers the choice. */
  async #offer(text: string, choice: Locator): Promise<void> {
    // Early on the window listens to no keys, and what the palette offers then is not yet all there is.
    await waitFor(`an offer for "${text}"`, async () => {
      if (await this.quickInput.isVisible()) await this.press('Escape');
      await this.press('F1');
      if (!(await appears(this.quickInput, 500))) return undefined;
      await this.fillQuickInput(text);
      return (await appears(choice.first(), 2_000)) || undefined;
    });
  }

  /** Where the `index`th visible occurrence of `text` in the active editor is drawn: its middle. */
  async pointOf(text: string, index = 0): Promise<{ readonly x: number; readonly y: number }> {
    const box = await waitFor(`"${text}" in the editor`, () => findInEditor(this.page, text, index));
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** Clicks into the middle of a text in the editor, which places the cursor there. */
  async click(text: string, index = 0): Promise<void> {
    const { x, y } = await this.pointOf(text, index);
    await this.page.mouse.click(x, y);
  }

  /** Rests the mouse on a text in the editor until a card with `content` appears, which is returned. */
  async hover(text: string, content: string | RegExp, index = 0): Promise<Locator> {
    const card = this.page.locator('.monaco-hover:visible').filter({ hasText: content });
    // A card asked for before the extension has started stays away: leave the text and come again.
    await waitFor(`a card with "${String(content)}" on "${text}"`, async () => {
      await this.page.mouse.move(0, 0);
      const { x, y } = await this.pointOf(text, index);
      await this.page.mouse.move(x, y, { steps: 3 });
      return (await appears(card, 4_000)) || undefined;
    });
    return card;
  }

  /** The CodeLens whose text contains `title`. */
  codeLens(title: string | RegExp): Locator {
    return this.page
      .locator('.editor-group-container.active .codelens-decoration a')
      .filter({ hasText: title });
  }

  /** The visible lines of the active editor, also of unsaved text. */
  async visibleText(): Promise<string> {
    return readEditor(this.page);
  }

  /** The message in the corner that contains `text`; its buttons are found with `getByRole('button', { name })`. */
  notification(text: string | RegExp): Locator {
    return this.page.locator('.notifications-toasts .notification-list-item').filter({ hasText: text });
  }

  /** The texts of all messages in the corner. */
  async notifications(): Promise<readonly string[]> {
    return this.page.locator('.notifications-toasts .notification-list-item-message').allInnerTexts();
  }

  /** Presses a button of the dialog that covers the window. */
  async answerDialog(button: string): Promise<void> {
    await this.page.locator('.monaco-dialog-box').getByRole('button', { name: button }).click();
  }

  /** The page of the webview that contains an element for `selector`: a frame within a frame within the window. */
  async webview(selector: string): Promise<Frame> {
    return waitFor(`a webview with ${selector}`, async () => {
      for (const frame of this.page.frames()) {
        if (frame !== this.page.mainFrame() && (await contains(frame, selector))) return frame;
      }
      return undefined;
    });
  }

  async clipboard(): Promise<string> {
    return this.page.evaluate<string>('navigator.clipboard.readText()');
  }

  /** Changes the colours of everything and waits until they are there. */
  async setColors(colors: keyof typeof themes): Promise<void> {
    const { name, mark } = themes[colors];
    this.#server.changeSettings({ 'workbench.colorTheme': name });
    await this.page.locator(`.monaco-workbench.${mark}`).waitFor();
  }

  async resize(width: number, height: number): Promise<void> {
    await this.page.setViewportSize({ width, height });
  }

  /** Saves a picture of the window as `<name>.png`; returns its path. */
  async screenshot(name: string, folder = outputFolder): Promise<string> {
    return saveScreenshot(this.page, name, folder);
  }
}

async function appears(locator: Locator, timeoutMs: number): Promise<boolean> {
  return locator.waitFor({ timeout: timeoutMs }).then(
    () => true,
    () => false,
  );
}

/** False too where the frame goes away while it is asked. */
async function contains(frame: Frame, selector: string): Promise<boolean> {
  return frame
    .locator(selector)
    .count()
    .then(
      (count) => count > 0,
      () => false,
    );
}
