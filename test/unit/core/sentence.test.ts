import { strict as assert } from 'node:assert';
import { listAll, say, SpokenError } from '../../../src/core/sentence.ts';

describe('say', () => {
  it('keeps a template and its values beside the English', () => {
    const wait = say`${8} s`;
    const { english, template, values } = say`${'Crossref'} asks to wait ${wait}; trying again then.`;
    assert.equal(english, 'Crossref asks to wait 8 s; trying again then.');
    assert.equal(template, '{0} asks to wait {1}; trying again then.');
    assert.deepEqual(values, ['Crossref', wait]);
  });

  it('reads no place in a value', () => {
    assert.equal(say`“${'{1}'}” and ${'$&'}.`.english, '“{1}” and $&.');
  });

  it('takes braces and back-ticks of the sentence as they are', () => {
    const { english, template } = say`${'a'} has none of { } \` \\.`;
    assert.deepEqual([english, template], ['a has none of { } ` \\.', '{0} has none of { } ` \\.']);
  });

  it('lists one and several', () => {
    const [one, two, three] = [say`one`, say`two`, say`three`];
    assert.equal(listAll([one]).english, 'one');
    assert.equal(listAll([one, two, three]).english, 'one, two, three');
  });

  it('survives what stands between threads, as plain data', () => {
    const sentence = say`The style ${'x'} is ${say`broken`}.`;
    assert.deepEqual(structuredClone(sentence), sentence);
  });

  it('is the message of an error', () => {
    assert.equal(new SpokenError(say`${'DataCite'} is away.`).message, 'DataCite is away.');
  });
});
