import type * as vscode from 'vscode';

const stateKey = 'recentSearches';
const maxKept = 10;

/** The searches that led to an insertion, newest first, kept on this machine. */
export function createRecentSearches(state: vscode.Memento): {
  list(): readonly string[];
  add(words: string): void;
} {
  const list = (): readonly string[] => state.get<readonly string[]>(stateKey, []);
  return {
    list,
    add(words) {
      const trimmed = words.trim();
      if (trimmed !== '')
        void state.update(
          stateKey,
          [trimmed, ...list().filter((other) => other !== trimmed)].slice(0, maxKept),
        );
    },
  };
}
