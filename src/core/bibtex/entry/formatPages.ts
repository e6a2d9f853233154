import { cleanText } from './cleanText.ts';

/** Every dash and wave that sources put between pages. */
const dash = / ?(?:[‐‑‒–—―−~〜-] ?)+/g;
const noPages = /^(?:n\/?a|no|none|null|undefined)(?:-(?:n\/?a|no))?$/i;

/**
 * Returns the halves of a range: `A-1-A-5` in the middle, `2165-a-2166` behind the letter; undefined for a single page,
 * `B-12` and `2165-a` among them.
 */
function splitRange(range: string): readonly [string, string] | undefined {
  const lettered = /^(\d+-[a-z])(?:-(.+))?$/i.exec(range);
  if (lettered !== null) {
    const [, from = '', to] = lettered;
    return to === undefined ? undefined : [from, to];
  }
  const parts = range.split('-');
  if (parts.length % 2 !== 0) return undefined;
  const first = parts.slice(0, parts.length / 2).join('-');
  const last = parts.slice(parts.length / 2).join('-');
  const isSectionPage = parts.length === 2 && !/\d|^[ivxlc]+$/.test(first) && /^\d/.test(last);
  return first === '' || last === '' || isSectionPage ? undefined : [first, last];
}

/**
 * Returns pages as BibTeX writes them, `--` in ranges: `12-15, 20` as `12--15, 20`, `1308-1309.e1` as `1308--1309.e1`,
 * `5-5` as `5`; undefined where the text only says that there are none.
 */
export function formatPages(page: string): string | undefined {
  const ranges = cleanText(page)
    .normalize('NFKC')
    .replace(/^pp?\. ?/i, '')
    .split(/[,;、]/)
    .map((range) => range.trim().replace(dash, '-').replace(/^-|-$/g, ''))
    .filter((range) => range !== '' && !noPages.test(range))
    .map((range) => {
      const halves = splitRange(range);
      if (halves === undefined) return range;
      const [first, last] = halves;
      return first === last ? first : `${first}--${last}`;
    });
  return ranges.length === 0 ? undefined : ranges.join(', ');
}
