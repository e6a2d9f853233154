/**
 * Stands in for `@vscode/spdlog`, the native logger of the VS Code server. The Output view shows nothing but what this
 * writes into files.
 */
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];

/** A logger that appends to `path` at once; the size limits of the original do not matter to a test. */
export function createAsyncRotatingLogger(_name, path) {
  mkdirSync(dirname(path), { recursive: true });
  let lowest = 0;
  let isRaw = false;
  const write = (level) => (message) => {
    if (levels.indexOf(level) < lowest) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    appendFileSync(path, isRaw ? message : `${time} [${level}] ${message}\n`);
  };
  return {
    ...Object.fromEntries(levels.map((level) => [level, write(level)])),
    getLevel: () => lowest,
    setLevel: (level) => (lowest = level),
    setPattern: () => undefined,
    clearFormatters: () => (isRaw = true),
    flush: () => undefined,
    drop: () => undefined,
  };
}

export const createRotatingLogger = createAsyncRotatingLogger;
export const version = 0;
export const setLevel = () => undefined;
export const setFlushOn = () => undefined;
