/** What CiNii's forms of a record (search hit, JSON-LD, CiNii Books RDF) have in common, before it becomes CSL. */
import { asList, asText, isObject } from '../json.ts';
import { localName } from './rdf.ts';

/** A text with the language it is in, `ja`, `en`, or `ja-Kana` and `ja-hrkt` for readings. */
export interface Text {
  readonly text: string;
  readonly language?: string;
}

export interface Person {
  /** The name in its languages and its readings. */
  readonly names: readonly Text[];
}

export interface CiniiWork {
  readonly crid?: string | undefined;
  /** `Article`, `Book`, `Dissertation`, `Dataset`, `Product`, `Project`. */
  readonly kind: string;
  /** JPCOAR's finer type, `conference paper`. */
  readonly resourceType?: string | undefined;
  readonly titles: readonly Text[];
  readonly alternatives?: readonly Text[];
  readonly creators: readonly Person[];
  readonly contributors?: readonly Person[];
  /** Statement of responsibility, `A著 ; B訳`. */
  readonly statement?: string | undefined;
  readonly notes?: readonly string[];
  readonly containers?: readonly Text[];
  /** Of books: the parent with its number, `ちくま新書, 1066`. */
  readonly series?: string | undefined;
  readonly publishers: readonly Text[];
  readonly place?: string | undefined;
  readonly date?: string | undefined;
  readonly volume?: string | undefined;
  readonly issue?: string | undefined;
  readonly firstPage?: string | undefined;
  readonly lastPage?: string | undefined;
  readonly extent?: string | undefined;
  readonly edition?: string | undefined;
  readonly issns: readonly string[];
  readonly isbns: readonly string[];
  readonly doi?: string | undefined;
  readonly naid?: string | undefined;
  readonly ncid?: string | undefined;
  readonly language?: string | undefined;
  readonly abstract?: string | undefined;
  readonly degree?: string | undefined;
  readonly dissertationNumber?: string | undefined;
  readonly subjects?: readonly string[];
  /** Address of the work elsewhere, such as its page in a repository. */
  readonly url?: string | undefined;
}

function readText(value: unknown): readonly Text[] {
  const text = asText(isObject(value) ? value['@value'] : value);
  const language = isObject(value) ? asText(value['@language']) : undefined;
  if (text === undefined) return [];
  return [language === undefined ? { text } : { text, language }];
}

/** Reads the texts of a property, which is a text, a `{"@value", "@language"}` or a list of such. */
export function readTexts(value: unknown): readonly Text[] {
  return asList(value).flatMap(readText);
}

/** Returns the first text of a property, whatever its language. */
export function firstText(value: unknown): string | undefined {
  return readTexts(value)[0]?.text;
}

/** Returns the values that `identifiers`, a list of `{"@type", "@value"}`, holds of one type, `cir:` or not. */
export function identifiersOf(
  identifiers: readonly unknown[],
  ...types: readonly string[]
): readonly string[] {
  return types.flatMap((type) =>
    identifiers
      .filter(isObject)
      .filter((identifier) => localName(asText(identifier['@type']) ?? '') === type)
      .flatMap((identifier) => asText(identifier['@value']) ?? []),
  );
}

/** Reads the CRID at the end of an address of CiNii Research, `.json` or not. */
export function readCrid(address: string | undefined): string | undefined {
  return /\/crid\/(\d{19})(?:\.\w+)?$/.exec(address ?? '')?.[1];
}

/** Tells whether a text is a reading in kana. */
export function isReading({ language = '' }: Text): boolean {
  return /^ja-(?:kana|hrkt)$/i.test(language);
}

/** Chooses the text of a language, else one that names no language, else the first; readings never. */
export function choose(texts: readonly Text[], language: string | undefined): Text | undefined {
  const written = texts.filter((text) => !isReading(text));
  return (
    written.find((text) => text.language === language) ??
    written.find((text) => text.language === undefined) ??
    written[0]
  );
}
