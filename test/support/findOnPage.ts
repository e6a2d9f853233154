import type { Page } from 'playwright-core';

/** A rectangle on the page, in pixels from its top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface PageNode {
  readonly textContent: string;
  getBoundingClientRect(): Box;
}

/** What of the browser's own names is used here: the compiler knows none of them, as nothing else runs in a page. */
declare const document: {
  querySelectorAll(selector: string): Iterable<PageNode>;
  createTreeWalker(root: PageNode, textNodes: 4): { nextNode(): PageNode | null };
  createRange(): {
    setStart(node: PageNode, offset: number): void;
    setEnd(node: PageNode, offset: number): void;
    getBoundingClientRect(): Box;
  };
};

/** Reads the lines that the active editor shows, also unsaved ones. */
export async function readEditor(page: Page): Promise<string> {
  return page.evaluate(readLines);
}

/** Runs in the page. The lines are drawn at their places in any order, with hard spaces. */
function readLines(): string {
  return [...document.querySelectorAll('.editor-group-container.active .view-line')]
    .map((line) => ({
      top: line.getBoundingClientRect().y,
      text: line.textContent.replaceAll('\u00a0', ' '),
    }))
    .sort((a, b) => a.top - b.top)
    .map(({ text }) => text)
    .join('\n');
}

/** Finds where the `index`th visible occurrence of `text` in the editor is drawn. */
export async function findInEditor(page: Page, text: string, index: number): Promise<Box | undefined> {
  const box = await page.evaluate(locate, { text, index });
  return box ?? undefined;
}

/** Runs in the page. One line of the editor is one element with a span for each colour, so the text spans several. */
function locate({ text, index }: { readonly text: string; readonly index: number }): Box | null {
  let left = index;
  for (const line of document.querySelectorAll('.editor-group-container.active .view-line')) {
    const content = line.textContent.replaceAll('\u00a0', ' ');
    for (let start = content.indexOf(text); start !== -1; start = content.indexOf(text, start + 1)) {
      if (left-- > 0) continue;
      const range = document.createRange();
      const walker = document.createTreeWalker(line, 4);
      let offset = 0;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const end = offset + node.textContent.length;
        if (start >= offset && start < end) range.setStart(node, start - offset);
        if (start + text.length > offset && start + text.length <= end) {
          range.setEnd(node, start + text.length - offset);
        }
        offset = end;
      }
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x, y, width, height };
    }
  }
  return null;
}
