import { atom, balanced, code, codeBlock, type Found, text } from './inlineMarkdown.ts';
import type { Markdown, Wrapper } from './markdown.ts';
import { AUTOLINK, HEADING, ITEM, LINK, QUOTE, SUBTEXT, URL_TEXT, WRAPPED } from './patterns.ts';

/** How deep marks may be within each other; deeper ones stay as they are. */
const DEEPEST = 24;

/** Where a text is: what may begin in it, and how deep. */
interface State {
  /** Whether a line may begin a block: a heading, a list, a quotation. */
  readonly blocks: boolean;
  readonly quote: boolean;
  readonly link: boolean;
  readonly depth: number;
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

/** A heading may be closed by signs like those that open it. */
function withoutClosing(heading: string): string {
  const text = heading.trimEnd();
  let end = text.length;
  while (text[end - 1] === '#') end -= 1;
  return text.slice(0, end).trimEnd() || text;
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
