/** Reads an entry as strictly as the least tolerant reader, and says why it would refuse. */

export interface StrictEntry {
  readonly type: string;
  readonly key: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** Returns where the braces that open at `start` close; throws where they do not. */
function closingBrace(text: string, start: number): number {
  let depth = 0;
  for (let index = start; index < text.length; index += 1) {
    if (text[index] === '{') depth += 1;
    else if (text[index] === '}' && --depth === 0) return index;
  }
  throw new Error('braces do not close');
}

/** Reads one entry in the default layout and nothing else; throws at the first thing that does not belong there. */
export function readStrictly(text: string): StrictEntry {
  const head = /^@([a-z]+)\{([^\s{}(),=@"#%~\\']+),/.exec(text);
  if (head?.[1] === undefined || head[2] === undefined) throw new Error(`no entry: ${text.slice(0, 80)}`);
  if (closingBrace(text, text.indexOf('{')) !== text.length - 1) throw new Error('text behind the entry');
  const fields = new Map<string, string>();
  let index = head[0].length;
  while (text[index + 1] !== '}') {
    const start = /^\n {2}([a-z]+) = /.exec(text.slice(index, index + 40));
    if (start?.[1] === undefined) throw new Error(`no field at ${text.slice(index, index + 40)}`);
    index += start[0].length;
    const end = text[index] === '{' ? closingBrace(text, index) + 1 : text.indexOf(',', index);
    fields.set(start[1], text.slice(index, end));
    if (text[end] !== ',') throw new Error(`no comma behind ${start[1]}`);
    index = end + 1;
  }
  return { type: head[1], key: head[2], fields };
}
