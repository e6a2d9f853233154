import { parseYaml } from '../declarations/yaml.ts';

/** Where the language stands in front matter and in what projects are configured by. */
const places: readonly (readonly string[])[] = [
  ['lang'],
  ['language'],
  // Pandoc's default files.
  ['metadata', 'lang'],
  ['variables', 'lang'],
  // Jupyter Book hands it to Sphinx.
  ['sphinx', 'config', 'language'],
];

/** Returns what YAML says the language is; undefined where it says nothing. */
export function readYamlLanguage(yaml: string): string | undefined {
  if (!yaml.includes('lang')) return undefined;
  const document = parseYaml(yaml);
  for (const place of places) {
    const said = document?.getIn(place);
    // Quarto's and bookdown's `language` may be a map of words.
    if (typeof said === 'string') return said;
  }
  return undefined;
}
