import { AsyncLocalStorage } from 'node:async_hooks';
import * as vscode from 'vscode';

const listening = new AsyncLocalStorage<string[]>();

/** Errors and warnings go to whoever listens, and are not shown then. */
function hearEverything(): void {
  for (const name of ['showErrorMessage', 'showWarningMessage'] as const) {
    const show = vscode.window[name];
    Object.assign(vscode.window, {
      [name]: (message: string, ...rest: string[]) => {
        const said = listening.getStore();
        if (said === undefined) return show(message, ...rest);
        said.push(message);
        return Promise.resolve(undefined);
      },
    });
  }
}

let isHeard = false;

/** Does something and returns what the extension said in errors and warnings on its behalf, which are not shown. */
export async function messagesDuring(act: () => PromiseLike<unknown>): Promise<readonly string[]> {
  if (!isHeard) hearEverything();
  isHeard = true;
  const said: string[] = [];
  await listening.run(said, act);
  return said;
}
