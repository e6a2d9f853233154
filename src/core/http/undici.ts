/**
 * The parts of undici in use, each by its own path. Loading undici whole writes process-wide globals (its global
 * dispatcher) into the extension host, for every other extension too, and weighs seven times as much.
 */
import Dispatcher from 'undici/lib/dispatcher/dispatcher.js';
import redirect from 'undici/lib/interceptor/redirect.js';
import retry from 'undici/lib/interceptor/retry.js';
import errors from 'undici/lib/core/errors.js';
import cacheControl from 'undici/lib/util/cache.js';
import date from 'undici/lib/util/date.js';

export { Dispatcher, redirect, retry };
export const { RequestRetryError } = errors;
export const { parseCacheControlHeader } = cacheControl;
export const { parseHttpDate } = date;
