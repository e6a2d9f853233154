/** One pool of a source: its gate, and what the source's documentation and replies say about its pace. */
import { createGate, type Gate, type GateOptions } from './gate.ts';
import type { Pace } from './http.ts';
import { readPace, readWait } from './pace.ts';
import type { WireReply } from './wire.ts';

export interface Pool {
  readonly gate: Gate;
  /** Takes the pace that the source documents for this caller, if it is another than before. */
  declare(pace: Pace): void;
  /** Learns from a reply; `home` is false where it came from another host, whose pace is not this pool's. */
  learn(reply: WireReply, home: boolean): void;
}

export interface PoolOptions extends GateOptions {
  /** Called where the service complains without naming a time: it is asked too often, whatever for. */
  onComplaint(): void;
}

/** Creates a pool at its documented pace. */
export function createPool(options: PoolOptions): Pool {
  const gate = createGate(options);
  let declared = options.pace;
  let pace = declared;

  function change(to: Pace): void {
    pace = to;
    gate.changePace(pace);
  }

  return {
    gate,
    declare(to) {
      if (isSamePace(to, declared)) return;
      declared = to;
      change(to);
    },
    learn({ status, headers }, home) {
      const waitMs = readWait(headers);
      if (status === 429 || (status === 503 && waitMs !== undefined)) {
        if (waitMs === undefined) options.onComplaint();
        else gate.complain(waitMs);
        return;
      }
      gate.recover();
      const stated = home ? readPace(headers, pace) : pace;
      if (!isSamePace(stated, pace)) change(stated);
    },
  };
}

function isSamePace(a: Pace, b: Pace): boolean {
  return a.limit === b.limit && a.intervalMs === b.intervalMs && a.concurrency === b.concurrency;
}
