/** Finds what a body states and its record lacks. */
import type { CitationRecord, CslName } from '../../src/core/record/record.ts';
import { readService, services, type Recorded, type Service } from './read.ts';
import { readStated } from './stated.ts';

/** Letters and digits only: markup, entities, accents and punctuation are the mapper's to settle. */
export function fold(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll(/&(?:amp;)?#?\w+;|<\/?[a-z][^<>]*>/gi, ' ')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function wordsOf(text: string): readonly string[] {
  // A fuller form or an affiliation in brackets is not the name.
  return text.replaceAll(/\([^()]*\)/g, '').split(/[\s,;.（）[\]-]+/u).map(fold).filter((word) => word !== '');
} // prettier-ignore

function namesOf({ csl }: CitationRecord): string {
  const people: readonly CslName[] = [csl.author, csl.editor, csl.translator, csl.chair, csl.contributor].filter((names) => names !== undefined).flat(); // prettier-ignore
  return fold(`${JSON.stringify(people)} ${JSON.stringify(csl.custom ?? '')} ${csl.note ?? ''}`); // prettier-ignore
}

/** Returns the parts of a work that did not arrive, each with what the body states. */
export function findLosses(service: Service, { body, record }: Recorded): readonly string[] {
  const stated = readStated(service, body);
  if (record === undefined) return ['record'];
  const { csl } = record;
  const all = fold(JSON.stringify(csl));
  const names = namesOf(record);
  const title = fold(csl.title);
  const places = fold(
    [csl['container-title'], csl['collection-title'], csl['event-title'], csl.title].join(' '),
  );
  const pages = fold(`${csl.page ?? ''} ${csl.number ?? ''}`);
  const year = String(csl.issued?.['date-parts']?.[0]?.[0]);
  const isAmong = (wanted: readonly string[], holds: (text: string) => boolean): boolean =>
    wanted.length === 0 || wanted.some(holds);
  const lost = [
    isAmong(stated.titles.filter((text) => fold(text) !== ''), (text) => title.includes(fold(text)) || (title.length > 8 && fold(text).includes(title))) ? [] : [`title: ${stated.titles.join(' | ')}`],
    stated.names.filter((name) => !wordsOf(name).every((word) => names.includes(word))).map((name) => `name: ${name}`),
    isAmong(stated.years, (text) => Number(text) === Number(year)) ? [] : [`date: ${stated.years.join(' | ')}`],
    isAmong(stated.containers.filter((text) => fold(text) !== ''), (text) => places.includes(fold(text))) ? [] : [`container: ${stated.containers.join(' | ')}`],
    isAmong(stated.pages, (text) => pages.includes(fold(text))) ? [] : [`pages: ${stated.pages.join(' | ')}`],
    ...Object.entries(stated.identifiers).map(([kind, values]) => isAmong(values, (value) => all.includes(fold(value))) ? [] : [`${kind}: ${values.join(' | ')}`]),
  ]; // prettier-ignore
  return lost.flat();
}

/** Returns one line for each work of recorded answers that lost something. */
export function findAllLosses(folder: string): readonly string[] {
  return services.flatMap((service) =>
    readService(folder, service).works.flatMap((work) =>
      findLosses(service, work).map(
        (loss) => `${service}/${work.file} ${work.record?.csl.id ?? ''}: ${loss}`,
      ),
    ),
  );
}
