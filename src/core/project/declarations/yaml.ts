/** Bibliographies in YAML: front matter, `_quarto.yml`, Jupyter Book's and MyST's configuration, metadata files. */
import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Document, Pair, Scalar } from 'yaml';
import { isRemote } from '../paths.ts';
import type { DeclaredPath, Dialect } from './syntax.ts';

/** No front matter is longer; a longer one is not parsed, which keeps hostile input cheap. */
const longestYaml = 300_000;

/** Keys that name bibliographies: Pandoc's, Quarto's and MyST's, a multibib filter's, Sphinx's. */
const bibliographyKey = /^(?:bibliography(?:[_-].+)?|bibtex_bibfiles)$/;

/** Keys below which a bibliography is something else: Jekyll Scholar's own, a reference's, a template's. */
const foreignKey = /^(?:scholar|references|params)$/;

const bibliographyFile = /\.(?:bib|bibtex|biblatex|json|ya?ml|ris|xml)$/i;

/** Parses YAML as far as it can be, however deep; `undefined` if it is too long. */
export function parseYaml(yaml: string): Document | undefined {
  if (yaml.length > longestYaml) return undefined;
  return parseDocument(yaml, { logLevel: 'silent', uniqueKeys: false });
}

function findStrings(yaml: string, offset: number, wanted: RegExp): readonly DeclaredPath[] {
  const document = parseYaml(yaml);
  if (document === undefined) return [];
  const found: DeclaredPath[] = [];
  const collect = (_: unknown, { key, value }: Pair): symbol | undefined => {
    const name = isScalar(key) ? String(key.value) : '';
    if (foreignKey.test(name)) return visit.SKIP;
    if (!wanted.test(name)) return undefined;
    for (const { value: path, range } of scalarsOf(isAlias(value) ? value.resolve(document) : value)) {
      if (typeof path === 'string' && range)
        found.push({ path: path.trim(), start: offset + range[0], end: offset + range[1] });
    }
    return visit.SKIP;
  };
  visit(document, { Pair: collect });
  return found;
}

/** The scalars of a value: its own, a list's, those of a map from topics to lists. Aliases within could multiply without end and are not followed. */
function scalarsOf(value: unknown): readonly Scalar[] {
  if (isScalar(value)) return [value];
  if (isPair(value)) return scalarsOf(value.value);
  return isSeq(value) || isMap(value) ? value.items.flatMap(scalarsOf) : [];
}

/** Finds the bibliographies that YAML at `offset` of a text declares, at any depth. */
export function findYamlDeclared(yaml: string, offset = 0): readonly DeclaredPath[] {
  if (!yaml.includes('bib')) return [];
  return findStrings(yaml, offset, bibliographyKey).filter(
    ({ path }) => bibliographyFile.test(path) && !isRemote(path) && !path.includes('`'),
  );
}

/** Finds the further metadata files that YAML names. */
export function findMetadataFiles(yaml: string): readonly string[] {
  if (!yaml.includes('metadata-file')) return [];
  return findStrings(yaml, 0, /^metadata-files?$/).map(({ path }) => path);
}

/** Tells the dialect for the LaTeX that is made of a document. */
export function detectYamlDialect(yaml: string): Dialect | undefined {
  if (!/cite-method|citation_package/.test(yaml)) return undefined;
  const methods = findStrings(yaml, 0, /^(?:cite-method|citation_package)$/).map(({ path }) => path);
  if (methods.includes('biblatex')) return 'biblatex';
  return methods.includes('natbib') ? 'bibtex' : undefined;
}
