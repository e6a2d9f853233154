import * as vscode from 'vscode';

/** Does something and returns what the extension said meanwhile in errors and warnings, which are not shown. */
export async function messagesDuring(act: () => PromiseLike<unknown>): Promise<readonly string[]> {
  const said: string[] = [];
  const { showErrorMessage, showWarningMessage } = vscode.window;
  const hear = (message: string): Promise<undefined> => {
    said.push(message);
    return Promise.resolve(undefined);
  };
  Object.assign(vscode.window, { showErrorMessage: hear, showWarningMessage: hear });
  try {
    await act();
  } finally {
    Object.assign(vscode.window, { showErrorMessage, showWarningMessage });
  }
  return said;
}
