import type { Log } from '../../core/log.ts';
import { readSetting } from '../settings.ts';

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/**
 * Returns the base address of an endpoint without a trailing slash: the person's own (the setting has machine scope, so
 * that no workspace can send requests elsewhere), or `fallback` where that is none, no address, or neither https nor on this machine.
 */
export function readEndpoint(id: string, fallback: string, log: Log): string {
  const value = readSetting('endpoints')[id];
  if (typeof value !== 'string' || value.trim() === '') return fallback;
  try {
    const address = new URL(value.trim());
    if (address.protocol === 'https:' || (address.protocol === 'http:' && isLoopback(address.hostname))) {
      return address.href.replace(/\/+$/, '');
    }
  } catch {
    // Reported below with everything else that is not usable.
  }
  log.warn(
    `The endpoint of "${id}" is neither an https address nor one on this machine; the service's own is used.`,
  );
  return fallback;
}
