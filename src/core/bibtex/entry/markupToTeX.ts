/** CSL's four tags. */
const tag = /<(\/?)(i|b|sub|sup)>/g;

const commands: ReadonlyMap<string, string> = new Map([
  ['i', '\\textit{'],
  ['b', '\\textbf{'],
  ['sub', '\\textsubscript{'],
  ['sup', '\\textsuperscript{'],
]);

/** Whether a script (`<sub>`, `<sup>`) ends right before a text and one begins right behind it. */
export interface Scripts {
  readonly before: boolean;
  readonly behind: boolean;
}

/**
 * Writes CSL's tags as TeX commands and passes the text between them through `encode`. Tags that overlap or are
 * never closed come out nested and closed; a tag within itself and one that closes nothing are dropped.
 */
export function markupToTeX(text: string, encode: (plain: string, scripts: Scripts) => string): string {
  const open: string[] = [];
  let tex = '';
  let end = 0;
  let before = false;
  for (const match of text.matchAll(tag)) {
    const [, slash, name = ''] = match;
    const isScript = name.startsWith('s');
    tex += encode(text.slice(end, match.index), { before, behind: isScript && slash === '' });
    end = match.index + match[0].length;
    before = isScript && slash !== '';
    const depth = open.indexOf(name);
    if (slash === '' && depth < 0) {
      open.push(name);
      tex += commands.get(name) ?? '';
    } else if (slash !== '' && depth >= 0) {
      const inner = open.splice(depth).slice(1);
      open.push(...inner);
      tex += `${'}'.repeat(inner.length + 1)}${inner.map((again) => commands.get(again)).join('')}`;
    }
  }
  return `${tex}${encode(text.slice(end), { before, behind: false })}${'}'.repeat(open.length)}`;
}
