import { hide } from '../../text/hidden/hide.ts';
import { applyEdits, contains, createSpanFinder } from '../../span.ts';
import type { Span, TextEdit } from '../../span.ts';
import { say, type Sentence } from '../../sentence.ts';
import { shownText } from '../zones/shownText.ts';
import type { ZoneKind } from '../zones/zone.ts';
import type { CitationView } from './view.ts';

const refusals: Readonly<Record<ZoneKind, Sentence>> = {
  formula: say`A citation cannot stand in a formula.`,
  metadata: say`A citation cannot stand in the document's metadata.`,
  referenceList: say`A citation cannot stand in a reference list.`,
  linkDefinition: say`A citation cannot stand in a link definition.`,
  htmlTag: say`A citation cannot stand in an HTML tag.`,
};

/** Moves the spans of edits to where their new text stands when all of them are made. */
function placesAfter(edits: readonly TextEdit[]): readonly Span[] {
  let shift = 0;
  return edits.map(({ start, end, newText }) => {
    const place = { start: start + shift, end: start + shift + newText.length };
    shift += newText.length - (end - start);
    return place;
  });
}

/**
 * Makes the edits in a copy of the text and tells, for each in order, why what it wrote is not read as a citation
 * there; `undefined` where it is. Edits are in the order of the text and do not overlap.
 */
export function whyUnread(
  { text, languageId, syntax }: CitationView,
  edits: readonly TextEdit[],
): readonly (Sentence | undefined)[] {
  const shown = shownText(applyEdits(text, edits), languageId);
  const zones = syntax.findZones(shown);
  const keys = syntax
    .findGroups(hide(shown, zones))
    .flatMap(({ items }) => items.flatMap(({ key }) => key ?? []))
    .toSorted((a, b) => a.start - b.start);
  const [findZone, findKey] = [createSpanFinder(zones), createSpanFinder(keys)];
  const places = placesAfter(edits);
  return edits.map(({ newText }, index) => {
    const written = places[index];
    // Where a repeated identifier was taken out of a group, nothing is to be read.
    if (newText === '' || written === undefined) return undefined;
    if (shown.slice(written.start, written.end) === newText) {
      const zone = findZone(written.start + 1);
      if (zone !== undefined && zone.start < written.end) return refusals[zone.kind];
      const key = findKey(written.start + 1);
      if (key !== undefined && contains(written, key)) return undefined;
    }
    return say`A citation would not show here: this is code, a comment or a formula, or the document has ended.`;
  });
}
