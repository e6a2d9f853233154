/** Sets and clears credentials, by argument or by asking. */
import * as vscode from 'vscode';
import { compact } from '../../core/record/compact.ts';
import { sources } from '../../core/sources/index.ts';
import type { Source } from '../../core/sources/source.ts';
import { commands } from '../contributions.ts';
import { translate } from '../translate.ts';
import type { Credentials, CredentialValues } from './credentials.ts';

const { l10n } = vscode;

const withCredentials = sources.filter(({ credentials }) => credentials !== undefined);

type Which = 'any' | 'set';

interface Given {
  readonly source?: string;
  readonly values?: CredentialValues;
}

/** Reads `{ source, values }`; what has another shape counts as not given. */
function readGiven(argument: unknown): Given {
  if (typeof argument !== 'object' || argument === null) return {};
  const source = 'source' in argument && typeof argument.source === 'string' ? argument.source : undefined;
  const values = 'values' in argument ? readValues(argument.values) : undefined;
  return compact({ source, values });
}

function readValues(values: unknown): CredentialValues | undefined {
  if (typeof values !== 'object' || values === null) return undefined;
  const texts = Object.entries(values).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].trim() !== '',
  );
  return texts.length === 0 ? undefined : Object.fromEntries(texts);
}

/** Lets the person pick a service, of those whose credentials are set or of all; undefined where they pick none. */
async function pickSource(credentials: Credentials, which: Which): Promise<Source | undefined> {
  await credentials.load();
  const items = withCredentials
    .filter((source) => source.credentials?.keptBy === undefined)
    .filter((source) => which === 'any' || credentials.of(source) !== undefined)
    .map((source) => ({
      label: source.name,
      description: credentials.of(source) === undefined ? '' : l10n.t('set'),
      detail: source.credentials === undefined ? '' : translate(source.credentials.help),
      source,
    }));
  if (items.length === 0) {
    void vscode.window.showInformationMessage(l10n.t('No credentials are set.'));
    return undefined;
  }
  return (await vscode.window.showQuickPick(items, { title: l10n.t('Credentials for') }))?.source;
}

async function askValues(source: Source): Promise<CredentialValues | undefined> {
  const values: Record<string, string> = {};
  const fields = source.credentials?.fields ?? [];
  for (const [place, field] of fields.entries()) {
    const value = await vscode.window.showInputBox({
      title: `${source.name} (${String(place + 1)}/${String(fields.length)})`,
      prompt: translate(field.label),
      password: field.secret,
      ignoreFocusOut: true,
      validateInput: (text) =>
        text.trim() === '' ? l10n.t('{0} needs a value here.', source.name) : undefined,
    });
    if (value === undefined) return undefined;
    values[field.name] = value;
  }
  return values;
}

async function chooseSource(
  given: Given,
  credentials: Credentials,
  which: Which,
): Promise<Source | undefined> {
  if (given.source === undefined) return pickSource(credentials, which);
  const source = withCredentials.find(({ id }) => id === given.source);
  if (source === undefined)
    void vscode.window.showErrorMessage(l10n.t('"{0}" is no service that takes credentials.', given.source));
  return source;
}

/** Registers the two commands. */
export function registerCredentialCommands(credentials: Credentials): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.setCredentials, async (argument?: unknown) => {
      const given = readGiven(argument);
      const source = await chooseSource(given, credentials, 'any');
      const values = source === undefined ? undefined : (given.values ?? (await askValues(source)));
      if (source === undefined || values === undefined) return;
      await credentials.set(source, values);
      void vscode.window.setStatusBarMessage(
        `$(check) ${l10n.t('Credentials for {0} are kept in the secret storage.', source.name)}`,
        8000,
      );
    }),
    vscode.commands.registerCommand(commands.clearCredentials, async (argument?: unknown) => {
      const source = await chooseSource(readGiven(argument), credentials, 'set');
      if (source === undefined) return;
      await credentials.clear(source);
      void vscode.window.setStatusBarMessage(
        `$(check) ${l10n.t('Credentials for {0} are gone.', source.name)}`,
        8000,
      );
    }),
  );
}
