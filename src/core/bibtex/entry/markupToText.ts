/** Characters that are raised or lowered by themselves. */
const raised = /[⁰¹²³⁴-⁹⁺⁻⁼⁽⁾ⁱⁿ]+/g;
const lowered = /[₀-₉₊₋₌₍₎]+/g;

/** A script on a number would be read as more digits of it. */
const power = /(?<=\d)<sup>(?=[-+\u2212]?\d)/g;
const index = /(?<=\d)<sub>(?=\d)/g;

/** Returns text with CSL's tags as one would type it: CO2, Ca2+, 10^6. */
export function markupToText(text: string): string {
  return text
    .replace(raised, (run) => `<sup>${run.normalize('NFKD')}</sup>`)
    .replace(lowered, (run) => `<sub>${run.normalize('NFKD')}</sub>`)
    .replace(power, '^')
    .replace(index, '_')
    .replace(/<\/?(?:i|b|sub|sup)>/g, '');
}
