import { html, type Html } from './html.ts';

/** Allows the reader's own style and script, and nothing else. */
export const CONTENT_SECURITY_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

interface PageParts {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly body: Html;
  readonly script?: boolean;
  /** The way from the page to the list of articles. Default: they are in the same folder. */
  readonly root?: string;
}

/** Wraps a body in a page. All its addresses are relative, so that the page also works as a file. */
export function page({ title, language, body, script = false, root = '' }: PageParts): string {
  const { html: text } = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="stylesheet" href="${root}assets/palette.css" />
        <link rel="stylesheet" href="${root}assets/timeline.css" />
        <link rel="stylesheet" href="${root}assets/reader.css" />
        <link rel="icon" href="${root}assets/icon.svg" type="image/svg+xml" />
        ${script ? html`<script src="${root}assets/reader.js" defer></script>` : []}
      </head>
      <body>
        ${body}
      </body>
    </html> `;
  return text;
}
