/** What the page is made of; addresses are those of the webview. */
export interface PageParts {
  readonly script: string;
  readonly style: string;
  /** The webview's own origin, as a content security policy names it. */
  readonly cspSource: string;
  readonly nonce: string;
  /** Origins of pictures. */
  readonly imageOrigins: readonly string[];
  /** BCP 47 tag of the person's language. */
  readonly language: string;
  readonly title: string;
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** Returns the page: it may run one script, take style and font from the extension and pictures from the origins, nothing else. */
export function pageHtml(parts: PageParts): string {
  const { cspSource, nonce, imageOrigins } = parts;
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource}`,
    `font-src ${cspSource}`,
    `img-src ${imageOrigins.length === 0 ? `'none'` : imageOrigins.join(' ')}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escape(parts.language)}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${escape(policy)}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escape(parts.title)}</title>
    <link rel="stylesheet" href="${escape(parts.style)}">
  </head>
  <body>
    <main></main>
    <script nonce="${escape(nonce)}" src="${escape(parts.script)}"></script>
  </body>
</html>
`;
}
