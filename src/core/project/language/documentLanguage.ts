/** The language that a document says it is written in. */
import { toLanguage } from '../../record/language.ts';
import { findMetadata } from '../declarations/markdown.ts';
import { findTrees, type DocumentTree } from '../documentTree.ts';
import { familyOf, type Family } from '../languages.ts';
import { extensionOf } from '../paths.ts';
import { createProjectView, type ProjectDocument, type ProjectFiles } from '../projectView.ts';
import { shownText } from '../zones/shownText.ts';
import { readLatexLanguage } from './latexLanguage.ts';
import { languageOfTexName } from './texLanguages.ts';
import { readYamlLanguage } from './yamlLanguage.ts';

/** Names the language as a text says it; undefined where it does not. */
type Read = (text: string) => string | undefined;

const firstGroup =
  (pattern: RegExp): Read =>
  (text) =>
    pattern.exec(text)?.[1];

/** Typst's arguments, for the document or for its template; nested ones end them. */
const typstArguments =
  /(?<![\w-])(?:set\s+text|show:\s*(?:\w+\s*=>\s*)?[\w.-]+)\s*\(([^()]*(?:\([^()]*\)[^()]*)*)/g;

function readTypst(text: string): string | undefined {
  for (const [, given = ''] of shownText(text, 'typst').matchAll(typstArguments)) {
    const language = /(?<![\w-])lang:\s*"([^"]*)"/.exec(given)?.[1];
    const region = /(?<![\w-])region:\s*"([^"]*)"/.exec(given)?.[1];
    if (language !== undefined) return region === undefined ? language : `${language}-${region}`;
  }
  return undefined;
}

function readMarkdown(text: string): string | undefined {
  return findMetadata(text)
    .map(({ yaml }) => readYamlLanguage(yaml))
    .find((language) => language !== undefined);
}

const orgKeyword = firstGroup(/^[ \t]*#\+language:[ \t]*([\w-]+)/im);

const readers: Readonly<Record<Exclude<Family, 'latex'>, Read>> = {
  markdown: readMarkdown,
  typst: readTypst,
  // It has no place for it; Sphinx's configuration has.
  restructuredtext: () => undefined,
  asciidoc: firstGroup(/^:lang:[ \t]*([\w-]+)/m),
  org: (text) => orgKeyword(text) ?? readLatexLanguage(text),
};

const readSphinx = firstGroup(/^language\s*=\s*["']([^"'\n]*)["']/m);

function readerOf(path: string, family: Exclude<Family, 'latex'>): Read {
  if (/^\.ya?ml$/.test(extensionOf(path))) return readYamlLanguage;
  return extensionOf(path) === '.py' ? readSphinx : readers[family];
}

function languageOfTree(tree: DocumentTree, family: Family): string | undefined {
  // What a class is told, a package in another file may follow.
  if (family === 'latex')
    return readLatexLanguage(tree.map(({ text }) => shownText(text, 'latex')).join('\n'));
  for (const { path, text } of tree) {
    const said = readerOf(path, family)(text);
    const language = said === undefined ? undefined : (languageOfTexName(said) ?? toLanguage(said));
    if (language !== undefined) return language;
  }
  return undefined;
}

/**
 * Finds the language of a document as BCP 47 writes it: what it says itself, with the files that it takes in, else
 * the document that it is a part of, else its project; undefined where nothing is said.
 */
export async function findDocumentLanguage(
  document: ProjectDocument,
  files: ProjectFiles,
): Promise<string | undefined> {
  const family = familyOf(document.languageId);
  if (family === undefined) return undefined;
  for await (const tree of findTrees(document, createProjectView(document, files))) {
    const language = languageOfTree(tree, family);
    if (language !== undefined) return language;
  }
  return undefined;
}
