import * as vscode from 'vscode';
import { formatEntries, type FormatOptions } from '../core/bibtex/entry/formatEntry.ts';
import { makeKey } from '../core/record/citationKey.ts';
import { compact } from '../core/record/compact.ts';
import type { CitationRecord } from '../core/record/record.ts';
import { readFieldOptions } from './fieldOptions.ts';
import { readKeyFormat } from './keyFormat.ts';

/** What a caller may ask of the format; the settings decide the rest. */
export interface BibTeXOptions {
  readonly dialect?: 'bibtex' | 'biblatex';
  readonly encoding?: 'unicode' | 'latex';
  /** One key a record; keys that are missing are made by the setting's pattern, unique among them all. */
  readonly keys?: readonly string[];
}

/** Returns the entries of records, in their order, each ending in a line end. */
export function toBibTeX(records: readonly CitationRecord[], options: BibTeXOptions = {}): string {
  const scope = vscode.window.activeTextEditor?.document;
  const taken = new Set((options.keys ?? []).map((key) => key.toLowerCase()));
  const keys = records.map(({ csl }, place) => {
    const given = options.keys?.[place];
    if (given !== undefined) return given;
    const key = makeKey(csl, readKeyFormat(scope), (candidate) => taken.has(candidate.toLowerCase()));
    taken.add(key.toLowerCase());
    return key;
  });
  const set = readFieldOptions(scope, 'bibtex');
  const format: FormatOptions = {
    ...set,
    ...compact({ dialect: options.dialect, encoding: options.encoding }),
  };
  return formatEntries(records, format, keys);
}
