import { insertion, lineEndOf } from '../../span.ts';
import type { TextEdit } from '../../span.ts';
import { findMarkdownZones } from '../zones/markdown.ts';
import { extensionOf, nameOf } from '../paths.ts';
import { shownText } from '../zones/shownText.ts';
import { declareInYaml } from './declareInYaml.ts';
import type { DeclarationSyntax, Dialect } from './syntax.ts';
import { detectYamlDialect, findMetadataFiles, findYamlDeclared } from './yaml.ts';

/** YAML within a document: its text without the lines around it, and where that starts. */
interface MetadataBlock {
  readonly yaml: string;
  readonly offset: number;
}

/** Finds front matter and Pandoc's further metadata blocks; a text of `---` and YAML alone is a notebook's raw cell. */
export function findMetadata(text: string): readonly MetadataBlock[] {
  return findMarkdownZones(shownText(text, 'markdown'))
    .filter(({ kind, start }) => kind === 'metadata' && !text.startsWith('+++', start))
    .map(({ start, end }) => {
      const offset = text.indexOf('\n', start) + 1;
      const close = text.lastIndexOf('\n', end - 1) + 1;
      const closed = /^(?:---|\.\.\.)\s*$/.test(text.slice(close, end)) && close > offset - 1;
      return { yaml: text.slice(offset, closed ? close : end), offset };
    });
}

function declare(text: string, path: string): TextEdit | undefined {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const front = findMetadata(text).find(({ offset }) => /^\uFEFF?---\s*$/.test(text.slice(0, offset)));
  if (front !== undefined) return declareInYaml(front.yaml, front.offset, path);
  if (text.startsWith('+++', start)) return undefined;
  const lineEnd = lineEndOf(text);
  const yaml = declareInYaml('', 0, path)?.newText.trimEnd() ?? '';
  return insertion(start, ['---', yaml, '---', '', ''].join(lineEnd));
}

/** What takes in other files: Quarto's shortcode and the option of knitr's chunks. */
const include = /\{\{<\s*include\s+(\S+)\s*>\}\}/g;
const child = /^`{3,}\s*\{[^}\n]*\bchild\s*=([^}\n]*)\}/gm;

/** Finds the names of the files that a text is put together from. */
function findParts(text: string): readonly string[] {
  const children = Array.from(
    text.matchAll(child),
    ([, names = '']) => names.match(/[^"']+\.\w?md(?=["'])/gi) ?? [],
  );
  return [...Array.from(text.matchAll(include), ([, name = '']) => name), ...children.flat()];
}

function detectDialect(text: string): Dialect | undefined {
  return findMetadata(text)
    .map(({ yaml }) => detectYamlDialect(yaml))
    .find((dialect) => dialect !== undefined);
}

/** Bibliographies of Pandoc's Markdown, Quarto, R Markdown and MyST. */
export const markdownDeclarations: DeclarationSyntax = {
  extensions: ['.md', '.qmd', '.rmd', '.markdown', '.mdx'],
  projectFiles: [
    '_metadata.yml',
    '_metadata.yaml',
    '_quarto.yml',
    '_quarto.yaml',
    '_bookdown.yml',
    '_bookdown.yaml',
    'myst.yml',
    '_config.yml',
    'conf.py',
    'defaults.yaml',
    'defaults.yml',
    'metadata.yaml',
    'metadata.yml',
  ],
  findDeclared: (text) => findMetadata(text).flatMap(({ yaml, offset }) => findYamlDeclared(yaml, offset)),
  findIncluded: (text) => [
    ...findMetadata(text).flatMap(({ yaml }) => findMetadataFiles(yaml)),
    ...findParts(text),
  ],
  isPart: (text, path) =>
    nameOf(path).startsWith('_') || (extensionOf(path) === '.rmd' && !/^\uFEFF?---/.test(text)),
  detectDialect,
  declare,
};
