/** What stands over the rows: how far each source is, and what can be done about it. */
import * as vscode from 'vscode';
import type { Found, SourceShare } from '../../webview/protocol.ts';

const { l10n } = vscode;

/** A button that loads more, asks a source that failed again, sets the credentials that one lacks, or picks a condition. */
export interface TitleButton extends vscode.QuickInputButton {
  readonly action:
    | { readonly kind: 'more' }
    | { readonly kind: 'pick' }
    | { readonly kind: 'retry' | 'credentials'; readonly source: string };
}

function describeShare({ name, state, count, total, notApplied }: SourceShare): readonly string[] {
  if (state === 'waiting') return [`${name} …`];
  if (state !== 'answered') return [];
  const isAll = total === undefined || total <= count;
  const share = isAll ? `${name} ${count}` : `${name} ${l10n.t('{0} of {1}', count, total)}`;
  return [notApplied.length === 0 ? share : l10n.t('{0} (cannot apply {1})', share, notApplied.join(', '))];
}

/** Returns why sources have no share, or not the one that was meant, one sentence each. */
export function failuresOf({ sources }: Found): readonly string[] {
  return sources.flatMap(({ failure, notes = [] }) => [
    ...(failure === undefined ? [] : [failure.message]),
    ...notes,
  ]);
}

/** Returns the title: each source's share as far as it has come, and why one has none where rows do not say it. */
export function titleOf(found: Found): string {
  const shares = found.sources.filter(({ failure }) => failure === undefined).flatMap(describeShare);
  const sentences = found.order.length > 0 ? failuresOf(found) : [];
  return [l10n.t('Search Works'), ...shares, ...sentences].join(' · ');
}

/** Returns the buttons; `isReminded` tells of which sources' credentials the person is to be told. */
export function titleButtons(found: Found, isReminded: (source: string) => boolean): readonly TitleButton[] {
  const button = (icon: string, tooltip: string, action: TitleButton['action']): TitleButton => ({
    iconPath: new vscode.ThemeIcon(icon),
    tooltip,
    action,
  });
  return [
    ...found.sources.flatMap(({ id, name, state, failure }) => {
      if (failure !== undefined)
        return [
          button('refresh', `${failure.message} ${l10n.t('Try again')}`, { kind: 'retry', source: id }),
        ];
      if (state !== 'lacks-credentials' || !isReminded(id)) return [];
      const lack = l10n.t('{0}: asked too once you set your own credentials.', name);
      return [button('key', lack, { kind: 'credentials', source: id })];
    }),
    ...(!found.busy && found.sources.some(({ hasMore }) => hasMore)
      ? [button('expand-all', l10n.t('Load more'), { kind: 'more' })]
      : []),
    button('list-tree', l10n.t('Search by Genre or Project'), { kind: 'pick' }),
  ];
}
