/** Makes a person's words harmless in an OpenSearch query string; the operators are words in capitals. */
export function escapeQuery(words: string): string {
  return words
    .replaceAll(/[+\-=&|><!(){}[\]^"~*?:\\/]/g, '\\$&')
    .replaceAll(/\b(?:AND|OR|NOT)\b/g, (operator) => operator.toLowerCase());
}
