import * as vscode from 'vscode';
import type { ProjectFiles } from '../../core/project/projectView.ts';

/** Returns the files by path, in the file system that `place` is in, as their open editors have them. */
export function filesBeside(place: vscode.Uri): ProjectFiles {
  const { fs } = vscode.workspace;
  return {
    async read(path) {
      const uri = place.with({ path });
      const open = vscode.workspace.textDocuments.find(
        (candidate) => candidate.uri.toString() === uri.toString(),
      );
      if (open !== undefined) return open.getText();
      try {
        return new TextDecoder().decode(await fs.readFile(uri));
      } catch {
        // A file that cannot be read declares nothing; writing to one says why it fails.
        return undefined;
      }
    },
    async list(folder) {
      try {
        const entries = await fs.readDirectory(place.with({ path: folder }));
        return entries.map(([name, type]) => ((type & vscode.FileType.Directory) === 0 ? name : `${name}/`));
      } catch {
        return [];
      }
    },
    workspaceRoot: (path) => vscode.workspace.getWorkspaceFolder(place.with({ path }))?.uri.path,
  };
}
