import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { findField } from '../../../../src/core/bibtex/bibIndex.ts';
import { removeField, setField } from '../../../../src/core/bibtex/edit.ts';
import { scanBib } from '../../../../src/core/bibtex/scan.ts';
import { applyEdits } from '../../../../src/core/bibtex/textEdit.ts';
import { bibText } from '../../../support/bibText.ts';

function set(text: string, name: string, value: string): string {
  const index = scanBib(text);
  return applyEdits(text, [setField(index, index.block(0), name, value)]);
}

function remove(text: string, name: string): string {
  const index = scanBib(text);
  const edit = removeField(index, index.block(0), name);
  return applyEdits(text, edit === undefined ? [] : [edit]);
}

describe('setField', () => {
  const cases: readonly (readonly [title: string, before: string, after: string])[] = [
    ['replaces a value in braces', '@a{k, doi = {x}, b = 1}', '@a{k, doi = {10.1/x}, b = 1}'],
    ['replaces a value in quotes', '@a{k, DOI="x"}', '@a{k, DOI="10.1/x"}'],
    ['replaces a macro and parts', '@a{k, doi = a # {x}}', '@a{k, doi = {10.1/x}}'],
    ['adds one in the style of the entry', '@a{k,\n\tb = {x},\n}', '@a{k,\n\tb = {x},\n\tdoi = {10.1/x},\n}'],
    ['adds one behind a field without a comma', '@a{k,\n  B = "x"\n}', '@a{k,\n  B = "x",\n  doi = "10.1/x"\n}'],
    ['adds one below the others', '@a{k,\n  title = {x},\n  b     = {y}}', '@a{k,\n  title = {x},\n  b     = {y},\n  doi   = {10.1/x}}'],
    ['adds one in the line', '@a{k, b = {x}}', '@a{k, b = {x}, doi = {10.1/x}}'],
    ['adds the first one', '@a{k,\n}', '@a{k,\n  doi = {10.1/x},\n}'],
  ]; // prettier-ignore
  for (const [title, before, after] of cases) {
    it(title, () => {
      assert.equal(set(before, 'doi', '10.1/x'), after);
    });
  }

  it('puts a value with quotation marks into braces', () => {
    assert.equal(set('@a{k, t = "x"}', 't', 'a "b"'), '@a{k, t = {a "b"}}');
  });

  it('refuses a value that would end the field', () => {
    for (const value of ['a}', '{a', 'a} b = {c']) {
      assert.throws(() => set('@a{k, t = {x}}', 't', value), RangeError);
    }
  });
});

describe('removeField', () => {
  const cases: readonly (readonly [title: string, before: string, after: string])[] = [
    ['with its line', '@a{k,\n  t = {x},\n  b = {y},\n}', '@a{k,\n  b = {y},\n}'],
    ['with its CR LF line', '@a{k,\r\n  t = {x},\r\n}', '@a{k,\r\n}'],
    ['with its comma', '@a{k, t = {x}, b = {y}}', '@a{k, b = {y}}'],
    ['that is the last one without a comma', '@a{k,\n  b = {y},\n  t = {x}\n}', '@a{k,\n  b = {y}\n}'],
    ['that is the only one', '@a{k, t = {x}}', '@a{k}'],
    ['and leaves what is noted behind it', '@a{k,\n  t = {x}, % y\n}', '@a{k,\n  % y\n}'],
    ['and nothing where there is none', '@a{k, b = {x}}', '@a{k, b = {x}}'],
  ];
  for (const [title, before, after] of cases) {
    it(`removes one ${title}`, () => {
      assert.equal(remove(before, 'T'), after);
    });
  }

  it('takes away what setField added, in any closed entry', () => {
    fc.assert(
      fc.property(bibText(), (text) => {
        const index = scanBib(text);
        for (const entry of index.entries()) {
          if (!entry.closed || entry.fault !== undefined) continue;
          const added = applyEdits(text, [setField(index, entry, 'added', 'x')]);
          const next = scanBib(added);
          const changed = next.block(entry.number);
          assert.deepEqual(
            changed.fields.map(({ name }) => name),
            [...entry.fields.map(({ name }) => name), 'added'],
          );
          const edit = removeField(next, changed, 'added');
          assert.ok(edit);
          const removed = scanBib(applyEdits(added, [edit])).block(entry.number);
          assert.equal(findField(removed, 'added'), undefined);
          assert.equal(removed.fields.length, entry.fields.length);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
