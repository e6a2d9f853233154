/** Fields of Rakuten Kobo's ebooks that no record needs, and why. */
import type { LeftOut } from '../leftOut.ts';

export const leftOut: LeftOut = [
  [/^(?:itemPrice|reviewCount|reviewAverage|salesType|affiliateUrl|itemCaption)$/, 'about the shop'],
  [/^(?:smallImageUrl|mediumImageUrl)$/, 'the large cover is linked'],
  [/^koboGenreId$/, 'the shop’s genre; searched for, not cited'],
]; // prettier-ignore
