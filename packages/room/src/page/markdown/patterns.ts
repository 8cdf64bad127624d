import type { Markdown, Wrapper } from './markdown.ts';

/** A quotation: of one line after another, or of all that follows. */
export const QUOTE = /^(?: *>>> ([^]*)|((?: *> [^\n]*(?:\n|$)| *>(?:\n|$)(?= *>))+))/;
/** Code between lines of three backticks, with its language. */
export const CODE_BLOCK = /^```(?:([a-z0-9_+\-.#]+?)\n)?\n*([^\n][^]*?)\n*```/i;
/** A heading of one to three signs. */
export const HEADING = /^ *(#{1,3})[ \t]+(\S[^\n]*)(?:\n|$)/;
/** A small line. */
export const SUBTEXT = /^ *-#[ \t]+([^\n]*\S)[ \t]*(?:\n|$)/;
/** An item of a list: its indent, its sign, its text. */
export const ITEM = /^( *)([-*]|\d{1,10}\.) +(?=\S)([^\n]*)(?:\n|$)/;

/** Signs around a text, most specific first; where several match, the longest does, as Discord decides between `*`, `**` and `__`. */
export const WRAPPED: readonly (readonly [type: Wrapper, pattern: RegExp])[] = [
  ['em', /^_((?:__|\\[^]|[^\\_])+?)_\b/],
  ['em', /^\*(?=\S)((?:\*\*|\\[^]|\s+(?:\\[^]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/],
  ['strong', /^\*\*((?:\\[^]|[^\\])+?)\*\*(?!\*)/],
  ['underline', /^__((?:\\[^]|[^\\])+?)__(?!_)/],
  ['strike', /^~~(?=\S)([^]*?\S)~~(?!~)/],
  ['spoiler', /^\|\|([^]+?)\|\|/],
];

/** What is complete in itself, with the node that its match makes. */
export const ATOMS: readonly (readonly [pattern: RegExp, build: (match: readonly string[]) => Markdown])[] = [
  [/^¯\\_\(ツ\)_\/¯/, ([text = '']) => ({ type: 'text', text })],
  [/^\\([^0-9A-Za-z\s])/u, ([, text = '']) => ({ type: 'text', text })],
  [/^<@!?(\d+)>/, ([, id = '']) => ({ type: 'user', id })],
  [/^<@&(\d+)>/, ([, id = '']) => ({ type: 'role', id })],
  [/^<#(\d+)>/, ([, id = '']) => ({ type: 'channel', id })],
  [/^<\/([^\s:/]+(?: [^\s:/]+){0,2}):(\d+)>/, ([, name = '', id = '']) => ({ type: 'command', name, id })],
  [/^<a?:(\w{2,32}):(\d+)>/, ([, name = '', id = '']) => ({ type: 'emoji', name, id })],
  [
    /^<t:(-?\d{1,17})(?::([tTdDfFRsS]))?>/,
    ([, at, style]) => ({ type: 'timestamp', seconds: Number(at), style: style ?? 'f' }),
  ],
  [/^@(?:everyone|here)\b/, ([text = '']) => ({ type: 'everyone', text })],
];

/** A masked link: its label, its address, its title. */
export const LINK =
  /^\[((?:\\.|\[[^\]\n]*\]|[^[\]\\])+)\]\(\s*<?(https?:\/\/(?:\([^\s()]*\)|[^\s()<>])+)>?(?:\s+["']([^"'\n]*)["']\s*|\s*)\)/;
/** An address in angle brackets. */
export const AUTOLINK = /^<(https?:\/\/[^\s<>]+)>/;
/** An address as it is typed. */
export const URL_TEXT = /^https?:\/\/[^\s<]*[^\s<.,:;"'\]]/;
