/** The editor's `fetch`, which follows all of its proxy settings but two; those are followed here. */
import * as vscode from 'vscode';
import { withProxyLogin } from '../../core/http/proxyLogin.ts';
import { createUnverifiedFetch } from '../../core/http/unverifiedFetch.ts';
import type { Fetch } from '../../core/http/wire.ts';

/** Sends a request as the settings `http.*` have it now. */
export const fetchAsSet: Fetch = (url, options) => {
  const settings = vscode.workspace.getConfiguration('http');
  const set: unknown = settings.get('proxyAuthorization');
  const proxyLogin = typeof set === 'string' ? set : '';
  if (settings.get('proxyStrictSSL') === false && url.startsWith('https:'))
    return createUnverifiedFetch({ proxyLogin })(url, options);
  const send = (): Promise<Response> => globalThis.fetch(url, options);
  return proxyLogin === '' ? send() : withProxyLogin(proxyLogin, send);
};
