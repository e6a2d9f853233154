import { lineJoiner } from '../../identifiers/invisible.ts';
import { blockBreak, hide } from '../../text/hidden/hide.ts';
import { languageFor } from '../../text/languages.ts';
import { familyOf } from '../languages.ts';

let last = { text: '', languageId: '', shown: '' };

/**
 * Returns the text with what its language hides (comments, code, verbatim text) as blanks, so that every offset stays
 * what it is. Calls with the same text in a row cost nothing.
 */
export function shownText(text: string, languageId: string): string {
  if (text !== last.text || languageId !== last.languageId) {
    // A language that is not known by itself is read as its family.
    const known =
      languageFor(languageId).hidden.length > 0 ? languageId : (familyOf(languageId) ?? languageId);
    const shown = languageFor(known)
      .hidden.reduce((rest, find) => hide(rest, find(rest)), text)
      .replaceAll(blockBreak, '\n')
      .replaceAll(lineJoiner, ' ');
    last = { text, languageId, shown };
  }
  return last.shown;
}
