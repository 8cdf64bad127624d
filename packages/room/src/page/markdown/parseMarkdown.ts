import type { Markdown, Wrapper } from './markdown.ts';

/** How deep marks may be within each other; deeper ones stay as they are. */
const DEEPEST = 24;

/** Where plain text may end: each sign that begins something, and addresses. */
const NEXT = /[\\*_~|`<[@¯\n]|https?:\/\//g;

const QUOTE = /^(?: *>>> ([^]*)|((?: *> [^\n]*(?:\n|$)| *>(?:\n|$)(?= *>))+))/;
const CODE_BLOCK = /^```(?:([a-z0-9_+\-.#]+?)\n)?\n*([^\n][^]*?)\n*```/i;
const HEADING = /^ *(#{1,3})[ \t]+(\S[^\n]*)(?:\n|$)/;
const SUBTEXT = /^ *-#[ \t]+([^\n]*\S)[ \t]*(?:\n|$)/;
const ITEM = /^( *)([-*]|\d{1,10}\.) +(?=\S)([^\n]*)(?:\n|$)/;

/** Signs around a text, most specific first; where several match, the longest does, as Discord decides between `*`, `**` and `__`. */
const WRAPPED: readonly (readonly [type: Wrapper, pattern: RegExp])[] = [
  ['em', /^_((?:__|\\[^]|[^\\_])+?)_\b/],
  ['em', /^\*(?=\S)((?:\*\*|\\[^]|\s+(?:\\[^]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/],
  ['strong', /^\*\*((?:\\[^]|[^\\])+?)\*\*(?!\*)/],
  ['underline', /^__((?:\\[^]|[^\\])+?)__(?!_)/],
  ['strike', /^~~(?=\S)([^]*?\S)~~(?!~)/],
  ['spoiler', /^\|\|([^]+?)\|\|/],
];

/** What is complete in itself, with the node that its match makes. */
const ATOMS: readonly (readonly [pattern: RegExp, build: (match: readonly string[]) => Markdown])[] = [
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

const LINK =
  /^\[((?:\\.|\[[^\]\n]*\]|[^[\]\\])+)\]\(\s*<?(https?:\/\/(?:\([^\s()]*\)|[^\s()<>])+)>?(?:\s+["']([^"'\n]*)["']\s*|\s*)\)/;
const AUTOLINK = /^<(https?:\/\/[^\s<>]+)>/;
const URL_TEXT = /^https?:\/\/[^\s<]*[^\s<.,:;"'\]]/;

/** Where a text is: what may begin in it, and how deep. */
interface State {
  /** Whether a line may begin a block: a heading, a list, a quotation. */
  readonly blocks: boolean;
  readonly quote: boolean;
  readonly link: boolean;
  readonly depth: number;
}

interface Found {
  /** How much of the text it takes. */
  readonly length: number;
  readonly nodes: readonly Markdown[];
}

/** Reads a message's text as Discord reads it: https://support.discord.com/hc/en-us/articles/210298617 */
export function parseMarkdown(source: string): readonly Markdown[] {
  return parse(source, { blocks: true, quote: false, link: false, depth: 0 });
}

function parse(source: string, outer: State): readonly Markdown[] {
  if (outer.depth > DEEPEST) return [{ type: 'text', text: source }];
  const state = { ...outer, depth: outer.depth + 1 };
  const nodes: Markdown[] = [];
  let at = 0;
  let lineStart = state.blocks;
  while (at < source.length) {
    const rest = source.slice(at);
    const found =
      (lineStart ? block(rest, state) : undefined) ??
      wrapped(rest, state) ??
      codeBlock(rest) ??
      code(rest) ??
      atom(rest) ??
      link(rest, state) ??
      text(rest);
    nodes.push(...found.nodes);
    at += found.length;
    lineStart = state.blocks && source[at - 1] === '\n';
  }
  return joined(nodes);
}

function block(rest: string, state: State): Found | undefined {
  const quote = state.quote ? null : QUOTE.exec(rest);
  if (quote) {
    const inner = quote[1] ?? quote[2]!.replace(/^ *> ?/gm, '').replace(/\n$/, '');
    return { length: quote[0].length, nodes: [{ type: 'quote', children: parse(inner, { ...state, quote: true }) }] };
  }
  const heading = HEADING.exec(rest);
  if (heading) {
    const children = parse(withoutClosing(heading[2]!), { ...state, blocks: false });
    return { length: heading[0].length, nodes: [{ type: 'heading', level: heading[1]!.length, children }] };
  }
  const subtext = SUBTEXT.exec(rest);
  if (subtext) {
    return {
      length: subtext[0].length,
      nodes: [{ type: 'subtext', children: parse(subtext[1]!, { ...state, blocks: false }) }],
    };
  }
  const item = ITEM.exec(rest);
  return item ? list(rest, { indent: item[1]!.length, bullet: item[2]! }, state) : undefined;
}

/** Takes items of one indent and kind; deeper lines belong to the item above them. */
function list(
  rest: string,
  { indent, bullet }: { readonly indent: number; readonly bullet: string },
  state: State,
): Found {
  const ordered = /\d/.test(bullet);
  const items: string[][] = [];
  let length = 0;
  for (const [line] of rest.matchAll(/[^\n]*(?:\n|$)/g)) {
    const item = ITEM.exec(line);
    if (item && item[1]!.length <= indent + 1) {
      if (item[1]!.length < indent || /\d/.test(item[2]!) !== ordered) break;
      items.push([item[3]!]);
    } else if (item || /^ {2,}\S/.test(line)) {
      items.at(-1)!.push(line.replace(/\n$/, '').slice(item ? 0 : indent));
    } else break;
    length += line.length;
  }
  const nodes = items.map((lines) => parse(lines.join('\n'), { ...state, blocks: true, quote: true }));
  return { length, nodes: [{ type: 'list', ordered, start: ordered ? Number.parseInt(bullet, 10) : 1, items: nodes }] };
}

function wrapped(rest: string, state: State): Found | undefined {
  let best: { readonly type: Wrapper; readonly match: RegExpExecArray } | undefined;
  for (const [type, pattern] of WRAPPED) {
    const match = pattern.exec(rest);
    if (match && (!best || match[0].length > best.match[0].length)) best = { type, match };
  }
  if (!best) return undefined;
  return {
    length: best.match[0].length,
    nodes: [{ type: best.type, children: parse(best.match[1]!, { ...state, blocks: false }) }],
  };
}

function codeBlock(rest: string): Found | undefined {
  const match = CODE_BLOCK.exec(rest);
  if (!match) return undefined;
  return { length: match[0].length, nodes: [{ type: 'codeBlock', language: match[1] ?? '', text: match[2]! }] };
}

/** Takes code between equal runs of backticks; if the opening run is closed by none, a shorter part of it may be. */
function code(rest: string): Found | undefined {
  const opening = /^`+/.exec(rest)?.[0].length ?? 0;
  if (opening === 0) return undefined;
  const closings = new Map<number, number>();
  for (const { 0: run, index } of rest.matchAll(/`+/g))
    if (index > 0 && !closings.has(run.length)) closings.set(run.length, index);
  for (let ticks = opening; ticks > 0; ticks -= 1) {
    const end = closings.get(ticks);
    if (end !== undefined)
      return { length: end + ticks, nodes: [{ type: 'code', text: withoutPadding(rest.slice(ticks, end)) }] };
  }
  return undefined;
}

/** One space between the mark and a backtick of the code itself is no part of it. */
function withoutPadding(text: string): string {
  const start = /^ +`/.test(text) ? 1 : 0;
  return text.slice(start, text.endsWith(' ') && text.trimEnd().endsWith('`') ? -1 : undefined);
}

/** A heading may be closed by signs like those that open it. */
function withoutClosing(heading: string): string {
  const text = heading.trimEnd();
  let end = text.length;
  while (text[end - 1] === '#') end -= 1;
  return text.slice(0, end).trimEnd() || text;
}

function atom(rest: string): Found | undefined {
  for (const [pattern, build] of ATOMS) {
    const match = pattern.exec(rest);
    if (match) return { length: match[0].length, nodes: [build(match)] };
  }
  return undefined;
}

function link(rest: string, state: State): Found | undefined {
  if (state.link) return undefined;
  const masked = LINK.exec(rest);
  // A label that is an address itself could hide where the link goes, so Discord leaves such a text as it is.
  if (masked && !/https?:\/\//.test(masked[1]!)) {
    const children = parse(masked[1]!, { ...state, blocks: false, link: true });
    return { length: masked[0].length, nodes: [{ type: 'link', url: masked[2]!, title: masked[3], children }] };
  }
  const bare = AUTOLINK.exec(rest) ?? URL_TEXT.exec(rest);
  if (!bare) return undefined;
  const url = bare[1] ?? balanced(bare[0]);
  const length = bare[1] ? bare[0].length : url.length;
  return { length, nodes: [{ type: 'link', url, title: undefined, children: [{ type: 'text', text: url }] }] };
}

/** Leaves a closing bracket out of an address that did not open it. */
function balanced(url: string): string {
  let end = url;
  while (end.endsWith(')') && end.split(')').length > end.split('(').length) end = end.slice(0, -1);
  return end;
}

function text(rest: string): Found {
  if (rest.startsWith('\n')) return { length: 1, nodes: [{ type: 'text', text: '\n' }] };
  NEXT.lastIndex = 1;
  const next = NEXT.exec(rest);
  const end = next ? next.index + (next[0] === '\n' ? 1 : 0) : rest.length;
  return { length: end, nodes: [{ type: 'text', text: rest.slice(0, end) }] };
}

/** Makes one of texts that follow each other. */
function joined(nodes: readonly Markdown[]): readonly Markdown[] {
  const result: Markdown[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.text += node.text;
    else result.push(node.type === 'text' ? { ...node } : node);
  }
  return result;
}
