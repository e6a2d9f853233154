/**
 * Paths as a URI holds them: absolute, `/` between the parts, a Windows drive as `/c:/…`. What a document says is
 * read in that form, however it was written.
 */

/** The folder of a file, without a slash at its end; '' for the root. */
export function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf('/')));
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Extension of the last part, in lower case and with its dot; '' if it has none. */
export function extensionOf(path: string): string {
  return /[^.]\.[^.]*$/.exec(nameOf(path))?.[0].slice(1).toLowerCase() ?? '';
}

/** Tells whether `path` is a folder's own path or lies somewhere below it. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** Tells whether what a document names is an address on the web. */
export function isRemote(path: string): boolean {
  return /^[a-z][a-z\d+.-]+:\/\//i.test(path.trim());
}

/**
 * The absolute path that `path` means when it is said in `folder`: quotes and blanks around it, backslashes,
 * `.` and `..` and Windows drives are read. `undefined` where only another machine or a shell could tell:
 * web addresses, `~`, and `$VARIABLES`.
 */
export function resolvePath(folder: string, path: string): string | undefined {
  const said = path
    .trim()
    .replace(/^(["'])(.*)\1$/s, '$2')
    .trim()
    .replaceAll('\\', '/');
  if (said === '' || isRemote(said) || /^[~$]/.test(said)) return undefined;
  const drive = /^([A-Za-z]):\//.exec(said)?.[1];
  const whole = drive === undefined ? said : `/${drive.toLowerCase()}${said.slice(1)}`;
  const parts: string[] = [];
  for (const part of (whole.startsWith('/') ? whole : `${folder}/${whole}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** How a document in `folder` names `file`; the absolute path if they are on different drives. */
export function relativePath(folder: string, file: string): string {
  const from = folder.split('/').filter(Boolean);
  const to = file.split('/').filter(Boolean);
  if (/^[a-z]:$/i.test(from[0] ?? to[0] ?? '') && from[0] !== to[0]) return file.replace(/^\//, '');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
