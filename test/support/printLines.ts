/** Prints text among what VS Code prints of itself on the same console: the bar tells a test's lines from it. */
export function printLines(text: string): void {
  for (const line of text.split('\n')) console.log(`│ ${line}`);
}
