/** Locales and styles of the Citation Style Language project beyond those of citation-js, in one compressed file. */
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** Texts in CSL's XML. */
export interface CslData {
  /** By language as CSL names it: `cs-CZ`, `eu`. */
  readonly locales: Readonly<Record<string, string>>;
  /** By the names of `styleNames`. */
  readonly styles: Readonly<Record<string, string>>;
}

function isCslData(value: unknown): value is CslData {
  return typeof value === 'object' && value !== null && 'locales' in value && 'styles' in value;
}

/** Reads what `writeCslData` wrote. Throws where it cannot be read. */
export function readCslData(file: string): CslData {
  const data: unknown = JSON.parse(brotliDecompressSync(readFileSync(file)).toString());
  if (!isCslData(data)) throw new TypeError(`${file} holds no locales and styles.`);
  return data;
}

/** Writes the file. */
export function writeCslData(file: string, data: CslData): void {
  const text = JSON.stringify(data);
  // The locales resemble each other: a window over all of them makes the file a third of what it is without.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 };
  writeFileSync(file, brotliCompressSync(text, { params }));
}
