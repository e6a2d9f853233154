/**
 * Sentences for a person. The core says them in English and knows no editor; where one is shown, it is translated by its
 * template. A place that shows takes a `Sentence` and no string, so that none can be shown that has no translation.
 */

/** A sentence, or a part of one that has a translation of its own. */
export interface Sentence {
  /** As the API and the log have it. */
  readonly english: string;
  /** What a translation is found by: the English with `{0}`, `{1}` … where the values stand. */
  readonly template: string;
  readonly values: readonly Value[];
}

type Value = string | number | Sentence;

function inEnglish(value: Value = ''): string {
  return typeof value === 'object' ? value.english : String(value);
}

/** Makes a sentence of a template, as in `` say`${name} did not answer in time.` ``. */
export function say(parts: TemplateStringsArray, ...values: readonly Value[]): Sentence {
  const fill = (write: (place: number) => string): string =>
    parts.reduce((text, part, place) => `${text}${write(place - 1)}${part}`);
  return {
    english: fill((place) => inEnglish(values[place])),
    template: fill((place) => `{${place}}`),
    values,
  };
}

/** Lists one or more, one after the other. */
export function listAll(sentences: readonly Sentence[]): Sentence {
  return sentences.reduce((before, next) => say`${before}, ${next}`);
}

/** An error whose message is a sentence for a person. */
export class SpokenError extends Error {
  readonly sentence: Sentence;

  constructor(sentence: Sentence, options?: ErrorOptions) {
    super(sentence.english, options);
    this.sentence = sentence;
  }
}
