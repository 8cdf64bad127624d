/**
 * Characters that Discord reads as Markdown anywhere: escapes, emphasis, strikethrough, spoilers, code, everything in
 * angle brackets (mentions, emoji, timestamps, commands, links, addresses) and masked links.
 */
const ANYWHERE = String.raw`[\\*_~|${'`'}<[]`;
/**
 * What turns a bracket further left into a masked link, an emoji code such as `:fire:`, the scheme of a bare link, and
 * mentions of everyone.
 */
const LOOKING_AROUND = String.raw`(?<=\])\(|:(?=\/\/|[^\s:]+:)|@(?=everyone|here)`;
/**
 * Headings, small print, quotes and lists. Some of Discord's patterns accept any line terminator. The character comes
 * before the lookbehind, which would otherwise run at every blank of a long run of them.
 */
const LINE_START = String.raw`(?:^|[\n\r\u2028\u2029])[^\S\n\r\u2028\u2029]*`;
const AT_LINE_START = String.raw`(?:>|#(?=#{0,5}(?:\s|$))|[-+](?=#|\s|$))(?<=${LINE_START}[>#+-])`;
const AFTER_NUMBER = String.raw`[.)](?=\s|$)(?<=${LINE_START}\d+[.)])`;
const SIGNS = new RegExp([ANYWHERE, LOOKING_AROUND, AT_LINE_START, AFTER_NUMBER].join('|'), 'gu');

/**
 * Escapes text so that Discord shows it character for character: each character that it would read as Markdown gets a
 * backslash. Links become plain text (the backslash is before the colon of `https://`), so they get no preview;
 * zero-width and bidirectional characters are kept. The start of the text counts as the start of a line, so that it can
 * follow any markup. What Discord's client does to white space cannot be prevented: it shows tabs as spaces, drops form
 * feeds and blanks before a line break, and treats carriage returns as line breaks.
 */
export function escape(text: string): string {
  return text.replaceAll(SIGNS, String.raw`\$&`);
}

/** Removes the backslashes: `unescape(escape(text))` is `text`. */
export function unescape(markdown: string): string {
  return markdown.replaceAll(/\\([^0-9A-Za-z\s])/gu, '$1');
}

/** Puts a quote bar before each line. The text must already be escaped. */
export function quoted(markdown: string): string {
  return `> ${markdown.replaceAll('\n', '\n> ')}`;
}

/**
 * Makes text bold line by line, since markup must not cross a line break. Blanks at the edges of a line stay outside,
 * because parsers disagree about markup next to them.
 */
export function bold(markdown: string): string {
  return onEachLine(markdown, '**');
}

/** Strikes text through, in the same way. */
export function struck(markdown: string): string {
  return onEachLine(markdown, '~~');
}

function onEachLine(markdown: string, mark: string): string {
  return markdown
    .split('\n')
    .map((line) => {
      const words = line.trim();
      const start = line.indexOf(words);
      return words === '' ? line : `${line.slice(0, start)}${mark}${words}${mark}${line.slice(start + words.length)}`;
    })
    .join('\n');
}
