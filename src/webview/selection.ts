/** Which rows are chosen, as lists on every platform do it. */

export interface Selection {
  /** The row that has the keyboard. */
  readonly active?: string;
  /** Where a range begins. */
  readonly anchor?: string;
  readonly chosen: ReadonlySet<string>;
}

export const noSelection: Selection = { chosen: new Set() };

/** `move` only moves the keyboard there; `extend` chooses from the anchor to there. */
export type SelectMode = 'move' | 'only' | 'toggle' | 'extend';

/** Returns the selection after a row was pointed at. */
export function select(
  selection: Selection,
  ids: readonly string[],
  id: string,
  mode: SelectMode,
): Selection {
  if (!ids.includes(id)) return selection;
  switch (mode) {
    case 'move':
      return { ...selection, active: id, anchor: id };
    case 'only':
      return { active: id, anchor: id, chosen: new Set([id]) };
    case 'toggle': {
      const chosen = new Set(selection.chosen);
      if (!chosen.delete(id)) chosen.add(id);
      return { active: id, anchor: id, chosen };
    }
    case 'extend': {
      const start = ids.indexOf(selection.anchor ?? selection.active ?? id);
      const [from, to] = [Math.max(start, 0), ids.indexOf(id)].sort((a, b) => a - b);
      const range = ids.slice(from, (to ?? 0) + 1);
      return { active: id, anchor: ids[Math.max(start, 0)] ?? id, chosen: new Set(range) };
    }
  }
}

/** What is pressed in a list. */
export interface ListKey {
  readonly key: string;
  readonly shift: boolean;
  /** Ctrl, or Cmd on a Mac. */
  readonly ctrl: boolean;
}

/** Returns the id of the row that a key leads to; undefined where the key does not move. */
export function findTarget(
  ids: readonly string[],
  active: string | undefined,
  key: string,
  pageLength: number,
): string | undefined {
  const at = active === undefined ? -1 : ids.indexOf(active);
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at === -1 ? 0 : at - 1,
    PageDown: at + pageLength,
    PageUp: at - pageLength,
    Home: 0,
    End: ids.length - 1,
  };
  const target = steps[key];
  return target === undefined ? undefined : ids[Math.min(Math.max(target, 0), ids.length - 1)];
}
