/** Returns a function that runs tasks one after another, in the order of its calls, whether those before fail or not. */
export function takeTurns(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const turn = last.then(() => task());
    last = turn.catch(() => undefined);
    return turn;
  };
}
