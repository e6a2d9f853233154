/** Answers that come at the same moment are read one a frame: what the first one says is on the screen before the next is read. */
import type { SourceContext } from '../sources/source.ts';

/** A frame of a screen with 60 a second. */
const frameMs = 16;

let last: Promise<void> = Promise.resolve();

/** Resolves a frame after what is read now has been read. */
function passFrame(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(() => {
      setTimeout(resolve, frameMs);
    });
  });
}

/** Returns a context whose answers arrive when it is their turn; an answer that comes alone has it at once. */
export function readInTurn(context: SourceContext): SourceContext {
  const { http } = context;
  return {
    ...context,
    http: {
      ...http,
      async send(request) {
        const reply = await http.send(request);
        const turn = last;
        last = turn.then(passFrame);
        await turn;
        return reply;
      },
    },
  };
}
