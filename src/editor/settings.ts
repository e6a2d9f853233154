import * as vscode from 'vscode';
import { configurationSection, settingDefaults, type Settings } from './contributions.ts';

/** Reads one setting as it holds for `scope`; the default where the person wrote something of another type. */
export function readSetting<K extends keyof Settings>(
  name: K,
  scope?: vscode.ConfigurationScope,
): Settings[K] {
  const value = vscode.workspace.getConfiguration(configurationSection, scope).get<Settings[K]>(name);
  const fallback: Settings[K] = settingDefaults[name];
  if (value === undefined) return fallback;
  if (name === 'bibliography') return value;
  return typeof value === typeof fallback && Array.isArray(value) === Array.isArray(fallback)
    ? value
    : fallback;
}

/** The .bib paths that the person set for `scope`, in order. */
export function readBibliographySetting(scope: vscode.ConfigurationScope): readonly string[] {
  const value: unknown = readSetting('bibliography', scope);
  const paths: readonly unknown[] = Array.isArray(value) ? value : [value];
  return paths.filter((path) => typeof path === 'string').filter((path) => path.trim() !== '');
}
