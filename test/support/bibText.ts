import fc from 'fast-check';

const pieces = [
  '@article{', '@BOOK(', '@comment{', '@comment', '@string{', '@preamble{', '@', '@misc {', '\n@misc{', '\r\n@article{k,',
  'key', ',', 'title', ' = ', '=', '{', '}', '{', '}', ')', '(', '"', '#', '%', '\n', '\r\n', ' ', '\\', 'é', '日本', '1999', 'jan',
  ',\n  year = 2000', ',\n  title = {A {B} c}', ', note = "a {"} b"', '}\n\n', ')\n', '\ufeff', '@article{x, title = {y},\n}\n',
  '@article{z,\n  title = {{never closed,\n}\n\n', '@string{a = "b"}\n', 'doi = {10.1000/x},\n',
] as const; // prettier-ignore

/** Texts made of what .bib files are made of, in any order: most are broken in some place. */
export function bibText(
  constraints: { readonly maxLength: number } = { maxLength: 40 },
): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...pieces), constraints).map((parts) => parts.join(''));
}
