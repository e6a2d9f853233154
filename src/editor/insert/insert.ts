/**
 * Writes entries into the .bib and the citation into the text, in one WorkspaceEdit and so in one undo. Whatever
 * fails, nothing is written.
 */
import * as vscode from 'vscode';
import { detectDialect } from '../../core/bibtex/entry/detectDialect.ts';
import { addToBibliography, type Addition, type AddOptions } from '../../core/bibtex/edits/insertion.ts';
import { keysOf } from '../../core/bibtex/text/keysOf.ts';
import { findTooLong } from '../../core/bibtex/edits/findTooLong.ts';
import { findSameWork } from '../../core/bibtex/works/recognise.ts';
import type { BibIndex } from '../../core/bibtex/text/bibIndex.ts';
import { scanBib } from '../../core/bibtex/text/scan.ts';
import type { TextEdit } from '../../core/span.ts';
import { planCitation } from '../../core/project/citation.ts';
import type { CitationOptions } from '../../core/project/citations/view.ts';
import type { CitationRecord } from '../../core/record/record.ts';
import { chooseBibliography, type ChosenBibliography } from '../bibliography/chooseBibliography.ts';
import type { Bibliographies } from '../bibliography/bibliographies.ts';
import { canHold, openBibTarget, openBuffer, type BibTarget } from '../bibliography/bibTarget.ts';
import { readFieldOptions } from '../fieldOptions.ts';
import { readKeyFormat } from '../keyFormat.ts';
import { canCite, isBibliography, languageOf } from '../languages.ts';
import { readSetting } from '../settings.ts';
import { toRange } from '../toRange.ts';
import { translate } from '../translate.ts';
import { prepareInsertion, writeInsertion, type Citing, type PreparedInsertion } from './writeInsertion.ts';
import type { FollowedPlace } from './followPlace.ts';
import { InsertError, RefusedEditError, sayChanged } from './insertError.ts';
import { takeTurns } from './takeTurns.ts';

const { l10n } = vscode;

/** What an insertion did. */
export interface InsertOutcome {
  readonly bibliography: vscode.Uri;
  /** One key a record, in order; the key a work had already where it was there. */
  readonly keys: readonly string[];
  readonly added: number;
  readonly alreadyThere: number;
}

export interface InsertRequest {
  readonly records: readonly CitationRecord[];
  /** Where the entries go; found by the document's rules where it is absent. */
  readonly bibliography?: vscode.Uri;
  /** Where the citation goes: replaces the range, or stands at an empty one. */
  readonly at?: FollowedPlace;
  /** Plans the citations of all the keys in the document of `at`, where they are more than one at its range. */
  readonly cite?: (keys: readonly string[], options: Omit<CitationOptions, 'replace'>) => readonly TextEdit[];
  /** Whether the person may be asked which .bib to use; without it an unclear case is an error. */
  readonly mayAsk: boolean;
  /** Whether the entries may come alone where the language of `at` has no citations; else that is refused. */
  readonly mayLeaveUncited?: boolean;
}

/** Returns what the document's other .bib files hold: their keys, in lower case, and the key of a work that is there. */
async function readOthers(
  chosen: ChosenBibliography,
  bibliographies: Bibliographies,
): Promise<{ readonly keys: ReadonlySet<string>; find(record: CitationRecord): string | undefined }> {
  const read = chosen.others.map((uri) => bibliographies.read(uri).catch(() => undefined));
  const indexes = (await Promise.all(read)).filter((index) => index !== undefined);
  return {
    keys: new Set(indexes.flatMap((index) => [...keysOf(index)])),
    find: ({ csl }) => indexes.map((index) => findSameWork(index, csl)?.key).find((key) => key !== undefined),
  };
}

function entryOptions(scope: vscode.Uri, chosen: ChosenBibliography, index: BibIndex): AddOptions {
  return {
    ...readFieldOptions(scope, chosen.dialect ?? detectDialect(index) ?? 'bibtex'),
    keyFormat: readKeyFormat(scope),
    position: readSetting('bibtex.position', scope),
  };
}

/** Throws InsertError where a field is longer than TeX takes. */
function assertPrintable({ csl }: CitationRecord): void {
  const variable = findTooLong(csl);
  if (variable === undefined) return;
  throw new InsertError(
    l10n.t(
      'The record of {0} has a {1} that is too long for TeX. Nothing was changed.',
      csl.id.slice(0, 100),
      variable,
    ),
  );
}

/** What entries go into: a file, or the stretch of a document from `start` on that `index` is of. */
interface OpenBibliography {
  readonly target: BibTarget;
  readonly index: BibIndex;
  readonly start: number;
}

async function openBibliography(
  { uri, embedded }: ChosenBibliography,
  bibliographies: Bibliographies,
): Promise<OpenBibliography> {
  if (embedded !== undefined) {
    const { start, end } = embedded;
    const target = await openBuffer(embedded.uri);
    // It is a text that people write in, which is theirs to save.
    return { target: { ...target, wasDirty: true }, index: scanBib(target.text.slice(start, end)), start };
  }
  const target = await openBibTarget(uri);
  // The index that hovers have made already, where it is of the same text.
  const known = await bibliographies.read(uri).catch(() => undefined);
  return { target, index: known?.text === target.text ? known : scanBib(target.text), start: 0 };
}

/** Plans the entries in letters that the file can hold: as the settings say, else with accents as commands. */
async function planEntries(
  target: BibTarget,
  index: BibIndex,
  records: readonly CitationRecord[],
  options: AddOptions,
): Promise<Addition> {
  for (const encoding of [options.encoding, 'latex'] as const) {
    const plan = addToBibliography(index, records, { ...options, encoding });
    if (await canHold(target, plan.edits.map(({ newText }) => newText).join(''))) return plan;
  }
  const name = vscode.workspace.asRelativePath(target.uri);
  throw new InsertError(
    l10n.t(
      '{0} is in the encoding {1}, which lacks letters of this entry. Save it as UTF-8 first.',
      name,
      target.encoding,
    ),
  );
}

/** Plans what changes in the citing document: the citations, and the declaration that was agreed to. */
function planDocument(
  document: vscode.TextDocument,
  followed: FollowedPlace,
  keys: readonly string[],
  chosen: ChosenBibliography,
  cite: InsertRequest['cite'],
): Citing {
  const options = {
    citeCommand: readSetting('latex.citeCommand', document),
    ...(chosen.citeStyle === undefined ? {} : { fallbackStyle: chosen.citeStyle }),
  };
  const declaration = chosen.declare?.(document.getText()) ?? [];
  if (cite !== undefined) return { document, edits: [...declaration, ...cite(keys, options)] };
  const range = followed.now();
  if (range === undefined) throw new InsertError(sayChanged());
  const place = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const plan = planCitation(document.getText(), place, languageOf(document), keys, {
    ...options,
    replace: !range.isEmpty,
  });
  if ('refused' in plan) throw new InsertError(translate(plan.refused));
  const at = plan.edits.map((edit) => toRange(document, edit)).reduce((all, one) => all.union(one), range);
  return { document, edits: [...declaration, ...plan.edits], at };
}

/** What an insertion writes, and what it comes to when that is written. */
interface InsertionPlan {
  readonly target: BibTarget;
  readonly entries: readonly TextEdit[];
  readonly citing: Citing | undefined;
  readonly outcome: InsertOutcome;
}

/** Where an insertion goes, as it was found. */
interface Place {
  readonly document: vscode.TextDocument | undefined;
  readonly chosen: ChosenBibliography;
}

async function choosePlace(
  request: InsertRequest,
  bibliographies: Bibliographies,
): Promise<Place | undefined> {
  request.records.forEach(assertPrintable);
  const { at } = request;
  const document = at === undefined ? undefined : await vscode.workspace.openTextDocument(at.uri);
  const chosen = await chooseBibliography(document, request, bibliographies);
  return chosen && { document, chosen };
}

async function planInsertion(
  request: InsertRequest,
  { document, chosen }: Place,
  bibliographies: Bibliographies,
): Promise<InsertionPlan> {
  const { records, at } = request;
  const { target, index, start } = await openBibliography(chosen, bibliographies);
  const others = await readOthers(chosen, bibliographies);
  const citedElsewhere = records.map((record) => others.find(record));
  const missing = records.filter((_, place) => citedElsewhere[place] === undefined);
  const options = entryOptions(document?.uri ?? chosen.uri, chosen, index);
  const plan = await planEntries(target, index, missing, { ...options, takenElsewhere: others.keys });
  const newKeys = plan.keys.values();
  const keys = citedElsewhere.map((key) => key ?? newKeys.next().value ?? '');
  const isUncited = (place: vscode.TextDocument): boolean =>
    isBibliography(place) || (request.mayLeaveUncited === true && !canCite(place));
  const citing =
    document === undefined || at === undefined || isUncited(document)
      ? undefined
      : planDocument(document, at, keys, chosen, request.cite);
  const alreadyThere = records.length - plan.added;
  const outcome = { bibliography: target.uri, keys, added: plan.added, alreadyThere };
  const entries = plan.edits.map((edit) => ({
    ...edit,
    start: edit.start + start,
    end: edit.end + start,
  }));
  return { target, entries, citing, outcome };
}

const inTurn = takeTurns();

/** How often an insertion is planned anew while a person types, or another program writes, in what it was planned for. */
const maxPlans = 5;

/**
 * Inserts records as the request says; undefined where the person chose no .bib. Rejects with InsertError, whose
 * message is for the person; nothing is written then.
 */
export async function insertRecords(
  request: InsertRequest,
  bibliographies: Bibliographies,
): Promise<InsertOutcome | undefined> {
  // Nobody else waits while a person makes up their mind.
  const asked = request.mayAsk ? await choosePlace(request, bibliographies) : undefined;
  if (request.mayAsk && asked === undefined) return undefined;
  const insert = async (): Promise<InsertOutcome | undefined> => {
    // Where entries stand in a document moves with what is written in it.
    const isFixed = asked !== undefined && asked.chosen.embedded === undefined;
    const place = isFixed ? asked : await choosePlace(request, bibliographies);
    if (place === undefined) return undefined;
    const plan = await planInsertion(request, place, bibliographies);
    await writeInsertion(plan.target, plan.entries, plan.citing);
    return plan.outcome;
  };
  const insertAsItIsNow = (plans = 1): Promise<InsertOutcome | undefined> =>
    insert().catch((error: unknown) => {
      if (error instanceof RefusedEditError && plans < maxPlans) return insertAsItIsNow(plans + 1);
      throw error;
    });
  return inTurn(insertAsItIsNow);
}

/** The same for whoever makes the edit, such as a drop into the editor. */
export async function prepareInsert(
  request: InsertRequest,
  bibliographies: Bibliographies,
): Promise<PreparedInsertion | undefined> {
  const place = await choosePlace(request, bibliographies);
  if (place === undefined) return undefined;
  const plan = await planInsertion(request, place, bibliographies);
  return prepareInsertion(plan.target, plan.entries, plan.citing);
}
