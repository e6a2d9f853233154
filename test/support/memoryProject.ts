import { applyEdits } from '../../src/core/span.ts';
import type { ProjectDocument, ProjectFiles } from '../../src/core/project/findBibliographies.ts';
import type { TextEdit } from '../../src/core/span.ts';

/** A workspace folder in memory that counts what is read. */
export interface MemoryProject extends ProjectFiles {
  /** Paths of the files read, in order. */
  readonly reads: readonly string[];
  document(path: string, languageId: string): ProjectDocument;
}

/** Makes a project of files by path; the workspace folder is `/w` unless told otherwise. */
export function createMemoryProject(
  files: Readonly<Record<string, string>>,
  workspaceRoot: string | undefined = '/w',
): MemoryProject {
  const reads: string[] = [];
  return {
    reads,
    document: (path, languageId) => ({ path, text: files[path] ?? '', languageId }),
    read: (path) => {
      reads.push(path);
      return Promise.resolve(files[path]);
    },
    list: (folder) => {
      const names = Object.keys(files)
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1).replace(/\/.*/, '/'));
      return Promise.resolve([...new Set(names)].toSorted());
    },
    workspaceRoot: (path) => (path.startsWith(`${workspaceRoot}/`) ? workspaceRoot : undefined),
  };
}

/** Reads a text with marks: `‸` for a cursor, or `⟦…⟧` around a range. */
export function readMarks(marked: string): {
  readonly text: string;
  readonly start: number;
  readonly end: number;
} {
  const start = marked.search(/[‸⟦]/);
  const end = marked.includes('⟦') ? marked.indexOf('⟧') - 1 : start;
  return { text: marked.replace(/[‸⟦⟧]/g, ''), start, end };
}

/** Returns the edited text with `‸` at the cursor. */
export function editWithCursor(text: string, edits: readonly TextEdit[], cursor: number): string {
  const edited = applyEdits(text, edits);
  return `${edited.slice(0, cursor)}‸${edited.slice(cursor)}`;
}
