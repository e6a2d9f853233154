/**
 * The .bib that gets entries, and how it is written so that every other byte stays. The editor's buffer is the way for
 * all files that it gives back as they are; it evens out mixed line ends, refuses binary and huge files and loses what
 * its encoding cannot hold, so those are written as bytes.
 */
import * as vscode from 'vscode';
import type { TextEdit } from '../../core/span.ts';
import { decodeText, isMailText, mailEncoding } from './encodings.ts';
import { InsertError } from '../insert/insertError.ts';

const { l10n } = vscode;

/** `text` is what edits refer to; `encoding` is VS Code's name of the file's. */
export type BibTarget = { readonly uri: vscode.Uri; readonly text: string; readonly encoding: string } & (
  | { readonly kind: 'missing' }
  | { readonly kind: 'buffer'; readonly document: vscode.TextDocument; readonly wasDirty: boolean }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
);

/** Encodes as VS Code does; UTF-8 here, since a large text takes long on its way to the encoder and back. */
export async function encode(text: string, encoding: string): Promise<Uint8Array> {
  if (encoding === 'utf8') return Buffer.from(text);
  if (encoding === 'utf8bom') return Buffer.from(`\uFEFF${text}`);
  return vscode.workspace.encode(text, { encoding });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function readBytes(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    const name = vscode.workspace.asRelativePath(uri);
    throw new InsertError(l10n.t('{0} cannot be read: {1} Nothing was changed.', name, reasonOf(error)));
  }
}

/** Opens the file in `encoding`; undefined where the editor will not, or would not give back these bytes. */
async function openFaithfully(
  uri: vscode.Uri,
  bytes: Uint8Array,
  encoding?: string,
): Promise<vscode.TextDocument | undefined> {
  try {
    const document = await (encoding === undefined
      ? vscode.workspace.openTextDocument(uri)
      : vscode.workspace.openTextDocument(uri, { encoding }));
    const saved = await encode(document.getText(), document.encoding);
    return Buffer.compare(saved, bytes) === 0 ? document : undefined;
  } catch {
    // Too large or binary for an editor, or open in another encoding with unsaved changes.
    return undefined;
  }
}

function refuseMail(name: string): never {
  throw new InsertError(
    l10n.t(
      '{0} is in ISO-2022-JP, which the editor cannot write. Convert it first: iconv -f ISO-2022-JP -t UTF-8. Nothing was changed.',
      name,
    ),
  );
}

/** Finds out how a .bib is to be written. Rejects with InsertError where it cannot be read or written. */
export async function openBibTarget(uri: vscode.Uri): Promise<BibTarget> {
  const name = vscode.workspace.asRelativePath(uri);
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) {
    throw new InsertError(l10n.t('{0} is read-only. Nothing was changed.', name));
  }
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open?.isDirty === true) {
    if (isMailText(open.getText())) refuseMail(name);
    return {
      kind: 'buffer',
      uri,
      document: open,
      wasDirty: true,
      text: open.getText(),
      encoding: open.encoding,
    };
  }
  const bytes = await readBytes(uri);
  if (bytes === undefined) return { kind: 'missing', uri, text: '', encoding: 'utf8' };
  const { encoding, text } = decodeText(bytes);
  if (encoding === mailEncoding) refuseMail(name);
  const document = (await openFaithfully(uri, bytes)) ?? (await openFaithfully(uri, bytes, encoding));
  if (document !== undefined) {
    return {
      kind: 'buffer',
      uri,
      document,
      wasDirty: false,
      text: document.getText(),
      encoding: document.encoding,
    };
  }
  if (Buffer.compare(await encode(text, encoding), bytes) === 0)
    return { kind: 'bytes', uri, bytes, text, encoding };
  if (encoding.startsWith('utf16'))
    throw new InsertError(
      l10n.t(
        '{0} is in UTF-16 without a byte order mark, which the editor would add. Save it as UTF-8 first. Nothing was changed.',
        name,
      ),
    );
  // Whatever it is, in Latin-1 every byte is a letter, and what BibTeX reads is ASCII.
  return { kind: 'bytes', uri, bytes, text: Buffer.from(bytes).toString('latin1'), encoding: 'iso88591' };
}

/** Opens a file to be changed in the editor. Rejects with InsertError where that would cost bytes. */
export async function openBuffer(uri: vscode.Uri): Promise<Extract<BibTarget, { readonly kind: 'buffer' }>> {
  const target = await openBibTarget(uri);
  if (target.kind === 'buffer') return target;
  const name = vscode.workspace.asRelativePath(uri);
  throw new InsertError(
    l10n.t('The editor cannot change {0} without losing bytes. Nothing was changed.', name),
  );
}

/** Tells whether the file's encoding has all letters of `text`. */
export async function canHold({ encoding }: Pick<BibTarget, 'encoding'>, text: string): Promise<boolean> {
  if (encoding.startsWith('utf')) return true;
  return (await vscode.workspace.decode(await encode(text, encoding), { encoding })) === text;
}

/** Returns the file's bytes with insertions made. */
export async function insertIntoBytes(
  { bytes, text, encoding }: Extract<BibTarget, { readonly kind: 'bytes' }>,
  edits: readonly TextEdit[],
): Promise<Uint8Array> {
  const mark = await encode('', encoding);
  const parts: Uint8Array[] = [];
  let done = 0;
  for (const edit of edits) {
    const at = (await encode(text.slice(0, edit.start), encoding)).length;
    const added = await encode(edit.newText, encoding);
    parts.push(bytes.subarray(done, at), added.subarray(mark.length));
    done = at;
  }
  return Buffer.concat([...parts, bytes.subarray(done)]);
}
