import type * as vscode from 'vscode';
import type { FieldOptions } from '../core/bibtex/entry/fieldText.ts';
import { readSetting } from './settings.ts';

/** Returns how fields are written, as the settings say for `scope`; `dialect` holds where they leave it open. */
export function readFieldOptions(
  scope: vscode.ConfigurationScope | undefined,
  dialect: FieldOptions['dialect'],
): FieldOptions {
  const set = readSetting('bibtex.dialect', scope);
  return {
    dialect: set === 'auto' ? dialect : set,
    encoding: readSetting('bibtex.encoding', scope),
    protectCase: readSetting('bibtex.protectCase', scope),
    titleMarkup: readSetting('bibtex.titleMarkup', scope),
    excludeFields: readSetting('bibtex.excludeFields', scope),
    japaneseNameOrder: readSetting('japaneseNameOrder', scope),
  };
}
