/** The part of a log that the core writes to; VS Code's `LogOutputChannel` already satisfies it. */
export interface Log {
  trace(message: string): void;
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

function ignore(): void {
  // Nothing listens.
}

/** A log that nobody reads, for tests and tools. */
export const silentLog: Log = { trace: ignore, debug: ignore, info: ignore, warn: ignore, error: ignore };
