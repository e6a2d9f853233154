import { strict as assert } from 'node:assert';
import { readAuthors } from '../../../../../src/core/sources/openaire/authors.ts';

function author(
  fullName: string,
  name: string | null = null,
  surname: string | null = null,
  rank = 1,
): unknown {
  return { fullName, name, surname, rank, pid: null };
}

describe('readAuthors of OpenAIRE', () => {
  const cases: readonly (readonly [unknown, unknown])[] = [
    [author('Tsang, Jennifer', 'Jennifer', 'Tsang'), { family: 'Tsang', given: 'Jennifer' }],
    // Reversed: the surname stands after the comma.
    [author('Irena, Rektorova', 'Irena', 'Rektorova'), { family: 'Rektorova', given: 'Irena' }],
    // The surname lost its particle, or its capitals.
    [author('van der Velde, M.', 'M.', 'Velde'), { family: 'van der Velde', given: 'M.' }],
    [author('LaManna, Caroline M.', 'Caroline M.', 'Lamanna'), { family: 'LaManna', given: 'Caroline M.' }],
    // Decomposed parts compare equal to the composed whole.
    [author('Héctor, Núñez', 'He\u0301ctor', 'Nu\u0301n\u0303ez'), { family: 'Núñez', given: 'Héctor' }],
    [author('E. Richard Gold', 'Richard', 'Gold'), { family: 'Gold', given: 'E. Richard' }],
    [author('Tomáš Koval'), { family: 'Koval', given: 'Tomáš' }],
    [author('Ludwig van Beethoven'), { family: 'van Beethoven', given: 'Ludwig' }],
    [author('King, Martin Luther, Jr.'), { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
    [author('Peřina Jr., J.', 'J.', 'Peřina Jr'), { family: 'Peřina', given: 'J.', suffix: 'Jr.' }],
    [author('MeteoSwiss & ETH Zurich'), { literal: 'MeteoSwiss & ETH Zurich' }],
    [author('University of California, Berkeley'), { literal: 'University of California, Berkeley' }],
    [author('The ATLAS Collaboration'), { literal: 'The ATLAS Collaboration' }],
    [author('The Turing Way Community'), { literal: 'The Turing Way Community' }],
    [author('Plato'), { literal: 'Plato' }],
    [author('山田 太郎', '山田', '太郎'), { family: '山田', given: '太郎' }],
  ];
  for (const [given, expected] of cases) {
    it(`reads ${JSON.stringify(given)}`, () => {
      assert.deepEqual(readAuthors([given]), [expected]);
    });
  }

  it('puts them in the order of their rank', () => {
    const names = readAuthors([author('B, B', 'B', 'B', 2), author('A, A', 'A', 'A', 1)]);
    assert.deepEqual(names.map(({ family }) => family), ['A', 'B']); // prettier-ignore
  });
});
