import type { Markdown } from './markdown.ts';
import { ATOMS, CODE_BLOCK } from './patterns.ts';

/** What a text begins with. */
export interface Found {
  /** How much of the text it takes. */
  readonly length: number;
  readonly nodes: readonly Markdown[];
}

/** Where plain text may end: each sign that begins something, and addresses. */
const NEXT = /[\\*_~|`<[@¯\n]|https?:\/\//g;

/** Takes a block of code. */
export function codeBlock(rest: string): Found | undefined {
  const match = CODE_BLOCK.exec(rest);
  if (!match) return undefined;
  return { length: match[0].length, nodes: [{ type: 'codeBlock', language: match[1] ?? '', text: match[2]! }] };
}

/** Takes code between equal runs of backticks; if the opening run is closed by none, a shorter part of it may be. */
export function code(rest: string): Found | undefined {
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

/** Takes what is complete in itself. */
export function atom(rest: string): Found | undefined {
  for (const [pattern, build] of ATOMS) {
    const match = pattern.exec(rest);
    if (match) return { length: match[0].length, nodes: [build(match)] };
  }
  return undefined;
}

/** Leaves a closing bracket out of an address that did not open it. */
export function balanced(url: string): string {
  let end = url;
  while (end.endsWith(')') && end.split(')').length > end.split('(').length) end = end.slice(0, -1);
  return end;
}

/** Takes plain text, up to the next sign that may begin something. */
export function text(rest: string): Found {
  if (rest.startsWith('\n')) return { length: 1, nodes: [{ type: 'text', text: '\n' }] };
  NEXT.lastIndex = 1;
  const next = NEXT.exec(rest);
  const end = next ? next.index + (next[0] === '\n' ? 1 : 0) : rest.length;
  return { length: end, nodes: [{ type: 'text', text: rest.slice(0, end) }] };
}
