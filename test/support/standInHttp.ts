/** A client that a stand-in service answers in memory: for more requests than are worth a socket each. */
import type { Call, StandIn } from '../sandbox/exchange.ts';
import { createFakeHttp, type FakeHttp } from './fakeHttp.ts';

/** Makes a client over a stand-in; `interfere` may answer in its place. */
export function createStandInHttp(
  standIn: StandIn,
  interfere: (url: URL) => { readonly status: number; readonly body: string } | undefined = () => undefined,
): FakeHttp {
  return createFakeHttp((url) => {
    const call: Call = {
      method: 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers: {},
      form: new URLSearchParams(),
      endpoints: { datacite: url.origin },
    };
    return interfere(url) ?? standIn.answer(call);
  });
}
