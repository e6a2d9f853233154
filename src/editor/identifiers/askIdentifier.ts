/** Which identifier a command is about: its argument, the one under the cursor, or what the person types. */
import * as vscode from 'vscode';
import { describeInvalid } from '../../core/identifiers/describeInvalid.ts';
import type { Identifier } from '../../core/identifiers/identifier.ts';
import { parseIdentifier } from '../../core/identifiers/parseIdentifier.ts';
import { entryAt } from '../../core/bibtex/text/bibIndex.ts';
import { scanBib } from '../../core/bibtex/text/scan.ts';
import { identifiersOf } from '../../core/bibtex/works/workOfEntry.ts';
import type { IdentifierArgument } from '../contributions.ts';
import { followPlace, type FollowedPlace } from '../insert/followPlace.ts';
import { isBibliography } from '../languages.ts';
import { toRange } from '../toRange.ts';
import { translate } from '../translate.ts';
import { identifierAt, identifiersIn } from './identifiersIn.ts';

const { l10n } = vscode;

/** An identifier and, where it stands in a document, its place; an empty range is a cursor. */
export interface AskedIdentifier {
  readonly identifier: Identifier;
  readonly at: FollowedPlace | undefined;
}

function describeProblem(text: string): string | undefined {
  if (text.trim() === '' || parseIdentifier(text) !== undefined) return undefined;
  const problem = describeInvalid(text);
  return problem === undefined
    ? l10n.t('This is no DOI, arXiv id, PMID, PMCID, ISBN or CiNii id.')
    : translate(problem);
}

function isArgument(value: unknown): value is IdentifierArgument {
  return (
    typeof value === 'object' &&
    value !== null &&
    (!('identifier' in value) || typeof value.identifier === 'string')
  );
}

/**
 * Returns where an identifier stands that stood at `range`: a lens or a card can be older than the text. That is the
 * nearest place where it stands now; where it stands nowhere, a cursor, so that nothing else is replaced.
 */
function findPlace(document: vscode.TextDocument, identifier: Identifier, range: vscode.Range): vscode.Range {
  const places = identifiersIn(document)
    .filter(({ kind, id }) => kind === identifier.kind && id === identifier.id)
    .map((match) => toRange(document, match));
  if (range.isEmpty || places.some((place) => place.intersection(range)?.isEmpty === false)) return range;
  const distance = ({ start }: vscode.Range): number => Math.abs(start.line - range.start.line);
  const [nearest] = places.toSorted((a, b) => distance(a) - distance(b));
  return nearest ?? new vscode.Range(range.start, range.start);
}

/** The place that an argument names, or the cursor of the active editor. */
function placeOf(argument: IdentifierArgument, identifier: Identifier): FollowedPlace | undefined {
  const { at } = argument;
  if (at !== undefined) {
    const range = new vscode.Range(at.start.line, at.start.character, at.end.line, at.end.character);
    const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === at.uri);
    const place = document === undefined ? range : findPlace(document, identifier, range);
    return followPlace(new vscode.Location(vscode.Uri.parse(at.uri), place));
  }
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const match = identifierAt(editor.document, editor.selection.active);
  if (match?.kind === identifier.kind && match.id === identifier.id)
    return followPlace(new vscode.Location(editor.document.uri, toRange(editor.document, match)));
  return followPlace(new vscode.Location(editor.document.uri, editor.selection.active));
}

/** Asks for an identifier; undefined where the person changes their mind. */
async function typeIdentifier(): Promise<Identifier | undefined> {
  const selected = vscode.window.activeTextEditor;
  const value = selected?.document.getText(selected.selection) ?? '';
  const text = await vscode.window.showInputBox({
    title: l10n.t('Look Up Identifier'),
    placeHolder: l10n.t('DOI, arXiv id, PMID, PMCID, ISBN or CiNii id, or an address with one'),
    value: parseIdentifier(value) === undefined ? '' : value,
    ignoreFocusOut: true,
    validateInput: describeProblem,
  });
  return text === undefined ? undefined : parseIdentifier(text);
}

/** Returns the identifier of the entry under the cursor; undefined where there is none. */
function identifierOfEntry({ document, selection }: vscode.TextEditor): Identifier | undefined {
  if (!isBibliography(document)) return undefined;
  const index = scanBib(document.getText());
  const entry = entryAt(index, document.offsetAt(selection.active));
  return entry && identifiersOf(index, entry)[0];
}

/**
 * Returns the identifier that a command was called for; one that is `about` an entry takes that of the entry under the
 * cursor. Undefined where nobody named one; what an argument names and is no identifier is said in a message.
 */
export async function askIdentifier(
  argument: unknown,
  about?: 'entry',
): Promise<AskedIdentifier | undefined> {
  const given: IdentifierArgument = isArgument(argument) ? argument : {};
  if (given.identifier !== undefined) {
    const identifier = parseIdentifier(given.identifier);
    if (identifier === undefined) {
      void vscode.window.showErrorMessage(
        describeProblem(given.identifier) ?? l10n.t('No identifier was given.'),
      );
      return undefined;
    }
    return { identifier, at: placeOf(given, identifier) };
  }
  const editor = vscode.window.activeTextEditor;
  const match = editor && identifierAt(editor.document, editor.selection.active);
  const here = match ?? (editor && about === 'entry' ? identifierOfEntry(editor) : undefined);
  const identifier = here ?? (await typeIdentifier());
  return (
    identifier && { identifier: { kind: identifier.kind, id: identifier.id }, at: placeOf({}, identifier) }
  );
}
