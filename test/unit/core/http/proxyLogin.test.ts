import { strict as assert } from 'node:assert';
import { channel } from 'node:diagnostics_channel';
import { withProxyLogin } from '../../../../src/core/http/proxyLogin.ts';

/** Tells of a request as undici does, and returns its headers as they are then. */
function make(method: string, headers: readonly string[] = []): readonly string[] {
  const all = [...headers];
  const addHeader = (name: string, value: string): void => void all.push(name, value);
  channel('undici:request:create').publish({
    request: { origin: 'http://proxy', path: 'h:443', method, headers: all, addHeader },
  });
  return all;
}

describe('withProxyLogin', () => {
  it('logs in at the tunnels that are opened for the request, later ones too', async () => {
    await withProxyLogin('Basic 1', async () => {
      assert.deepEqual(make('CONNECT'), ['proxy-authorization', 'Basic 1']);
      await new Promise(setImmediate);
      assert.deepEqual(make('CONNECT'), ['proxy-authorization', 'Basic 1']);
    });
    assert.deepEqual(make('CONNECT'), []);
  });

  it('shows the login to nobody but the proxy', async () => {
    const headers = await withProxyLogin('Basic 1', () => Promise.resolve(make('GET')));
    assert.deepEqual(headers, []);
  });

  it('leaves the login of the proxy’s address alone', async () => {
    const own = ['Proxy-Authorization', 'Basic 2'];
    const headers = await withProxyLogin('Basic 1', () => Promise.resolve(make('CONNECT', own)));
    assert.deepEqual(headers, own);
  });

  it('leaves the tunnels of others alone that are opened meanwhile', async () => {
    let end: () => void = () => undefined;
    const sending = withProxyLogin('Basic 1', () => new Promise<void>((resolve) => (end = resolve)));
    assert.deepEqual(make('CONNECT'), []);
    end();
    await sending;
  });

  it('logs in once where several requests are on their way', async () => {
    const seen = await Promise.all(
      [1, 2].map((i) =>
        withProxyLogin(`Basic ${i}`, async () => {
          await new Promise(setImmediate);
          return make('CONNECT');
        }),
      ),
    );
    assert.deepEqual(seen, [
      ['proxy-authorization', 'Basic 1'],
      ['proxy-authorization', 'Basic 2'],
    ]);
  });
});
