/** Licences as people call them: Creative Commons by its short names, every other by its SPDX id or its address. */

/** Versions that there are of the Creative Commons licences, the usual one first. */
const versions = ['4.0', '3.0', '2.5', '2.0', '1.0'];

export interface Licence {
  /** SPDX ids in lower case; empty for one that is known by its address only. */
  readonly ids: readonly string[];
  /** Addresses in the forms that publishers write; empty where none is known. */
  readonly addresses: readonly string[];
}

/** Publishers write either scheme, with and without a slash at the end, or the address of the whole text. */
function addressForms(address: string): readonly string[] {
  const bare = address.replace(/^https?:\/\//i, '').replace(/\/$/, '');
  const ends = ['/', '', ...(bare.startsWith('creativecommons.org/') ? ['/legalcode'] : [])];
  return ['https://', 'http://'].flatMap((scheme) => ends.map((end) => `${scheme}${bare}${end}`));
}

/** Reads a licence: `cc-by` in any version, `CC BY-NC 4.0`, `cc0`, `mit`, or its address. */
export function readLicence(text: string): Licence {
  const plain = text.trim();
  const address = /^https?:\/\//i.test(plain);
  const [, kind, version] =
    (address
      ? /creativecommons\.org\/licenses\/(by[a-z-]*)\/([\d.]+)/i
      : /^cc[\s-]+(by(?:[\s-]+(?:nc|nd|sa))*)(?:[\s-]+(\d\.\d))?$/i
    ).exec(plain) ?? [];
  if (kind !== undefined) {
    const name = kind.toLowerCase().replaceAll(/[\s-]+/g, '-');
    const wanted = version === undefined ? versions : [version];
    return {
      ids: wanted.map((each) => `cc-${name}-${each}`),
      addresses: wanted.flatMap((each) =>
        addressForms(`https://creativecommons.org/licenses/${name}/${each}`),
      ),
    };
  }
  if (/^cc[\s-]?0(?:[\s-]1\.0)?$|creativecommons\.org\/publicdomain\/zero/i.test(plain))
    return { ids: ['cc0-1.0'], addresses: addressForms('https://creativecommons.org/publicdomain/zero/1.0') };
  if (address) return { ids: [], addresses: [...new Set([plain, ...addressForms(plain)])] };
  return { ids: [plain.toLowerCase().replaceAll(/\s+/g, '-')], addresses: [] };
}
