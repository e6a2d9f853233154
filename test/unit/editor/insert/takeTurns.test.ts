import { strict as assert } from 'node:assert';
import { takeTurns } from '../../../../src/editor/insert/takeTurns.ts';

describe('turns', () => {
  it('run one after another in the order of the calls, and go on where one fails', async () => {
    const inTurn = takeTurns();
    const seen: string[] = [];
    const task = (name: string, fails = false) =>
      inTurn(async (...given: readonly unknown[]) => {
        assert.deepEqual(given, []);
        seen.push(`${name} begins`);
        await Promise.resolve();
        seen.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      });
    const outcomes = await Promise.allSettled([task('first'), task('second', true), task('third')]);
    assert.deepEqual(
      outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'failed')),
      ['first', 'failed', 'third'],
    );
    assert.deepEqual(
      seen,
      ['first', 'second', 'third'].flatMap((name) => [`${name} begins`, `${name} ends`]),
    );
  });
});
