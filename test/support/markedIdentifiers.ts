import { strict as assert } from 'node:assert';
import { findIdentifiers } from '../../src/core/text/findIdentifiers.ts';

/** A text whose identifiers stand between ⟦ and ⟧, and their normal forms where lower case is not all. */
export type MarkedText = readonly [text: string, ...ids: readonly string[]];

/** Declares one test for each text: its marked identifiers are found, in these ranges, and nothing else. */
export function itFindsMarked(languageId: string, texts: readonly MarkedText[]): void {
  for (const [marked, ...ids] of texts) {
    it(marked.replaceAll(/\s+/g, ' ').slice(0, 120), () => {
      const text = marked.replaceAll(/[⟦⟧]/g, '');
      const found = findIdentifiers(text, languageId);
      const shown = found
        .toReversed()
        .reduce(
          (rest, { start, end }) => `${rest.slice(0, start)}⟦${rest.slice(start, end)}⟧${rest.slice(end)}`,
          text,
        );
      assert.equal(shown, marked);
      const expected = [...marked.matchAll(/⟦([^⟧]*)⟧/g)].map(
        ([, written = ''], index) => ids[index] ?? written,
      );
      assert.deepEqual(
        found.map(({ id }) => id.toLowerCase()),
        expected.map((id) => id.toLowerCase()),
      );
    });
  }
}
