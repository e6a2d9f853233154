/** Types of the parts of undici that `undici.ts` loads by their paths; undici types only its whole. */

declare module 'undici/lib/dispatcher/dispatcher.js' {
  import type { Dispatcher } from 'undici';
  const dispatcher: typeof Dispatcher;
  export = dispatcher;
}

declare module 'undici/lib/interceptor/redirect.js' {
  import type { interceptors } from 'undici';
  const redirect: typeof interceptors.redirect;
  export = redirect;
}

declare module 'undici/lib/interceptor/retry.js' {
  import type { interceptors } from 'undici';
  const retry: typeof interceptors.retry;
  export = retry;
}

declare module 'undici/lib/core/errors.js' {
  import type { errors } from 'undici';
  const all: typeof errors;
  export = all;
}

declare module 'undici/lib/util/cache.js' {
  export function parseCacheControlHeader(
    header: string,
  ): Readonly<Record<string, number | boolean | readonly string[] | undefined>>;
}

declare module 'undici/lib/util/date.js' {
  export function parseHttpDate(date: string): Date | undefined;
}
