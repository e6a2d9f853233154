import { strict as assert } from 'node:assert';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const project = join(import.meta.dirname, '..', '..', '..');

/** The one place that translates what another has said. */
const translator = join('src', 'editor', 'translate.ts');

/** What reads as a sentence: a capital or a value, more words, a full stop. */
const looksSpoken = /^(?:\p{Lu}|\{0\})\S*(?: \S+)+[.?!…]$/u;

/** Texts that are the same in every language. */
const names = ['BibTeX', '{0} …'];

/** What a literal says, with `{0}`, `{1}` … in the place of its values. */
function textOf(literal: ts.StringLiteral | ts.TemplateLiteral): string {
  if (!ts.isTemplateExpression(literal)) return literal.text;
  const parts = literal.templateSpans.map((span, place) => `{${place}}${span.literal.text}`);
  return `${literal.head.text}${parts.join('')}`;
}

function isTranslation(node: ts.Node): node is ts.CallExpression {
  return ts.isCallExpression(node) && /^(?:vscode\.)?l10n\.t$/.test(node.expression.getText());
}

/** The log and the program's own faults are in English, for who mends it. */
function isForDevelopers(node: ts.Node): boolean {
  if (ts.isCallExpression(node)) return /\blog\.\w+$/.test(node.expression.getText());
  return ts.isNewExpression(node) && /^(?:\w+\.)?(?:Error|TypeError|RangeError|DOMException)$/.test(node.expression.getText()); // prettier-ignore
}

/** Returns the sentences that a file says for a person, and those that cannot be translated. */
function readSentences(file: string): { readonly said: readonly string[]; readonly mute: readonly string[] } {
  const [said, mute]: [string[], string[]] = [[], []];
  const visit = (node: ts.Node): void => {
    if (isTranslation(node) && file !== translator)
      assert.ok(
        node.arguments[0] && ts.isStringLiteral(node.arguments[0]),
        `${node.getText()} has no literal`,
      );
    if (ts.isStringLiteral(node) || ts.isTemplateLiteral(node)) {
      const { parent } = node;
      const isSaid =
        (ts.isTaggedTemplateExpression(parent) && parent.tag.getText() === 'say') ||
        (isTranslation(parent) && parent.arguments[0] === node);
      if (isSaid) said.push(textOf(node));
      else if (looksSpoken.test(textOf(node)) && ts.findAncestor(node, isForDevelopers) === undefined)
        mute.push(`${file}: ${textOf(node)}`);
    }
    ts.forEachChild(node, visit);
  };
  const code = readFileSync(join(project, file), 'utf8');
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true));
  return { said, mute };
}

function readTexts(file: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(project, file), 'utf8')) as Readonly<Record<string, string>>;
}

function assertTranslated(translations: Readonly<Record<string, string>>, originals: Readonly<Record<string, string>>): void {
  const placeholders = (text = ''): readonly string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();
  for (const [name, translation] of Object.entries(translations)) {
    assert.deepEqual(placeholders(translation), placeholders(originals[name]), name);
    assert.ok(names.includes(name) || translation !== originals[name], `${name} is not translated`);
  }
} // prettier-ignore

describe('the translations', () => {
  const files = globSync('src/**/*.ts', { cwd: project }).map(readSentences);
  const sentences = new Set(files.flatMap(({ said }) => said));
  const manifest = readTexts('package.nls.json');

  it('can have every sentence that a person may read', () => {
    assert.deepEqual(files.flatMap(({ mute }) => mute), []); // prettier-ignore
  });

  for (const file of globSync('l10n/bundle.l10n.*.json', { cwd: project }))
    it(`in ${file} are those of the code, each with its place-holders`, () => {
      const bundle = readTexts(file);
      assert.deepEqual(Object.keys(bundle).toSorted(), [...sentences].toSorted());
      assertTranslated(bundle, Object.fromEntries([...sentences].map((sentence) => [sentence, sentence])));
    });

  for (const file of globSync('package.nls.*.json', { cwd: project }))
    it(`in ${file} keep the place-holders of the manifest's texts`, () => {
      assertTranslated(readTexts(file), manifest);
    });
});
