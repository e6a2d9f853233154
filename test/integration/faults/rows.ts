/** What can happen to a service, and what a person then reads: one sentence that says who, what and what next. */
import type { ErrorKind } from '../../../src/core/errors.ts';
import type { Fault } from '../../sandbox/faults.ts';
import type { Victim } from './victims.ts';

/** Servers of nobody's: one with a certificate that nobody signed, one that answers what nobody asked. */
export interface Places {
  readonly untrusted: string;
  readonly stranger: string;
}

export interface Row {
  readonly what: string;
  readonly kind: ErrorKind;
  readonly fault: (places: Places) => Fault;
  readonly sentence: (victim: Victim) => string;
  /** Where the service is said to be instead; the fault then happens to who comes by another way. */
  readonly address?: (places: Places) => string;
}

const broken = (status: number, next = 'try again later') => ({ name }: Victim): string =>
  `${name} has a fault of its own (${status}); ${next}.`; // prettier-ignore
const tooMuch = ({ name }: Victim): string =>
  `${name} sent more than an answer can be, and nothing of it is used; try again later.`;
const otherType = ({ name }: Victim, type: string): string =>
  `${name} sent ${type} instead of a record; look whether a proxy or a login page is in between.`;
const otherForm = ({ name }: Victim): string => `${name} sent an answer of an unknown form; try again later.`;
const otherJson = (victim: Victim): string =>
  victim.speaks === 'XML' ? otherType(victim, 'application/json') : otherForm(victim);

/** The faults that keep a caller waiting until its patience ends; they happen while the others do. */
export const silent: readonly Row[] = [
  { what: 'hang', kind: 'timeout', fault: () => ({ kind: 'hang' }), sentence: ({ name }) => `${name} did not answer in time; try again later.` },
  { what: 'slow bytes', kind: 'timeout', fault: () => ({ kind: 'slow', msPerByte: 2000 }), sentence: ({ name }) => `${name} answers too slowly; try again later.` },
]; // prettier-ignore

/** The faults that a service has where it is. */
export const atHome: readonly Row[] = [
  { what: 'reset', kind: 'network', fault: () => ({ kind: 'reset' }), sentence: ({ name }) => `${name} closed the connection without an answer; try again later.` },
  { what: '429, Retry-After', kind: 'rate-limited', fault: () => ({ kind: 'status', status: 429, headers: { 'retry-after': '1' } }), sentence: ({ name }) => `${name} asks to wait 1 s; try again then.` },
  { what: '500', kind: 'http', fault: () => ({ kind: 'error' }), sentence: broken(500) },
  { what: '502 HTML', kind: 'http', fault: () => ({ kind: 'bad-gateway' }), sentence: broken(502) },
  { what: '503, Retry-After', kind: 'http', fault: () => ({ kind: 'unavailable', headers: { 'retry-after': '1' } }), sentence: broken(503, 'it asks to wait 1 s') },
  { what: 'cut body', kind: 'network', fault: () => ({ kind: 'cut' }), sentence: ({ name }) => `The connection to ${name} broke in the middle of an answer; try again.` },
  { what: 'invalid JSON', kind: 'unexpected-reply', fault: () => ({ kind: 'invalid-json' }), sentence: (victim) => victim.speaks === 'XML' ? otherForm(victim) : `${victim.name} sent an answer that is not JSON; try again later.` },
  { what: 'wrong shape', kind: 'unexpected-reply', fault: () => ({ kind: 'wrong-shape' }), sentence: otherJson },
  { what: '200 with HTML', kind: 'unexpected-reply', fault: () => ({ kind: 'wrong-type' }), sentence: (victim) => otherType(victim, 'text/html') },
  { what: 'gzip bomb', kind: 'unexpected-reply', fault: () => ({ kind: 'gzip-bomb' }), sentence: tooMuch },
  { what: '50 MB body', kind: 'unexpected-reply', fault: () => ({ kind: 'huge' }), sentence: tooMuch },
  { what: 'redirect loop', kind: 'http', fault: () => ({ kind: 'redirect-loop' }), sentence: ({ name }) => `${name} redirects without end; try again later.` },
  { what: 'redirect elsewhere', kind: 'unexpected-reply', fault: ({ stranger }) => ({ kind: 'redirect', to: stranger }), sentence: otherJson },
]; // prettier-ignore

/** The fault that slows down whatever else a service is asked. */
export const tooOften: Row = {
  what: '429',
  kind: 'rate-limited',
  fault: () => ({ kind: 'status', status: 429 }),
  sentence: ({ name }) => `${name} is asked too often; try again later.`,
};

/** What is no answer to whoever comes by another way, and is not asked for twice. */
const unknown: Fault = { kind: 'status', status: 404 };

/** The faults that leave nobody at the address. */
export const gone: readonly Row[] = [
  { what: 'bad TLS', kind: 'network', fault: () => unknown, address: ({ untrusted }) => untrusted, sentence: ({ name }) => `${name}'s certificate is not trusted (DEPTH_ZERO_SELF_SIGNED_CERT); if a proxy reads along, have the system trust its certificate (setting http.systemCertificates) or switch http.proxyStrictSSL off.` },
  { what: 'DNS failure', kind: 'network', fault: () => unknown, address: () => 'https://service.invalid', sentence: ({ name }) => `${name}'s address cannot be found; check the network connection and the proxy settings.` },
]; // prettier-ignore
