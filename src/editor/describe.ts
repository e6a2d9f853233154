/** A record in words: for hovers, lenses, pick lists and messages. Everything here is plain text or safe Markdown. */
import * as vscode from 'vscode';
import { yearOf } from '../core/record/dates.ts';
import { toPlainText } from '../core/record/markup.ts';
import type { CitationRecord, CslItem, CslName, CslType, Notice } from '../core/record/record.ts';

const { l10n } = vscode;

/** A person as a reader knows them: given name first, Japanese, Chinese and Korean names family first. */
function describeName(name: CslName): string {
  if (name.literal !== undefined) return name.literal;
  const family = [name['non-dropping-particle'], name.family].filter((part) => part !== undefined).join(' ');
  if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(family))
    return `${family} ${name.given ?? ''}`.trim();
  return [name.given, name['dropping-particle'], family, name.suffix]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** Up to three names, then how many more there are. */
export function describeAuthors(csl: CslItem): string {
  const names = csl.author ?? csl.editor ?? [];
  const shown = names.slice(0, names.length > 4 ? 3 : 4).map(describeName);
  const more = names.length - shown.length;
  const list = shown.join(', ');
  const all = more > 0 ? l10n.t('{0} and {1} more', list, more) : list;
  return csl.author === undefined && names.length > 0 ? l10n.t('{0} (eds.)', all) : all;
}

/** Returns a text of no more letters than `most`; what is cut ends in an ellipsis. */
export function shorten(text: string, most: number): string {
  const letters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** Names of bodies can be sentences. */
const maxNameLength = 40;

/** First family name, `et al.` and year, as one refers to a work: `LeCun et al. 2015`. */
export function describeShort({ csl }: CitationRecord): string {
  const names = csl.author ?? csl.editor ?? [];
  const name = names[0]?.family ?? names[0]?.literal;
  const first = name === undefined ? undefined : shorten(name, maxNameLength);
  const year = yearOf(csl.issued);
  return [first === undefined ? undefined : names.length > 1 ? l10n.t('{0} et al.', first) : first, year]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** The title without markup; the identifier where there is none. */
export function describeTitle({ csl }: CitationRecord): string {
  return csl.title === '' ? csl.id : toPlainText(csl.title);
}

/** Journal or book with volume, issue and pages; publisher where there is none. */
export function describeVenue(csl: CslItem): string {
  const container = csl['container-title'] ?? csl['event-title'];
  const volume = csl.volume === undefined ? '' : ` ${csl.volume}`;
  const issue = csl.issue === undefined ? '' : `(${csl.issue})`;
  const pages = csl.page ?? csl.number;
  if (container === undefined) return csl.publisher ?? '';
  return `${toPlainText(container)}${volume}${issue}${pages === undefined ? '' : `, ${pages}`}`;
}

const typeNames: Partial<Record<CslType, () => string>> = {
  article: () => l10n.t('Preprint'),
  'article-journal': () => l10n.t('Journal article'),
  'article-magazine': () => l10n.t('Magazine article'),
  'article-newspaper': () => l10n.t('Newspaper article'),
  book: () => l10n.t('Book'),
  chapter: () => l10n.t('Chapter'),
  collection: () => l10n.t('Collection'),
  dataset: () => l10n.t('Dataset'),
  document: () => l10n.t('Document'),
  'entry-encyclopedia': () => l10n.t('Reference entry'),
  event: () => l10n.t('Event'),
  graphic: () => l10n.t('Image'),
  motion_picture: () => l10n.t('Video'),
  'paper-conference': () => l10n.t('Conference paper'),
  patent: () => l10n.t('Patent'),
  periodical: () => l10n.t('Periodical'),
  report: () => l10n.t('Report'),
  review: () => l10n.t('Review'),
  software: () => l10n.t('Software'),
  song: () => l10n.t('Audio'),
  speech: () => l10n.t('Presentation'),
  standard: () => l10n.t('Standard'),
  thesis: () => l10n.t('Thesis'),
  'post-weblog': () => l10n.t('Blog post'),
};

/** The kind of work in words; '' for what has no name a reader would miss. */
export function describeType(csl: CslItem): string {
  return typeNames[csl.type]?.() ?? '';
}

/** A notice in words that cannot be missed. */
export function describeNotice(notice: Notice): string {
  const by = notice.assertedBy === 'publisher' ? l10n.t('publisher') : notice.assertedBy;
  const said = notice.date === undefined ? by : `${by}, ${notice.date}`;
  switch (notice.kind) {
    case 'retraction':
      return l10n.t('RETRACTED ({0})', said);
    case 'concern':
      return l10n.t('Expression of concern ({0})', said);
    case 'correction':
      return l10n.t('Corrected ({0})', said);
    case 'published-version':
      return l10n.t('This preprint has been published');
    case 'newer-version':
      return l10n.t('There is a newer version');
  }
}

/** The first notice of each kind; the rest are about the same. */
export function firstOfEachKind(notices: readonly Notice[]): readonly Notice[] {
  return notices.filter((notice, place) => notices.findIndex(({ kind }) => kind === notice.kind) === place);
}

/** Escapes text from a service so that Markdown shows it and does nothing else. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]()#+\-.!|~<>&$:@/]/g, (mark) =>
      mark === '<' ? '&lt;' : mark === '>' ? '&gt;' : mark === '&' ? '&amp;' : `\\${mark}`,
    )
    .replaceAll(/\s+/g, ' ');
}

/** A title as Markdown: italics, bold and scripts shown, everything else escaped. */
export function titleMarkdown(title: string): string {
  return title
    .split(/(<\/?(?:i|b|sub|sup)>)/)
    .map((part) =>
      /^<\/?[ib]>$/.test(part)
        ? part.includes('i')
          ? '*'
          : '**'
        : /^<\/?su[bp]>$/.test(part)
          ? ''
          : escapeMarkdown(part),
    )
    .join('');
}

/** The abstract's beginning, cut at a sentence or word. */
export function describeAbstract(csl: CslItem, maxLength = 400): string {
  const text = (csl.abstract ?? '').replaceAll(/\s+/g, ' ').trim();
  if (text.length <= maxLength) return text;
  const cut = text.slice(0, maxLength);
  const sentence = cut.search(/[.!?。！？][^.!?。！？]*$/u);
  return sentence > maxLength / 2
    ? cut.slice(0, sentence + 1)
    : `${cut.slice(0, Math.max(cut.lastIndexOf(' '), maxLength - 40))}…`;
}
