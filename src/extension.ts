import * as vscode from 'vscode';
import { createApi, type CitationLookupApi } from './editor/api.ts';
import { createBibliographies } from './editor/bibliography/bibliographies.ts';
import { registerBibProblems } from './editor/check/bibProblems.ts';
import { registerCheckBibliography } from './editor/check/checkBibliography.ts';
import { registerCompleteBibliography } from './editor/check/completeBibliography.ts';
import { registerCodeLens } from './editor/identifiers/codeLens.ts';
import { registerConvertDocument } from './editor/insert/convertDocument.ts';
import { registerCopyBibTeX } from './editor/identifiers/copyBibTeX.ts';
import { registerCredentialCommands } from './editor/services/credentialCommands.ts';
import { createCredentials } from './editor/services/credentials.ts';
import { registerEntryActions } from './editor/entries/entryActions.ts';
import { registerHover } from './editor/identifiers/hover.ts';
import { registerInsertCitation } from './editor/insert/insertCitation.ts';
import { registerLookup } from './editor/identifiers/lookupCommand.ts';
import { registerMaintenance } from './editor/maintenance.ts';
import { registerCopyFormatted } from './editor/references/copyFormatted.ts';
import { createReferenceFormatting } from './editor/references/formatting.ts';
import { registerPasteOrDrop } from './editor/identifiers/pasteOrDrop.ts';
import { registerRename } from './editor/rename/rename.ts';
import { registerSearchPanel } from './editor/searchPanel/searchPanel.ts';
import { registerSearch } from './editor/searchPicker/searchPicker.ts';
import { createWorkPreview } from './editor/searchPicker/workPreview.ts';
import { registerSelectBibliography } from './editor/bibliography/selectBibliography.ts';
import { createServices } from './editor/services/services.ts';

/** Builds the core and registers the features; reads no file and sends nothing. */
export function activate(context: vscode.ExtensionContext): CitationLookupApi {
  const log = vscode.window.createOutputChannel('Citation Lookup', { log: true });
  const credentials = createCredentials(context.secrets);
  const services = createServices(context, log, credentials);
  const bibliographies = createBibliographies();
  const references = createReferenceFormatting(context);
  const preview = createWorkPreview(services, references);
  const problems = registerBibProblems(bibliographies);
  context.subscriptions.push(
    log,
    credentials,
    services,
    bibliographies,
    references,
    registerHover(services, bibliographies),
    registerCodeLens(services, bibliographies, context.secrets),
    preview,
    registerSearch(services, bibliographies, preview, context.globalState),
    registerSearchPanel(services, bibliographies, references, context),
    registerLookup(services, bibliographies),
    registerInsertCitation(services, bibliographies),
    registerConvertDocument(services, bibliographies),
    problems,
    registerCheckBibliography(services, bibliographies, problems),
    registerCompleteBibliography(services, bibliographies),
    registerCopyBibTeX(services),
    registerCopyFormatted(services, references),
    registerPasteOrDrop(services, bibliographies),
    registerRename(bibliographies),
    registerEntryActions(services, bibliographies),
    registerSelectBibliography(),
    registerCredentialCommands(credentials),
    registerMaintenance(services),
  );
  return createApi(services, bibliographies, references);
}
