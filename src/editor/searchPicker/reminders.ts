import type * as vscode from 'vscode';

const stateKey = 'remindedOfCredentials';

/** Tells whether the person has been told of a source's missing credentials before. Asking counts as telling, from the next picker on. */
export function createReminders(state: vscode.Memento): { isNew(source: string): boolean } {
  const before = new Set(state.get<readonly string[]>(stateKey, []));
  const now = new Set(before);
  return {
    isNew(source) {
      if (!now.has(source)) {
        now.add(source);
        void state.update(stateKey, [...now]);
      }
      return !before.has(source);
    },
  };
}
