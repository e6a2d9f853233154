/** The panel's search while no window is open: a file, since an extension's state is no place for thousands of works. */
import * as vscode from 'vscode';
import type { Log } from '../../core/log.ts';
import { isSavedSearch, type SavedSearch } from '../search/savedSearch.ts';

/** Keeps one search. */
export interface SearchStore {
  /** Returns the search kept last; undefined where there is none that can be read. */
  read(): Promise<SavedSearch | undefined>;
  /** Keeps a search in the place of the one before. */
  write(search: SavedSearch): void;
}

/** Creates the store in a folder, which need not be there yet. */
export function createSearchStore(folder: vscode.Uri, log: Log): SearchStore {
  const file = vscode.Uri.joinPath(folder, 'search.json');
  let next: SavedSearch | undefined;
  let isWriting = false;

  /** One writing at a time; of searches that come meanwhile the last one counts. */
  async function writeAll(): Promise<void> {
    isWriting = true;
    try {
      while (next !== undefined) {
        const text = JSON.stringify(next);
        next = undefined;
        await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
      }
    } catch (error) {
      log.warn(`The search cannot be kept: ${String(error)}`);
    }
    isWriting = false;
  }

  return {
    async read() {
      try {
        const value: unknown = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
        return isSavedSearch(value) ? value : undefined;
      } catch {
        return undefined;
      }
    },
    write(search) {
      next = search;
      if (!isWriting) void writeAll();
    },
  };
}
