import { isMap, isScalar, isSeq } from 'yaml';
import type { YAMLSeq } from 'yaml';
import { insertion, lineEndOf } from '../../span.ts';
import type { TextEdit } from '../../span.ts';
import { parseYaml } from './yaml.ts';

/** Plans the edit that declares `path` in the YAML at `offset` of a text, beside what it declares already; `undefined` where it is no plain map. */
export function declareInYaml(yaml: string, offset: number, path: string): TextEdit | undefined {
  const contents = parseYaml(yaml)?.contents;
  if (contents === undefined || (contents !== null && (!isMap(contents) || contents.flow === true)))
    return undefined;
  const value = contents?.items.find(({ key }) => isScalar(key) && key.value === 'bibliography')?.value;
  if (value === undefined) {
    const lineEnd = lineEndOf(yaml);
    const before = yaml === '' || yaml.endsWith('\n') ? '' : lineEnd;
    return insertion(offset + yaml.length, `${before}bibliography: ${quote(path)}${lineEnd}`);
  }
  if (isSeq(value)) return addItem(yaml, offset, value, path);
  if (!isScalar(value) || !value.range) return undefined;
  const [start, end] = value.range;
  if (value.value === null)
    return insertion(offset + start, `${yaml.charAt(start - 1) === ':' ? ' ' : ''}${quote(path)}`);
  if (typeof value.value !== 'string' || value.type?.startsWith('BLOCK')) return undefined;
  const declared = value.type === 'PLAIN' ? quote(value.value) : yaml.slice(start, end);
  return { start: offset + start, end: offset + end, newText: `[${declared}, ${quote(path)}]` };
}

function addItem(yaml: string, offset: number, list: YAMLSeq, path: string): TextEdit | undefined {
  const last = list.items.at(-1);
  const lastEnd = isScalar(last) ? last.range?.[1] : undefined;
  if (lastEnd === undefined) {
    const end = list.flow === true && list.items.length === 0 ? list.range?.[1] : undefined;
    return end === undefined ? undefined : insertion(offset + end - 1, quote(path));
  }
  if (list.flow === true) return insertion(offset + lastEnd, `, ${quote(path)}`);
  const line = yaml.slice(yaml.lastIndexOf('\n', lastEnd - 1) + 1, lastEnd);
  const indent = /^[ ]*/.exec(line)?.[0] ?? '';
  const behind = /[^\r\n]*/.exec(yaml.slice(lastEnd))?.[0] ?? '';
  return insertion(offset + lastEnd + behind.length, `${lineEndOf(yaml)}${indent}- ${quote(path)}`);
}

/** Writes a path as YAML, quoted where it could be read as something else. */
function quote(path: string): string {
  return /^[\p{L}\p{N}_./][\p{L}\p{N}_./ ()+@~-]*$/u.test(path) && !path.endsWith(' ')
    ? path
    : JSON.stringify(path);
}
