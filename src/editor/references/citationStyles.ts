/** The citation styles that a person can name: the bundled ones, and .csl files of their own. */
import * as vscode from 'vscode';
import { StyleError } from '../../core/bibtex/references/styleError.ts';

const { l10n } = vscode;

const bundled: readonly string[] = ['apa', 'vancouver', 'harvard1'];

/** No style is as large; a larger file is something else. */
const maxBytes = 2_000_000;

export interface CitationStyles {
  /** Returns a style for `formatReference`: a bundled one's name, a file's text. Rejects with StyleError. */
  read(name: string): Promise<string>;
  /** The same without waiting; a file is known once it has been read. Throws StyleError. */
  known(name: string): string;
}

/** Returns where a .csl file is: an absolute path, or one relative to the workspace folder. */
function uriOf(name: string): vscode.Uri {
  const path = name.trim().replaceAll('\\', '/');
  const isAbsolute = /^(?:\/|[a-z]:\/)/i.test(path);
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) return vscode.Uri.file(path);
  if (!isAbsolute) return vscode.Uri.joinPath(folder.uri, path);
  return folder.uri.with({ path: path.startsWith('/') ? path : `/${path}` });
}

async function readFile(name: string): Promise<string> {
  try {
    const bytes = await vscode.workspace.fs.readFile(uriOf(name));
    if (bytes.length <= maxBytes) return new TextDecoder().decode(bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StyleError(l10n.t('The citation style {0} cannot be read: {1}', name, reason));
  }
  throw new StyleError(l10n.t('{0} is too large for a citation style.', name));
}

/** Creates the reader; it reads nothing until it is asked. */
export function createCitationStyles(): CitationStyles {
  const texts = new Map<string, string>();
  const isFile = (name: string): boolean => /\.csl$|[\\/]/i.test(name.trim());

  async function read(name: string): Promise<string> {
    if (bundled.includes(name)) return name;
    if (!isFile(name))
      throw new StyleError(
        l10n.t(
          'There is no citation style "{0}": choose {1} or the path of a .csl file.',
          name,
          bundled.join(', '),
        ),
      );
    const text = await readFile(name);
    texts.set(name, text);
    return text;
  }

  return {
    read,
    known(name) {
      // The text of a style itself.
      if (bundled.includes(name) || name.trimStart().startsWith('<')) return name;
      const text = texts.get(name);
      if (text !== undefined) return text;
      void read(name).catch(() => undefined);
      throw new StyleError(
        l10n.t('The citation style {0} has not been read yet; try again in a moment.', name),
      );
    },
  };
}
