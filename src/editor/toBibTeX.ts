import * as vscode from 'vscode';
import { formatEntries, type FormatOptions } from '../core/bibtex/formatEntry.ts';
import { makeKey } from '../core/record/citationKey.ts';
import type { CitationRecord } from '../core/record/record.ts';
import { readSetting } from './settings.ts';

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
  const set = readSetting('bibtex.dialect', scope);
  const taken = new Set((options.keys ?? []).map((key) => key.toLowerCase()));
  const keys = records.map(({ csl }, place) => {
    const given = options.keys?.[place];
    if (given !== undefined) return given;
    const key = makeKey(csl, readSetting('bibtex.keyFormat', scope), (candidate) =>
      taken.has(candidate.toLowerCase()),
    );
    taken.add(key.toLowerCase());
    return key;
  });
  const format: FormatOptions = {
    dialect: options.dialect ?? (set === 'auto' ? 'bibtex' : set),
    encoding: options.encoding ?? readSetting('bibtex.encoding', scope),
    protectCase: readSetting('bibtex.protectCase', scope),
    titleMarkup: readSetting('bibtex.titleMarkup', scope),
    excludeFields: readSetting('bibtex.excludeFields', scope),
    japaneseNameOrder: readSetting('japaneseNameOrder', scope),
  };
  return formatEntries(records, format, keys);
}
