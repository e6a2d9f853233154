/** The editor's `fetch`, which follows all of its proxy settings but two; those are followed here. */
import * as vscode from 'vscode';
import { withProxyLogin } from '../../core/http/proxyLogin.ts';
import { createUnverifiedFetch } from '../../core/http/unverifiedFetch.ts';
import type { Fetch } from '../../core/http/wire.ts';

const fetchUnverified = createUnverifiedFetch();

/** Sends a request as the settings `http.*` have it now. */
export const fetchAsSet: Fetch = (url, options) => {
  const settings = vscode.workspace.getConfiguration('http');
  const login: unknown = settings.get('proxyAuthorization');
  if (settings.get('proxyStrictSSL') === false && url.startsWith('https:'))
    return fetchUnverified(url, options);
  const send = (): Promise<Response> => globalThis.fetch(url, options);
  return typeof login === 'string' && login !== '' ? withProxyLogin(login, send) : send();
};
