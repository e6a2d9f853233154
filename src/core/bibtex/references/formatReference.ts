/**
 * References in a citation style, by citation-js' citeproc. Loading this file takes a moment and the first reference
 * a second, so it is a bundle of its own (`chunk.ts`), loaded when the first reference is asked for.
 */
import { createHash } from 'node:crypto';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import type { CslItem } from '../../record/record.ts';
import { say, type Sentence } from '../../sentence.ts';
import type { CslData } from './csl/cslData.ts';
import { findEngine } from './engines.ts';
import { toPlainItem, type PlainItem } from './plainItem.ts';
import { toReferenceLocale } from './referenceLocale.ts';
import { toReferenceText, toSafeHtml, toTitleMarkup } from './referenceMarkup.ts';
import { StyleError, toStyleError } from './styleError.ts';

/** How a reference is written. */
export interface ReferenceOptions {
  /** One of `styleNames`, or the text of a .csl file. */
  readonly style: string;
  /** Language as BCP 47 writes it; a style that is made for one language is written in that. */
  readonly locale?: string;
  /** `html` has no tags but `<i> <b> <sub> <sup>`; `title` has them too and no entities, as titles in CSL. */
  readonly format: 'text' | 'html' | 'title';
}

const { styles, locales } = plugins.config.get('@csl');

/** Adds locales and styles; those that citation-js brings are newer, and stay. */
export function addCsl(data: CslData): void {
  for (const [name, text] of Object.entries(data.locales)) if (!locales.has(name)) locales.add(name, text);
  for (const [name, text] of Object.entries(data.styles)) if (!styles.has(name)) styles.add(name, text);
}

/** Returns the address of the style that a style is under a journal's name; undefined for one that stands alone. */
function findParent(style: string): string | undefined {
  const link = /<link\b[^<>]*\bindependent-parent\b[^<>]*>/.exec(style)?.[0];
  return link && (/\bhref=["']([^"']*)/.exec(link)?.[1] ?? '');
}

/** Says why a text is no style that writes references. */
function findProblem(style: string): Sentence | undefined {
  if (/^[\w-]*$/.test(style)) return say`There is no citation style "${style}".`;
  if (!/<style\b/.test(style)) return say`This is no citation style in CSL.`;
  if (!style.includes('</style>')) return say`The end of this citation style is missing.`;
  const parent = findParent(style);
  if (parent !== undefined)
    return say`This citation style only refers to another one; use that one: ${parent}`;
  return /<bibliography\b/.test(style)
    ? undefined
    : say`This citation style has no references, only citations.`;
}

/** Returns the style's name or its parent's, after giving it one if it is the text of a file. */
function nameStyle(style: string): string {
  if (styles.has(style)) return style;
  const parent = findParent(style)?.split('/').at(-1);
  if (parent !== undefined && styles.has(parent)) return parent;
  const problem = findProblem(style);
  if (problem !== undefined) throw new StyleError(problem);
  const name = createHash('sha256').update(style).digest('hex');
  if (!styles.has(name)) styles.add(name, style);
  return name;
}

/** Returns the language that a style's text prescribes; undefined for one that is written in any. */
function ownLocale(text: string): string | undefined {
  return /<style\b[^<>]*\bdefault-locale=["']([^"']+)/.exec(text)?.[1];
}

/** Returns the HTML of citeproc; undefined where the style writes nothing. */
function render(item: PlainItem, name: string, locale: string): string | undefined {
  const engine = findEngine(item, name, locale);
  // It would take lines such as `volume: 3` in a note for fields.
  engine.opt.development_extensions['field_hack'] = false;
  engine.updateItems([item.id]);
  const bibliography = engine.makeBibliography();
  const entries: unknown = Array.isArray(bibliography) ? bibliography[1] : undefined;
  const html: unknown = Array.isArray(entries) ? entries[0] : undefined;
  return typeof html === 'string' ? html : undefined;
}

const writers = { text: toReferenceText, html: toSafeHtml, title: toTitleMarkup } as const;

/** Returns the reference of a record on one line. Throws StyleError where the style cannot be used. */
export function formatReference(csl: CslItem, { style, locale, format }: ReferenceOptions): string {
  const name = nameStyle(style);
  const language = ownLocale(style) ?? ownLocale(styles.get(name)) ?? locale;
  const html = renderOrRefuse(toPlainItem(csl), name, toReferenceLocale(language, locales.list()));
  return writers[format](html);
}

function renderOrRefuse(item: PlainItem, name: string, locale: string): string {
  try {
    return render(item, name, locale) ?? '';
  } catch (error) {
    throw toStyleError(error);
  }
}
