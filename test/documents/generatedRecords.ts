/** Made-up records of every kind of text that services send, the same ones every time. */
import fc from 'fast-check';
import type { CslItem, CslType } from '../../src/core/record/record.ts';

/**
 * Words with all that TeX reads as its own. Left out are `ț`, `Đ`, `½` and `№`, which some of the readers do not know as
 * commands, and `ı`, of which pandoc makes another letter where it sets a title in sentence case.
 */
const word = fc.oneof(
  fc.constantFrom(
    'Growth', 'of', 'the', 'DNA', 'McDonald', 'naïve', 'Überblick', 'façade', 'Łódź', 'Ångström', 'ß', 'Œuvre',
    'd’Alembert', 'R&D', '50%', '$5', 'C#', 'snake_case', 'a~b', 'x^2', '{curly}', '}', '{', '"quoted"', 'back\\ slash',
    'β-Catenin', '—', '3–5', '…', 'p < 0.05', '<i>E. coli</i>', 'CO<sub>2</sub>', '10<sup>6</sup>', '日本語', 'Привет',
    '@book{x,', 'e.g.', 'Bose--Einstein', '--help', 'ℝ', '⅓', '⟨x⟩', 'Ⅳ',
  ),
  fc.string({ unit: fc.constantFrom(...Array.from('abcdeéÉñøÅçžśğ')), minLength: 1, maxLength: 8 }),
); // prettier-ignore

const name = fc.record({
  family: fc.constantFrom(
    'Müller', 'O’Brien', 'García Márquez', 'de la Cruz', 'Łukasiewicz', 'van der Berg', 'Smith-Jones', 'Ødegård', '李',
    '山田', 'Иванов', 'Brand and Sons', 'Johnson & Johnson',
  ),
  given: fc.constantFrom('J.', 'Anna', '太郎', 'É.'),
}); // prettier-ignore

const types: readonly CslType[] = [
  'article-journal', 'book', 'chapter', 'thesis', 'report', 'dataset', 'webpage', 'paper-conference', 'software',
]; // prettier-ignore

const record = fc
  .record({
    type: fc.constantFrom(...types),
    title: fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' ')),
    author: fc.array(name, { minLength: 1, maxLength: 3 }),
    year: fc.integer({ min: 1000, max: 2030 }),
    suffix: fc.string({
      unit: fc.constantFrom(...Array.from('abc123._-();/%#&<>')),
      minLength: 1,
      maxLength: 20,
    }),
  })
  .map(({ type, title, author, year, suffix }): CslItem => ({
    id: suffix,
    type,
    title,
    author,
    issued: { 'date-parts': [[year]] },
    DOI: `10.5555/${suffix}`,
  }));

/** Returns `count` records; another seed, others. */
export function generateRecords(count: number, seed: number): readonly CslItem[] {
  return fc.sample(record, { numRuns: count, seed });
}
