import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * Who may import what. `folder` is the importer; `never` are patterns it must not import; `because` is what the
 * lint error says. The table is the architecture: src/README.md draws it, this enforces it.
 */
const importRules = [
  {
    folder: ['core'],
    never: ['vscode', '**/editor/**', '**/webview/**'],
    because: 'core runs without an editor: the edge gives it what it needs.',
  },
  {
    folder: ['core/sources'],
    never: [
      '**/lookup/**',
      '**/text/**',
      '**/project/**',
      '**/bibtex/**',
      '**/http/client*',
      '**/http/cache*',
    ],
    because: 'a source builds addresses and maps answers, nothing else.',
  },
  {
    folder: ['core/text', 'core/identifiers', 'core/record', 'core/project'],
    never: ['**/http/**', '**/lookup/**', '**/sources/**', '**/bibtex/**'],
    because: 'finding and naming are pure: they never wait.',
  },
  {
    folder: ['core/bibtex'],
    never: ['**/http/**', '**/lookup/**', '**/sources/**', '**/project/**'],
    because: 'entries are made of records and .bib text alone: nothing waits, and no document is looked at.',
  },
  {
    folder: ['core/http'],
    never: [
      '**/lookup/**',
      '**/sources/**',
      '**/identifiers/**',
      '**/record/**',
      '**/text/**',
      '**/project/**',
      '**/bibtex/**',
    ],
    because: 'the client carries requests and knows nothing of what they ask.',
  },
  {
    folder: ['core/bibtex/text'],
    never: ['**/entry/**', '**/works/**', '**/edits/**', '**/check/**'],
    because: 'reading .bib text knows nothing of what is written into it.',
  },
  {
    folder: ['webview'],
    never: ['**/core/**', '**/editor/**', 'vscode', 'node:*'],
    because: 'the page knows the host through webview/protocol.ts only.',
  },
];

/** Packages that exactly one folder may import, so that each can be replaced in one place. */
const packageHomes = [
  { packages: ['undici', 'undici/**', 'p-throttle'], home: 'core/http' },
  { packages: ['@citation-js/*', '@citation-js/*/**'], home: 'core/bibtex' },
];

/** From the outer to the inner: a folder's own entry replaces that of the folder around it. */
const folders = ['core', 'core/http', 'core/bibtex', 'core/bibtex/text', 'core/sources', 'core/text', 'core/identifiers', 'core/record', 'core/project', 'core/lookup', 'editor', 'webview']; // prettier-ignore

function restrictionsOf(folder) {
  const rules = importRules
    .filter((rule) =>
      rule.folder.some((importer) => folder === importer || folder.startsWith(`${importer}/`)),
    )
    .map((rule) => ({ group: rule.never, message: rule.because }));
  const packages = packageHomes
    .filter(({ home }) => home !== folder)
    .map(({ packages, home }) => ({ group: packages, message: `only src/${home} imports this package.` }));
  return [...rules, ...packages];
}

export default defineConfig(
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ['../tsconfig.json', 'webview/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      eqeqeq: 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' },
        { selector: 'TSNonNullAssertion', message: 'Say why it cannot be undefined, in code.' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // The compiler's noPropertyAccessFromIndexSignature asks for brackets where this rule asks for dots.
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  folders.map((folder) => ({
    files: [`**/${folder}/**/*.ts`],
    rules: { 'no-restricted-imports': ['error', { patterns: restrictionsOf(folder) }] },
  })),
  {
    files: ['**/extension.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: restrictionsOf('extension') }] },
  },
  {
    files: ['**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
