/**
 * Signs that Discord reads as Markdown wherever they are: escapes, emphasis, strikes, spoilers, code, everything in
 * angle brackets (mentions, emoji, timestamps, commands, links, addresses) and masked links.
 */
const ANYWHERE = String.raw`[\\*_~|${'`'}<[]`;
/**
 * What makes a masked link also of a bracket that is further to the left, an emoji code such as `:fire:`, the scheme of
 * a bare link, and mentions of everybody.
 */
const LOOKING_AROUND = String.raw`(?<=\])\(|:(?=\/\/|[^\s:]+:)|@(?=everyone|here)`;
/**
 * Headings, small print, quotes and lists. Some of Discord's expressions take any line terminator for a line's end. The
 * sign comes before the look behind it, which would otherwise be taken at every blank of a long run of them.
 */
const LINE_START = String.raw`(?:^|[\n\r\u2028\u2029])[^\S\n\r\u2028\u2029]*`;
const AT_LINE_START = String.raw`(?:>|#(?=#{0,5}(?:\s|$))|[-+](?=#|\s|$))(?<=${LINE_START}[>#+-])`;
const AFTER_NUMBER = String.raw`[.)](?=\s|$)(?<=${LINE_START}\d+[.)])`;
const SIGNS = new RegExp([ANYWHERE, LOOKING_AROUND, AT_LINE_START, AFTER_NUMBER].join('|'), 'gu');

/**
 * Writes text so that Discord shows it character for character: each sign that it would read as Markdown gets a
 * backslash. Links become plain text (the backslash is before the colon of `https://`), so they make no preview;
 * zero-width and bidirectional characters stay as they are. The text's start counts as the start of a line, so that it
 * can follow any mark. What Discord's client does to white space cannot be helped: it shows tabs as spaces, drops form
 * feeds and blanks before a line break, and takes carriage returns for line breaks.
 */
export function escape(text: string): string {
  return text.replaceAll(SIGNS, String.raw`\$&`);
}

/** Takes the backslashes away again: `unescape(escape(text))` is `text`. */
export function unescape(markdown: string): string {
  return markdown.replaceAll(/\\([^0-9A-Za-z\s])/gu, '$1');
}

/** Puts a quote bar before each line. The text must be escaped already. */
export function quoted(markdown: string): string {
  return `> ${markdown.replaceAll('\n', '\n> ')}`;
}

/**
 * Makes text bold, line by line, since a mark must not reach over a line's end. Blanks at a line's edges stay outside, as
 * parsers disagree about marks next to them.
 */
export function bold(markdown: string): string {
  return onEachLine(markdown, '**');
}

/** Strikes text out, in the same way. */
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
