import * as vscode from 'vscode';
import { defaultKeyPattern } from '../core/record/citationKey.ts';
import { checkKeyPattern } from '../core/record/keyPattern.ts';
import type { Sentence } from '../core/sentence.ts';
import { configurationSection } from './contributions.ts';
import { readSetting } from './settings.ts';
import { translate } from './translate.ts';

const { l10n } = vscode;

const setting = 'bibtex.keyFormat';

/** Patterns that the person has been told about in this window. */
const reported = new Set<string>();

async function report(problem: Sentence): Promise<void> {
  const open = l10n.t('Open Setting');
  const chosen = await vscode.window.showWarningMessage(
    l10n.t('{0} Until you change the setting, keys are made by {1}.', translate(problem), defaultKeyPattern),
    open,
  );
  if (chosen === open)
    await vscode.commands.executeCommand(
      'workbench.action.openSettings',
      `${configurationSection}.${setting}`,
    );
}

/** Returns the pattern of new keys for `scope`; the default, which is said once, where the person's cannot be read. */
export function readKeyFormat(scope: vscode.ConfigurationScope | undefined): string {
  const pattern = readSetting(setting, scope);
  const problem = checkKeyPattern(pattern);
  if (problem === undefined) return pattern;
  if (!reported.has(pattern)) void report(problem);
  reported.add(pattern);
  return defaultKeyPattern;
}
