import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { BibBlock, BibIndex } from '../../../../../src/core/bibtex/text/bibIndex.ts';
import { scanBib } from '../../../../../src/core/bibtex/text/scan.ts';
import { bibText } from '../../../../support/bibText.ts';

/** Fields as `name=value`, values as written. */
function fieldsOf(index: BibIndex, block: BibBlock): readonly string[] {
  return block.fields.map(
    ({ name, valueSpan }) => `${name}=${index.text.slice(valueSpan.start, valueSpan.end)}`,
  );
}

/** Reads a text with one block. */
function only(text: string): { readonly block: BibBlock; readonly fields: readonly string[] } {
  const index = scanBib(text);
  assert.equal(index.blockCount, 1);
  const block = index.block(0);
  return { block, fields: fieldsOf(index, block) };
}

function keysOf(text: string): readonly string[] {
  return Array.from(scanBib(text).entries(), ({ key }) => key);
}

function faultsOf(text: string): readonly string[] {
  return Array.from(scanBib(text).blocks(), ({ fault }) => fault?.code).filter((code) => code !== undefined);
}

describe('scanBib', () => {
  describe('what it reads', () => {
    const sound: readonly (readonly [title: string, text: string, fields: readonly string[]])[] = [
      ['braces', '@article{k, title = {A {B {C}} d}, year = {1999}}', ['title={A {B {C}} d}', 'year={1999}']],
      ['parentheses', '@article(k, title = {A (b)}, year = 1999)', ['title={A (b)}', 'year=1999']],
      ['a closing brace in parentheses', '@article(k, title = "A {)} b")', ['title="A {)} b"']],
      ['quotes', '@article{k, title = "A {"}b{"} c"}', ['title="A {"}b{"} c"']],
      ['parts', '@article{k, month = 1 # "~" # jan , year = 2000}', ['month=1 # "~" # jan', 'year=2000']],
      ['macros', '@article{k, journal = acm, year=1999}', ['journal=acm', 'year=1999']],
      ['upper case', '@ARTICLE{k, TITLE = {A}}', ['title={A}']],
      ['a comma behind the last field', '@article{k, title = {A},\n}', ['title={A}']],
      ['commas in front', '@article{k\n, title = {A}\n, year = 1999\n}', ['title={A}', 'year=1999']],
      ['CR LF', '@article{k,\r\n  title = {A\r\n b},\r\n}\r\n', ['title={A\r\n b}']],
      ['white space everywhere', '@ article\n { k ,\n title\n=\n{A}\n,\n}', ['title={A}']],
      ['comments between fields', '@article{k, % one\n  title = {50% A}, % two}\n  year = 1999 % three\n}', ['title={50% A}', 'year=1999']],
      ['annotations', '@article{k, author = {A}, author+an = {1=me}, author+an:x = "1=y"}', ['author={A}', 'author+an={1=me}', 'author+an:x="1=y"']],
      ['an empty value', '@article{k, title = {}, note = ""}', ['title={}', 'note=""']],
      ['no field', '@article{k}', []],
      ['escaped braces, which BibTeX counts', '@article{k, title = {\\{A\\}}}', ['title={\\{A\\}}']],
      ['a field twice', '@article{k, note = {A}, note = {B}}', ['note={A}', 'note={B}']],
    ]; // prettier-ignore
    for (const [title, text, fields] of sound) {
      it(title, () => {
        const read = only(text);
        assert.equal(read.block.fault, undefined);
        assert.deepEqual([read.block.type, read.block.key], ['article', 'k']);
        assert.deepEqual(read.fields, fields);
      });
    }

    it('places in UTF-16 offsets, behind a byte order mark and characters of two units', () => {
      const text = '\ufeff% 𝒳\n@Book{ключ,\n  title = {日本},\n}\n';
      const { block } = only(text);
      const at = (span: { start: number; end: number }): string => text.slice(span.start, span.end);
      assert.equal(at(block), '@Book{ключ,\n  title = {日本},\n}');
      assert.equal(at(block.typeSpan), 'Book');
      assert.equal(at(block.keySpan), 'ключ');
      assert.equal(at(block.fields[0]?.nameSpan ?? block), 'title');
      assert.equal(at(block.fields[0]?.valueSpan ?? block), '{日本}');
    });

    it('strings, preambles and comments', () => {
      const index = scanBib(
        '@string{acm = "ACM", x = {y}}\n@STRING(z = 1)\n@preamble{"\\foo" # acm}\n@comment{a {b} @article{c,}}\n@Comment(d (e))\n',
      );
      assert.deepEqual(
        Array.from(index.blocks(), (block) => [block.kind, ...fieldsOf(index, block)]),
        [
          ['string', 'acm="ACM"', 'x={y}'],
          ['string', 'z=1'],
          ['preamble', '="\\foo" # acm'],
          ['comment'],
          ['comment'],
        ],
      );
    });

    it('keys with parentheses in an entry in parentheses', () => {
      assert.deepEqual(keysOf('@a(k(1)b, t = {A})\n@a(k)\n@a{k(}\n@a{k)}'), ['k(1)b', 'k', 'k(', 'k)']);
    });

    it('what stands between blocks as nothing', () => {
      const text =
        'Notes. 100 % @article{no,}\n@comment @article{yes, a = 1} more\n%@book{no,}\n@book{too}% @book{no}';
      assert.deepEqual(keysOf(text), ['yes', 'too']);
    });

    it('a value that holds the beginning of an entry', () => {
      const text =
        '@misc{a,\n  note = {See\n@book{b,\n  title = {c},\n}\nfor more},\n  year = 1999\n}\n@misc{d}\n';
      assert.deepEqual(keysOf(text), ['a', 'd']);
      assert.deepEqual(faultsOf(text), []);
    });
  });

  describe('what is broken', () => {
    const sound = '@book{sound, title = {A}}';
    const broken: readonly (readonly [title: string, text: string, code: string, place: string, fields: readonly string[]])[] = [
      ['a comma missing between fields', '@article{k, title = {A} year = 1999}', 'noComma', 'year', ['title={A}', 'year=1999']],
      ['a comma missing behind the key', '@article{k\n title = {A}}', 'noComma', 'title', ['title={A}']],
      ['an equals sign missing', '@article{k, title {A, b}, year = 1999}', 'noEquals', 'title', ['year=1999']],
      ['a value missing', '@article{k, title = , year = 1999}', 'noValue', ', year', ['year=1999']],
      ['a name missing', '@article{k, {A}, year = 1999}', 'noName', '{A}', ['year=1999']],
      ['a comma too many', '@article{k,, year = 1999}', 'noName', ', year', ['year=1999']],
      ['a comma missing behind the key, and an equals sign', '@article{k\n title ＝ {A},\n year = 1999}', 'noComma', 'title', ['year=1999']],
      ['no key', '@article{\n title = {A}}', 'noKey', 'title', ['title={A}']],
      ['an empty key', '@article{, title = {A}}', 'noKey', ', title', ['title={A}']],
      ['a key of two words', '@article{k l, title = {A}}', 'blankInKey', ' l', ['title={A}']],
      ['an open quote', '@article{k, title = "A, year = 1999\n}', 'openQuote', '"A', ['year=1999']],
      ['an open value', '@article{k, year = 1999, title = {A {b}\n', 'openBrace', '{A', ['year=1999']],
      ['a value that ends with the entry', '@article{k, title = {A,\n year = 1999\n}', 'openBlock', '@article', ['title={A,\n year = 1999\n}']],
      ['an open entry', '@article{k, title = {A},\n', 'openBlock', '@article', ['title={A}']],
      ['an open parenthesis', '@article(k, title = {A}', 'openBlock', '@article', ['title={A}']],
      ['only its beginning', '@article{k', 'openBlock', '@article', []],
      ['an open string', '@string{a = "b"', 'openBlock', '@string', ['a="b"']],
      ['an open comment', '@comment{ {a}', 'openBlock', '@comment', []],
      ['an @ alone', 'me@home.org', 'noBrace', '@home', []],
      ['an entry without a brace', '@article k, title = {A}}', 'noBrace', '@article', []],
    ]; // prettier-ignore
    for (const [title, text, code, place, fields] of broken) {
      it(`${title} costs nothing but itself, and is told with its place`, () => {
        const index = scanBib(`${sound}\n${text}\n${sound}\n`);
        const [first, block, last, ...more] = index.blocks();
        assert.deepEqual([first?.key, last?.key, more.length], ['sound', 'sound', 0]);
        assert.ok(block);
        assert.equal(block.fault?.code, code);
        assert.equal(index.text.slice(block.fault.at, block.fault.at + place.length), place);
        assert.match(block.fault.reason.english, /^[A-Z].*\.$/);
        assert.deepEqual(fieldsOf(index, block), fields);
        assert.ok(block.end <= sound.length + 1 + text.length);
      });
    }

    it('knows of broken entries what it understood', () => {
      const [entry] = scanBib('@article{k, title = {A}, note = {b\n\n@book{l}').entries();
      assert.equal(entry?.key, 'k');
      assert.equal(entry.closed, false);
    });

    it('finds all sound entries among many that are broken in all ways', () => {
      // A surplus brace closes an open comment: no reader of balanced comments can tell.
      const mixed = broken.filter(([, text]) => !text.startsWith('@comment'));
      const parts = Array.from({ length: 600 }, (_, number) =>
        number % 2 === 0 ? `@book{k${number}, title = {A}}` : (mixed[number % mixed.length]?.[1] ?? ''),
      );
      const keys = keysOf(parts.join('\n\n')).filter((key) => /^k\d/.test(key));
      assert.equal(keys.length, 300);
    });
  });

  it('reads any text without overlaps, every block within its text', () => {
    fc.assert(
      fc.property(bibText(), (text) => {
        let end = 0;
        for (const block of scanBib(text).blocks()) {
          assert.ok(block.start >= end && block.end > block.start && block.end <= text.length);
          assert.equal(text.charAt(block.start), '@');
          for (const { nameSpan, valueSpan } of block.fields) {
            assert.ok(block.start < nameSpan.start && nameSpan.start <= nameSpan.end);
            assert.ok(nameSpan.end <= valueSpan.start && valueSpan.end <= block.end);
          }
          end = block.end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('finds an entry behind anything, but for what is never closed', () => {
    fc.assert(
      fc.property(bibText(), (text) => {
        const entry = '@book{last,\n  title = {A},\n}';
        const last = [...scanBib(`${text}\n${entry}\n`).blocks()].at(-1);
        assert.equal(last?.key === 'last' || last?.kind === 'comment' || last?.closed, true);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes time linear in texts made to cost more', function () {
    // Not about seconds: a search that starts anew at each of these would not end within the hour.
    this.timeout(60_000);
    const pieces = ['@', '@ ', '@a{', '@a{x,\n', '@a{x,t="}', '@a{x,t={\n', '\n@comment{', '@comment(', '@a{x y}', '{', '@a{x,t={{{\n', '%\n', 'a@b\n']; // prettier-ignore
    for (const piece of pieces) {
      const text = piece.repeat(Math.ceil(200_000 / piece.length));
      assert.ok(scanBib(text).blockCount <= text.length);
    }
  });
});
