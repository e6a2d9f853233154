import { showProgress } from './showProgress.ts';

/** Answers that come sooner need no sign that something is going on. */
const patienceMs = 500;

/** Does `work`, and shows progress with a way to cancel while it lasts longer than a moment. */
export async function showWaiting<T>(title: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const result = work(controller.signal);
  const ended = result.then(
    () => undefined,
    () => undefined,
  );
  const timer = setTimeout(() => {
    void showProgress(title, (cancelled) => {
      cancelled.addEventListener('abort', () => {
        controller.abort();
      });
      return ended;
    });
  }, patienceMs);
  try {
    return await result;
  } finally {
    clearTimeout(timer);
  }
}
