/** Returns the blanks before a position in its line; undefined where more stands there. */
export function indentAt(text: string, at: number): string | undefined {
  let start = at;
  while (/[ \t]/.test(text.charAt(start - 1))) start -= 1;
  return start === 0 || /[\r\n\ufeff]/.test(text.charAt(start - 1)) ? text.slice(start, at) : undefined;
}
