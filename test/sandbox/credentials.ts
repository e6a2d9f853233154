/** The credentials that the stand-ins take, by source, as `setCredentials` takes them; every other is refused. */
export const credentials = {
  crossref: { plusToken: 'sandbox-plus-token' },
  openaire: { refreshToken: 'sandbox-refresh-token' },
  cinii: { appid: 'sandbox-appid' },
  kaken: { appid: 'sandbox-appid' },
  rakutenKobo: {
    applicationId: '0b1c2d3e-4f50-4617-8293-a4b5c6d7e8f9',
    accessKey: 'pk_sandbox',
    /** Where the application is registered. */
    site: 'https://sandbox.example.org',
  },
} as const;
