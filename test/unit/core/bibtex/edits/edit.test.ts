import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { removeEntry, setField } from '../../../../../src/core/bibtex/edits/edit.ts';
import { planInsertion } from '../../../../../src/core/bibtex/edits/planInsertion.ts';
import { findEntry } from '../../../../../src/core/bibtex/text/readField.ts';
import { scanBib } from '../../../../../src/core/bibtex/text/scan.ts';
import { applyEdits } from '../../../../../src/core/span.ts';
import { bibText } from '../../../../support/bibText.ts';

function set(text: string, name: string, value: string): string {
  const index = scanBib(text);
  return applyEdits(text, [setField(index, index.block(0), name, value)]);
}

function remove(text: string, key: string): string {
  const index = scanBib(text);
  const entry = findEntry(index, key);
  assert.ok(entry);
  return applyEdits(text, [removeEntry(index, entry)]);
}

describe('setField', () => {
  const cases: readonly (readonly [title: string, before: string, after: string])[] = [
    ['replaces a value in braces', '@a{k, doi = {x}, b = 1}', '@a{k, doi = {10.1/x}, b = 1}'],
    ['replaces a value in quotes', '@a{k, DOI="x"}', '@a{k, DOI="10.1/x"}'],
    ['replaces a macro and parts', '@a{k, doi = a # {x}}', '@a{k, doi = {10.1/x}}'],
    ['adds one in the style of the entry', '@a{k,\n\tb = {x},\n}', '@a{k,\n\tb = {x},\n\tdoi = {10.1/x},\n}'],
    ['adds one behind a field without a comma', '@a{k,\n  B = "x"\n}', '@a{k,\n  B = "x",\n  doi = "10.1/x"\n}'],
    ['adds one below the others', '@a{k,\n  title = {x},\n  b     = {y}}', '@a{k,\n  title = {x},\n  b     = {y},\n  doi   = {10.1/x}}'],
    ['adds one with the comma in front', '@a{k\r\n, b = {x}\r\n}', '@a{k\r\n, b = {x}\r\n, doi = {10.1/x}\r\n}'],
    ['adds one in the line', '@a{k, b = {x}}', '@a{k, b = {x}, doi = {10.1/x}}'],
    ['adds the first one', '@a{k,\n}', '@a{k,\n  doi = {10.1/x},\n}'],
  ]; // prettier-ignore
  for (const [title, before, after] of cases) {
    it(title, () => {
      assert.equal(set(before, 'doi', '{10.1/x}'), after);
    });
  }

  it('writes macros and numbers bare, and no quotes around quotes or joined parts', () => {
    assert.equal(set('@a{k, t = "x"}', 't', '{a "b"}'), '@a{k, t = {a "b"}}');
    assert.equal(set('@a{k, t = "x"}', 't', '{a} # {b}'), '@a{k, t = {a} # {b}}');
    assert.equal(set('@a{k, month = "x"}', 'month', 'mar'), '@a{k, month = mar}');
  });

  it('changes one field and leaves every other block as it is, in any text', () => {
    fc.assert(
      fc.property(bibText(), (text) => {
        const index = scanBib(text);
        for (const entry of index.entries()) {
          if (!entry.closed || entry.fault !== undefined) continue;
          const next = scanBib(applyEdits(text, [setField(index, entry, 'added', '{x}')]));
          assert.equal(next.blockCount, index.blockCount);
          assert.deepEqual(
            next.block(entry.number).fields.map(({ name }) => name),
            [...entry.fields.map(({ name }) => name), 'added'],
          );
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('removeEntry', () => {
  const cases: readonly (readonly [title: string, before: string, after: string])[] = [
    ['the last one', '@a{x}\n\n@a{k,\n  t = {x},\n}\n', '@a{x}\n'],
    ['the first one', '\ufeff@a{k}\r\n\r\n@a{x}\r\n', '\ufeff@a{x}\r\n'],
    ['one in the middle', '@a{x}\n\n@a{k}\n\n@a{y}\n', '@a{x}\n\n@a{y}\n'],
    ['the only one', '@a{k}\n', ''],
    ['one with a note behind it', '@a{x}\n@a{k} % note\n', '@a{x}\n % note\n'],
    ['one that another one touches', '@a{x}@a{k}@a{y}', '@a{x}@a{y}'],
  ];
  for (const [title, before, after] of cases) {
    it(`removes ${title}`, () => {
      assert.equal(remove(before, 'k'), after);
    });
  }

  it('takes away what an insertion has added', () => {
    fc.assert(
      fc.property(bibText(), (text) => {
        const index = scanBib(text);
        const entry = { key: 'added', format: () => '@misc{added, title = {x}}' };
        const added = applyEdits(text, planInsertion(index, [entry], 'end'));
        const block = findEntry(scanBib(added), 'added');
        // In a broken text it may have been put before what is never closed.
        fc.pre(
          block !== undefined &&
            added.slice(0, block.start).trim() !== '' &&
            added.slice(block.end).trim() === '',
        );
        assert.equal(remove(added, 'added'), text);
      }),
      { numRuns: 1000 },
    );
  });
});
