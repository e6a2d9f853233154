/** References as the person set them: in their style, in the language of the document. */
import * as vscode from 'vscode';
import type { ReferenceOptions } from '../../core/bibtex/references/formatReference.ts';
import { createReferences } from '../../core/bibtex/references/references.ts';
import { findDocumentLanguage } from '../../core/project/language/documentLanguage.ts';
import { compact } from '../../core/record/compact.ts';
import type { CitationRecord } from '../../core/record/record.ts';
import { declaringText, placeOf } from '../bibliography/placeOf.ts';
import { filesBeside } from '../bibliography/projectFiles.ts';
import { configurationSection } from '../contributions.ts';
import { languageOf } from '../languages.ts';
import { readSetting } from '../settings.ts';
import { createCitationStyles } from './citationStyles.ts';

/** What a caller may ask of a reference; the setting and the work decide the rest. */
export interface FormattedOptions {
  /** One of the styles that come along, the path of a .csl file or its text; the setting's where it is absent. */
  readonly style?: string;
  /** Language as BCP 47 writes it; the work's own where it is absent. */
  readonly locale?: string;
  readonly format?: 'text' | 'html';
}

export interface ReferenceFormatting {
  /** Returns a reference at once, which takes a second the first time. Throws StyleError. */
  toFormatted(record: CitationRecord, options?: FormattedOptions): string;
  /** Returns a reference for `document`, as text if not asked otherwise, without holding the editor up. Rejects with StyleError. */
  format(
    record: CitationRecord,
    document: vscode.TextDocument | undefined,
    format?: ReferenceOptions['format'],
  ): Promise<string>;
  dispose(): void;
}

/** Finds what the document, or the project that it belongs to, says its language is. */
function findLanguage(document: vscode.TextDocument): Promise<string | undefined> {
  const place = placeOf(document) ?? document.uri;
  const asked = { path: place.path, text: declaringText(document), languageId: languageOf(document) };
  return findDocumentLanguage(asked, filesBeside(place));
}

/** Creates the formatting; it loads nothing until it is asked. */
export function createReferenceFormatting(context: vscode.ExtensionContext): ReferenceFormatting {
  const references = createReferences(
    context.asAbsolutePath('dist/references.cjs'),
    context.asAbsolutePath('dist/csl.json.br'),
  );
  const styles = createCitationStyles();
  const activeDocument = (): vscode.TextDocument | undefined => vscode.window.activeTextEditor?.document;
  const settings = vscode.workspace.onDidChangeConfiguration((change) => {
    if (!change.affectsConfiguration(`${configurationSection}.preview.style`)) return;
    // A file is read when it is set, because `toFormatted` cannot wait.
    const document = activeDocument();
    styles.read(readSetting('preview.style', document), document).catch(() => undefined);
  });

  return {
    toFormatted({ csl }, { style, locale, format = 'text' } = {}) {
      const document = activeDocument();
      return references.formatNow(csl, {
        style: styles.known(style ?? readSetting('preview.style', document), document),
        format,
        ...compact({ locale: locale ?? csl.language }),
      });
    },
    async format({ csl }, document, format = 'text') {
      const [style, said] = await Promise.all([
        styles.read(readSetting('preview.style', document), document),
        document && findLanguage(document),
      ]);
      return references.format(csl, { style, format, ...compact({ locale: said ?? csl.language }) });
    },
    dispose: () => {
      settings.dispose();
      references.dispose();
    },
  };
}
