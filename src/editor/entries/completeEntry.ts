/** Completes an entry, or one field of it, from the record of its work. The person asks for each. */
import * as vscode from 'vscode';
import type { BibBlock, BibIndex } from '../../core/bibtex/text/bibIndex.ts';
import { compareEntry, planCompletion, type FieldChange } from '../../core/bibtex/check/compareEntry.ts';
import { detectDialect } from '../../core/bibtex/entry/detectDialect.ts';
import { setField } from '../../core/bibtex/edits/edit.ts';
import type { FieldOptions } from '../../core/bibtex/entry/fieldText.ts';
import { identifiersOf } from '../../core/bibtex/works/workOfEntry.ts';
import { addEdits } from '../addEdits.ts';
import { assertUnchanged } from '../assertUnchanged.ts';
import { canHold } from '../bibliography/bibTarget.ts';
import { labelMissing, matchEntries, type Found } from '../check/matchEntries.ts';
import { readFieldOptions } from '../fieldOptions.ts';
import { findWork } from '../identifiers/findWork.ts';
import { InsertError } from '../insert/insertError.ts';
import type { Services } from '../services/services.ts';
import { applyRefactoring, openEntry, type EntryPlace, type OpenEntry } from './openEntry.ts';

const { l10n } = vscode;

/** An entry, the record of its work, and how to write what the record says. */
interface Known extends OpenEntry, Found {
  readonly options: FieldOptions;
  /** Who says it. */
  readonly source: string;
}

/** Finds the work by what the entry names, else by its names and title; undefined where it is not found, which is said. */
async function findWorkOf(index: BibIndex, entry: BibBlock, services: Services): Promise<Found | undefined> {
  const [identifier] = identifiersOf(index, entry);
  if (identifier !== undefined) {
    const record = await findWork(identifier, services);
    return record && { record };
  }
  const matches = await matchEntries(index, [entry], services);
  if (matches === undefined) return undefined;
  const match = matches.get(entry);
  if (match !== undefined) return match;
  throw new InsertError(
    l10n.t('{0} names no DOI or other identifier, and no work is found by its names and title.', entry.key),
  );
}

/** Looks the work of an entry up; undefined where it is not found, which is said. */
async function lookUp(place: EntryPlace | undefined, services: Services): Promise<Known | undefined> {
  const { target, index, entry } = await openEntry(place);
  const found = await findWorkOf(index, entry, services);
  if (found === undefined) return undefined;
  const { record } = found;
  const now = await openEntry(place);
  assertUnchanged(now.target.document, target.text);
  const options = readFieldOptions(target.uri, detectDialect(index) ?? 'bibtex');
  const isHeld = await canHold(target, JSON.stringify(compareEntry(index, entry, record.csl, options)));
  return {
    ...now,
    ...found,
    options: isHeld ? options : { ...options, encoding: 'latex' },
    source: services.namesOf(record.sources),
  };
}

function say(text: string): void {
  void vscode.window.setStatusBarMessage(`$(check) ${text}`, 8000);
}

function describeChange({ name, before = '', after }: FieldChange): string {
  return `${name}: ${before} → ${after}`;
}

/**
 * Adds the fields that an entry lacks. Those that its source gives otherwise are offered in a preview, where none is
 * ticked; if its title differs too, nothing is, because the identifier may be another work's. Nor is anything ticked of
 * a work that was found by names and title.
 */
export async function completeEntry(place: EntryPlace | undefined, services: Services): Promise<void> {
  const known = await lookUp(place, services);
  if (known === undefined) return;
  const { index, entry, target, record, score, options, source } = known;
  const { missing, differing, isSameTitle } = planCompletion(index, entry, record.csl, options);
  const edit = new vscode.WorkspaceEdit();
  const add = (change: FieldChange, metadata: vscode.WorkspaceEditEntryMetadata): void => {
    addEdits(edit, target.document, [setField(index, entry, change.name, change.value)], metadata);
  };
  for (const change of missing)
    add(change, {
      label: labelMissing(source, score),
      needsConfirmation: !isSameTitle || score !== undefined,
    });
  for (const change of differing)
    add(change, {
      label: l10n.t('Fields that {0} gives otherwise', source),
      description: describeChange(change),
      needsConfirmation: true,
    });
  if (edit.size === 0) say(l10n.t('{0} has all that {1} says', entry.key, source));
  else if ((await applyRefactoring(edit)) && differing.length === 0 && score === undefined)
    say(l10n.t('{0}: added {1}', entry.key, missing.map(({ name }) => name).join(', ')));
}

/** Returns the name of the field that an offset stands in; undefined where it stands in none. */
export function fieldAt({ fields }: BibBlock, offset: number): string | undefined {
  return fields.find(({ nameSpan, valueSpan }) => nameSpan.start <= offset && offset <= valueSpan.end)?.name;
}

/** Gives one field the value that its source has. */
export async function updateField(place: EntryPlace | undefined, services: Services): Promise<void> {
  const { entry: asked, offset } = await openEntry(place);
  const name = fieldAt(asked, offset);
  if (name === undefined) throw new InsertError(l10n.t('Put the cursor on a field of an entry first.'));
  const known = await lookUp(place, services);
  if (known === undefined) return;
  const { index, entry, target, record, score, options, source } = known;
  const change = compareEntry(index, entry, record.csl, options).find((other) => other.name === name);
  if (change === undefined) throw new InsertError(l10n.t('{0} says nothing about {1}.', source, name));
  if (change.before === change.after) {
    say(l10n.t('{0} is as {1} says', name, source));
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  const metadata =
    score === undefined ? undefined : { label: labelMissing(source, score), needsConfirmation: true };
  addEdits(edit, target.document, [setField(index, entry, name, change.value)], metadata);
  if ((await applyRefactoring(edit)) && score === undefined) say(`${describeChange(change)} (${source})`);
}
