import {
  textNames,
  type Found,
  type HostMessage,
  type Texts,
  type Work,
} from '../../../src/webview/protocol.ts';

function isComplete(texts: Readonly<Record<string, string>>): texts is Texts {
  return textNames.every((name) => name in texts);
}

function nameTexts(): Texts {
  const texts = Object.fromEntries(textNames.map((name) => [name, name]));
  if (!isComplete(texts)) throw new Error('Every text has a name.');
  return texts;
}

export function workOf(id: string, part: Partial<Work> = {}): Work {
  return {
    id,
    title: `Title of ${id}`,
    authors: 'Ada Lovelace',
    type: 'article-journal',
    typeName: 'Journal article',
    venue: 'Notes',
    place: 'Notes 1',
    sources: ['crossref'],
    openAccess: false,
    warnings: [],
    dragText: id,
    ...part,
  };
}

export function foundOf(works: readonly Work[], part: Partial<Found> = {}): Found {
  return {
    text: 'engines',
    busy: false,
    sources: [],
    order: works.map(({ id }) => id),
    credits: [],
    ...part,
  };
}

export function stateMessage(works: readonly Work[]): HostMessage & { readonly kind: 'state' } {
  return { kind: 'state', texts: nameTexts(), language: 'en', types: [], found: foundOf(works), works };
}
