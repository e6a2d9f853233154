import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { applyEdits, followSpan, takeBackEdits, type TextEdit } from '../../../src/core/span.ts';

describe('a span of a text that is written on', () => {
  const before = 'See X here, and Y.';
  const span = { start: 4, end: 5 };
  const textAt = (now: string): string | undefined => {
    const moved = followSpan(span, before, now);
    return moved && now.slice(moved.start, moved.end);
  };

  it('moves with what is written before it', () => {
    assert.deepEqual(followSpan(span, before, `Now: ${before}`), { start: 9, end: 10 });
    assert.deepEqual(followSpan(span, before, before.slice(4)), { start: 0, end: 1 });
    assert.equal(textAt('I see X here, and Y.'), 'X');
  });

  it('stays where something is written behind it, or at its ends', () => {
    assert.deepEqual(followSpan(span, before, `${before} More.`), span);
    assert.equal(textAt('See X, here, and Y.'), 'X');
    assert.equal(textAt('See (X here, and Y.'), 'X');
  });

  it('is lost where its own text is another', () => {
    assert.equal(textAt('See \\cite{x} here, and Y.'), undefined);
    assert.equal(textAt('See  here, and Y.'), undefined);
    assert.equal(textAt(''), undefined);
  });

  it('keeps a cursor before what is typed there', () => {
    assert.deepEqual(followSpan({ start: 4, end: 4 }, before, 'See all X here, and Y.'), {
      start: 4,
      end: 4,
    });
  });
});

describe('edits that are taken back', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n') });
  const edits = (length: number): fc.Arbitrary<readonly TextEdit[]> =>
    fc
      .tuple(fc.uniqueArray(fc.nat({ max: length }), { maxLength: 6 }), fc.array(text, { minLength: 3, maxLength: 3 }))
      .map(([offsets, texts]) => {
        const sorted = offsets.toSorted((a, b) => a - b);
        return texts.flatMap((newText, place): TextEdit[] => {
          const [start, end] = sorted.slice(place * 2, place * 2 + 2);
          return start === undefined || end === undefined ? [] : [{ start: start + 1, end: end + 1, newText }];
        });
      }); // prettier-ignore
  const edited = text.chain((before) =>
    fc.record({ before: fc.constant(before), list: edits(before.length) }),
  );

  it('leave the text as it was', () => {
    fc.assert(
      fc.property(edited, ({ before, list }) => {
        const now = applyEdits(before, list);
        assert.equal(applyEdits(now, takeBackEdits(before, list, now)), before);
      }),
    );
  });

  it('leave what was written since, before or behind them', () => {
    fc.assert(
      fc.property(edited, text, ({ before, list }, typed) => {
        const made = applyEdits(before, list);
        for (const [head, tail] of [
          [`#${typed}#`, ''],
          ['', `#${typed}#`],
        ] as const) {
          const now = head + made + tail;
          assert.equal(applyEdits(now, takeBackEdits(before, list, now)), head + before + tail);
        }
      }),
    );
  });
});
