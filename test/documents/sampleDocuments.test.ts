import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findIdentifiers } from '../../src/core/text/findIdentifiers.ts';
import { createTemporaryFolder } from '../support/atExit.ts';
import { projectFolder } from '../support/paths.ts';
import { useSandboxLookup } from '../support/useSandboxLookup.ts';
import { citeEverything } from './citeEverything.ts';
import { missingPrograms, notRun } from '../support/programs.ts';

type Command = readonly [program: string, ...args: string[]];

interface Sample {
  readonly folder: string;
  readonly document: string;
  readonly languageId: string;
  readonly commands: readonly Command[];
  /** Where the finished reference list stands, and what begins each reference in it. */
  readonly list: { readonly file: string; readonly reference: RegExp };
  /** How many different works the document cites in the end. */
  readonly works: number;
  /** Identifiers in links whose words say something, which stay beside their citation. */
  readonly linked: readonly string[];
}

const workspace = join(projectFolder, 'test', 'workspace');
const samples = join(projectFolder, 'test', 'documents', 'samples');

function latex(engine: string, bibliography: Command, name: string): readonly Command[] {
  const run: Command = [engine, '-interaction=nonstopmode', '-halt-on-error', name];
  return [run, bibliography, run, run];
}

function pandoc(name: string, ...args: readonly string[]): readonly Command[] {
  return [
    ['pandoc', '--citeproc', '--fail-if-warnings', '--from=markdown', '--output=out.html', ...args, name],
  ];
}

const cases: readonly Sample[] = [
  {
    folder: workspace,
    document: 'paper.tex',
    languageId: 'latex',
    commands: latex('pdflatex', ['bibtex', 'paper'], 'paper'),
    list: { file: 'paper.bbl', reference: /\\bibitem\b/g },
    works: 9,
    linked: [],
  },
  {
    folder: samples,
    document: 'letter.tex',
    languageId: 'latex',
    commands: latex('lualatex', ['biber', '--validate-datamodel', 'letter'], 'letter'),
    list: { file: 'letter.bbl', reference: /\\entry\{/g },
    works: 7,
    linked: ['10.48550/arxiv.1706.03762'],
  },
  {
    folder: workspace,
    document: 'note.md',
    languageId: 'markdown',
    commands: pandoc('note.md'),
    list: { file: 'out.html', reference: /class="csl-entry"/g },
    works: 9,
    linked: ['10.1016/s0140-6736(20)31180-6'],
  },
  {
    folder: workspace,
    document: 'report.qmd',
    languageId: 'quarto',
    commands: pandoc('report.qmd', '--metadata-file=_quarto.yml'),
    list: { file: 'out.html', reference: /class="csl-entry"/g },
    works: 6,
    linked: [],
  },
];

/** What the programs say about entries and citations: errors, warnings, undefined keys. */
const complaint =
  /^(?:!.*|Warning--.*|.*\b(?:WARN|ERROR) - .*|.*error message.*|.*Warning: (?:Citation|Empty|There were undefined).*|.*\[WARNING\].*|Missing character.*)$/gm;

/** Runs the commands in a folder and returns what each program complains of in its last run. */
function complaintsOf(folder: string, commands: readonly Command[]): readonly string[] {
  const said = new Map<string, string>();
  for (const [program, ...args] of commands) {
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) return [`${program} ended with ${String(status)}`, stdout.slice(-3000), stderr];
    said.set(program, stdout + stderr);
  }
  return [...said.values()].join('\n').match(complaint) ?? [];
}

describe('sample documents, every identifier cited', () => {
  const stage = useSandboxLookup();

  for (const { folder, document, languageId, commands, list, works, linked } of cases) {
    const programs = [...new Set(commands.map(([program]) => program))];
    const missing = missingPrograms(programs);

    it(`${document} passes ${programs.join(' and ')} without a complaint${notRun(missing)}`, async function () {
      if (missing.length > 0) this.skip();
      this.timeout(120_000);
      const copy = createTemporaryFolder('sample');
      cpSync(folder, copy, { recursive: true });
      const { bibliography, text } = await citeEverything(copy, document, languageId, stage.over.lookup);
      const left = findIdentifiers(text, languageId).map(({ id }) => id);
      assert.deepEqual(left, linked);
      const before = readFileSync(join(folder, bibliography), 'utf8');
      const after = readFileSync(join(copy, bibliography), 'utf8');
      assert.ok(after.startsWith(before.trimEnd()), 'what was in the .bib stays as it was');

      assert.deepEqual(complaintsOf(copy, commands), []);
      const references = readFileSync(join(copy, list.file), 'utf8').match(list.reference);
      assert.equal(references?.length, works);
    });
  }
});
