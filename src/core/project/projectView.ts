import { folderOf, isWithin, nameOf } from './paths.ts';

/** How the files around a document are reached; paths are absolute and use `/`. */
export interface ProjectFiles {
  /** Returns a file's text, that of its open editor if there is one; `undefined` if it cannot be read. */
  read(path: string): Promise<string | undefined>;
  /** Returns the names in a folder, those of folders with a slash at the end; none if it cannot be read. */
  list(folder: string): Promise<readonly string[]>;
  /** Returns the workspace folder that a file belongs to. */
  workspaceRoot(path: string): string | undefined;
}

/** The document whose bibliography is looked for. */
export interface ProjectDocument {
  readonly path: string;
  readonly text: string;
  readonly languageId: string;
}

/** What one search may read: enough for a thesis, little enough for a home folder opened as a workspace. */
const most = { files: 300, folders: 200 };

const skippedFolder = /^(?:\.|node_modules\/$|__pycache__\/$)/;

/** Files as one search sees them: each read once, and not without end. */
export interface ProjectView {
  readonly root: string | undefined;
  read(path: string): Promise<string | undefined>;
  list(folder: string): Promise<readonly string[]>;
  exists(path: string): Promise<boolean>;
  /** The document's folder and those above it, up to the workspace folder; only its own outside of one. */
  readonly folders: readonly string[];
  /** Yields the files that `wanted` picks by name: nearest folders first, then the rest of the workspace. */
  find(wanted: (name: string) => boolean): AsyncGenerator<string>;
}

/** Makes the view of the files around `document`, whose own text is the one given. */
export function createProjectView(document: ProjectDocument, files: ProjectFiles): ProjectView {
  const texts = new Map<string, Promise<string | undefined>>([
    [document.path, Promise.resolve(document.text)],
  ]);
  const listings = new Map<string, Promise<readonly string[]>>();
  const root = files.workspaceRoot(document.path);
  const folders = ancestors(folderOf(document.path), root);

  const view: ProjectView = {
    root,
    folders,
    read(path) {
      const known = texts.get(path);
      if (known !== undefined) return known;
      const text = texts.size > most.files ? Promise.resolve(undefined) : files.read(path);
      texts.set(path, text);
      return text;
    },
    list(folder) {
      const known = listings.get(folder) ?? files.list(folder);
      listings.set(folder, known);
      return known;
    },
    async exists(path) {
      return path === document.path || (await view.list(folderOf(path))).includes(nameOf(path));
    },
    async *find(wanted) {
      const queue = [...folders];
      const seen = new Set(queue);
      for (const folder of queue) {
        for (const name of await view.list(folder)) {
          const path = `${folder}/${name}`;
          if (!name.endsWith('/')) {
            if (wanted(name)) yield path;
          } else if (root !== undefined && isWithin(root, folder) && !skippedFolder.test(name)) {
            const below = path.slice(0, -1);
            if (seen.size < most.folders && !seen.has(below)) queue.push(below);
            seen.add(below);
          }
        }
      }
    },
  };
  return view;
}

function ancestors(folder: string, root: string | undefined): readonly string[] {
  const folders = [folder];
  if (root === undefined || !isWithin(root, folder)) return folders;
  for (let at = folder; at !== root;) folders.push((at = folderOf(at)));
  return folders;
}
