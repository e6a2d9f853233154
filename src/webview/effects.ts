import type { PageMessage } from './protocol.ts';
import type { Action, PanelState } from './state.ts';

/** Returns what the host is told when an action happens in a state. */
export function messagesOf(action: Action, state: PanelState): readonly PageMessage[] {
  switch (action.kind) {
    case 'search':
      return action.query.trim() === '' ? [] : [{ kind: 'search', text: action.query.trim() }];
    case 'toggleForm':
      return state.form === undefined ? [{ kind: 'readForm', text: state.query }] : [];
    case 'pickCondition':
      return [{ kind: 'pickCondition', text: state.query }];
    case 'select':
    case 'selectAll':
    case 'read':
      return state.found.busy && !state.isRead ? [{ kind: 'settle' }] : [];
    case 'openDetails':
      return state.details?.id === action.id && state.details.content !== undefined
        ? []
        : [{ kind: 'details', id: action.id }];
    case 'insert':
    case 'copy':
      return action.ids.length === 0 ? [] : [{ kind: action.kind, ids: action.ids }];
    case 'open':
      return [{ kind: 'open', id: action.id }];
    case 'retry':
    case 'setCredentials':
      return [{ kind: action.kind, source: action.source }];
    case 'stop':
    case 'more':
      return [{ kind: action.kind }];
    default:
      return [];
  }
}
