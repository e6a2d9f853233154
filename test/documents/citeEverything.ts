import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { detectDialect } from '../../src/core/bibtex/entry/detectDialect.ts';
import { addToBibliography } from '../../src/core/bibtex/edits/insertion.ts';
import { scanBib } from '../../src/core/bibtex/text/scan.ts';
import type { Lookup } from '../../src/core/lookup/lookup.ts';
import { planCitation } from '../../src/core/project/citation.ts';
import { findBibliographies, type ProjectFiles } from '../../src/core/project/findBibliographies.ts';
import { applyEdits } from '../../src/core/span.ts';
import { findIdentifiers } from '../../src/core/text/findIdentifiers.ts';
import { fieldOptions } from '../support/fieldOptions.ts';

/** What citing a document's identifiers came to. */
export interface Cited {
  /** Name of the .bib that the entries went into. */
  readonly bibliography: string;
  /** Keys cited, in the order of the text. */
  readonly keys: readonly string[];
  /** The document as it is now. */
  readonly text: string;
}

function filesOf(folder: string): ProjectFiles {
  const place = (path: string): string => join(folder, path);
  return {
    read: (path) => Promise.resolve(existsSync(place(path)) ? readFileSync(place(path), 'utf8') : undefined),
    list: (path) => Promise.resolve(readdirSync(place(path))),
    workspaceRoot: () => '',
  };
}

/** Replaces every identifier of a document by a citation, its entries in the document's .bib: files in a folder, as the extension does it in an editor. */
export async function citeEverything(
  folder: string,
  name: string,
  languageId: string,
  lookup: Lookup,
): Promise<Cited> {
  let text = readFileSync(join(folder, name), 'utf8');
  const choice = await findBibliographies({ path: `/${name}`, text, languageId }, filesOf(folder), []);
  if (choice.kind === 'ask') throw new Error(`${name} declares no bibliography`);
  const bibliography = join(folder, choice.files[0].path);
  const keys: string[] = [];
  let done = text.length;
  // From the end on, so that what is before stays where it is.
  for (const match of findIdentifiers(text, languageId).toReversed()) {
    // A link's label and its address are replaced together.
    if (match.end > done) continue;
    const record = await lookup.resolve(match);
    if (record === undefined) throw new Error(`nobody knows ${match.id}`);
    const index = scanBib(readFileSync(bibliography, 'utf8'));
    const addition = addToBibliography(index, [record], {
      ...fieldOptions,
      dialect: choice.dialect ?? detectDialect(index) ?? 'bibtex',
      excludeFields: ['abstract', 'keyword'],
      keyFormat: '{author}{year}{word}',
      position: 'end',
    });
    const plan = planCitation(text, match, languageId, addition.keys, {
      citeCommand: 'auto',
      replace: true,
      ...(choice.citeStyle !== undefined && { fallbackStyle: choice.citeStyle }),
    });
    if ('refused' in plan) throw new Error(`${match.id}: ${plan.refused.english}`);
    writeFileSync(bibliography, applyEdits(index.text, addition.edits));
    text = applyEdits(text, plan.edits);
    done = Math.min(match.start, ...plan.edits.map(({ start }) => start));
    keys.unshift(...addition.keys);
  }
  writeFileSync(join(folder, name), text);
  return { bibliography: basename(bibliography), keys, text };
}
