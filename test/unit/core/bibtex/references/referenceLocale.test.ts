import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { toReferenceLocale } from '../../../../../src/core/bibtex/references/referenceLocale.ts';

const names = [
  'ar', 'cs-CZ', 'de-AT', 'de-CH', 'de-DE', 'en-GB', 'en-US', 'es-CL', 'es-ES', 'es-MX', 'eu', 'fr-CA', 'fr-FR', 'he-IL',
  'id-ID', 'nb-NO', 'nn-NO', 'pa-PK', 'pt-BR', 'pt-PT', 'sr-LATN', 'sr-RS', 'zh-CN', 'zh-TW',
]; // prettier-ignore

describe('toReferenceLocale', () => {
  const cases: Readonly<Record<string, string>> = {
    de: 'de-DE', 'de-AT': 'de-AT', 'de-CH': 'de-CH', 'de-LU': 'de-DE', de_DE: 'de-DE', 'de-CH-1901': 'de-CH',
    en: 'en-US', 'en-GB': 'en-GB', 'en-NZ': 'en-US', es: 'es-ES', 'es-CL': 'es-CL', 'es-MX': 'es-MX', 'es-AR': 'es-ES',
    'fr-CA': 'fr-CA', 'fr-BE': 'fr-FR', pt: 'pt-PT', 'pt-BR': 'pt-BR', 'pt-AO': 'pt-PT', ' CS ': 'cs-CZ', eu: 'eu',
    zh: 'zh-CN', 'zh-Hans': 'zh-CN', 'zh-SG': 'zh-CN', 'zh-Hant': 'zh-TW', 'zh-TW': 'zh-TW', 'zh-HK': 'zh-TW',
    'zh-Hant-HK': 'zh-TW', sr: 'sr-RS', 'sr-Cyrl': 'sr-RS', 'sr-Latn': 'sr-LATN', 'sr-Latn-RS': 'sr-LATN',
    no: 'nb-NO', 'no-NO': 'nb-NO', nb: 'nb-NO', nn: 'nn-NO', 'ar-EG': 'ar',
    // Codes that were others once.
    iw: 'he-IL', in: 'id-ID', sh: 'sr-LATN',
    // In Pakistan it is written in Arabic letters, in India in its own.
    'pa-PK': 'pa-PK', pa: 'en-US',
    '': 'en-US', xx: 'en-US', klingon: 'en-US', __proto_: 'en-US', ['__proto__']: 'en-US', constructor: 'en-US',
    '../../x': 'en-US', 'de\0': 'en-US',
  }; // prettier-ignore
  for (const [language, locale] of Object.entries(cases))
    it(`takes ${locale} for ${JSON.stringify(language)}`, () => {
      assert.equal(toReferenceLocale(language, names), locale);
    });

  it('takes English where nothing is said, or a megabyte', () => {
    assert.equal(toReferenceLocale(undefined, names), 'en-US');
    assert.equal(toReferenceLocale('de-'.repeat(400_000), names), 'en-US');
  });

  it('takes one of those there are, whatever is said', () => {
    fc.assert(
      fc.property(fc.string(), (language) => {
        assert.ok(names.includes(toReferenceLocale(language, names)));
      }),
    );
  });
});
