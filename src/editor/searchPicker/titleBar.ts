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

const isAsked = ({ state }: SourceShare): boolean => state !== 'idle' && state !== 'lacks-credentials';

function describeShare({ name, state, count, total }: SourceShare): string {
  switch (state) {
    case 'waiting':
      return `${name} …`;
    case 'answered':
      return total === undefined || total <= count
        ? `${name} ${count}`
        : `${name} ${l10n.t('{0} of {1}', count, total)}`;
    default:
      return l10n.t('{0} failed', name);
  }
}

/** Returns the title: each source's share as far as it has come. */
export function titleOf({ sources }: Found): string {
  return [l10n.t('Search Works'), ...sources.filter(isAsked).map(describeShare)].join(' · ');
}

/** Returns why sources have no share, or not the one that was meant, one sentence each. */
export function failuresOf({ sources }: Found): readonly string[] {
  return sources.flatMap(({ failure, notes = [] }) => [
    ...(failure === undefined ? [] : [failure.message]),
    ...notes,
  ]);
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
