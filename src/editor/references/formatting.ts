/** References as the person set them: in their style, in the language of the document. */
import * as vscode from 'vscode';
import { createReferences } from '../../core/bibtex/references/references.ts';
import { documentLanguage } from '../../core/project/documentLanguage.ts';
import type { CitationRecord } from '../../core/record/record.ts';
import { configurationSection } from '../contributions.ts';
import { languageOf } from '../languages.ts';
import { readSetting } from '../settings.ts';
import { createCitationStyles } from './citationStyles.ts';

/** What a caller may ask of a reference; the setting and the work decide the rest. */
export interface FormattedOptions {
  /** A bundled style, the path of a .csl file or its text; the setting's where it is absent. */
  readonly style?: string;
  /** Language as BCP 47 writes it; the work's own where it is absent. */
  readonly locale?: string;
  readonly format?: 'text' | 'html';
}

export interface ReferenceFormatting {
  /** Returns a reference at once, which takes a second the first time. Throws StyleError. */
  toFormatted(record: CitationRecord, options?: FormattedOptions): string;
  /** Returns a reference as text for `document`, without holding the editor up. Rejects with StyleError. */
  format(record: CitationRecord, document: vscode.TextDocument | undefined): Promise<string>;
  dispose(): void;
}

/** Creates the formatting; it loads nothing until it is asked. */
export function createReferenceFormatting(context: vscode.ExtensionContext): ReferenceFormatting {
  const references = createReferences(context.asAbsolutePath('dist/references.cjs'));
  const styles = createCitationStyles();
  const set = vscode.workspace.onDidChangeConfiguration((change) => {
    // A file is read when it is set, because `toFormatted` cannot wait.
    if (change.affectsConfiguration(`${configurationSection}.preview.style`))
      styles.read(readSetting('preview.style')).catch(() => undefined);
  });

  return {
    toFormatted: ({ csl }, { style = readSetting('preview.style'), locale, format = 'text' } = {}) => {
      const language = locale ?? csl.language;
      return references.formatNow(csl, {
        style: styles.known(style),
        format,
        ...(language === undefined ? {} : { locale: language }),
      });
    },
    async format({ csl }, document) {
      const style = await styles.read(readSetting('preview.style', document));
      const said = document && documentLanguage(document.getText(), languageOf(document));
      const locale = said ?? csl.language;
      return references.format(csl, { style, format: 'text', ...(locale === undefined ? {} : { locale }) });
    },
    dispose: () => {
      set.dispose();
      references.dispose();
    },
  };
}
