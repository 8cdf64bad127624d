import { entryAt } from '../../runtime/entryAt.ts';
import { SENTENCE } from './codeBlocks.ts';
import { joinParts, type Part, type Shape, type TextPass } from './part.ts';

/** The lines between which AsciiDoc sets a block, and what is in it. */
const FENCE = /^(?:([-.+_])\1{3,}|\|={3,})$/u;
const SHAPES: Readonly<Record<string, Shape>> = { '-': 'code', '.': 'code', '+': 'code', _: 'quote', '|': 'row' };
const INSIDE_MAX = 200;
/** How much longer or shorter than its heading the line below it may be. */
const UNDERLINE_MARGIN = 2;

/**
 * Reads what stands right between two equal drawn lines as the block that AsciiDoc makes of it: a listing, a quotation, a table. The lines are
 * furniture. Prose between two lines of hyphens is set apart, but no listing; a line as long as the one above it underlines a heading.
 */
export const findFences: TextPass = (parts, { source }) => {
  const found: Part[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const part = entryAt(parts, at);
    const end = endOfFence(parts, at);
    const [first, ...rest] = parts.slice(at + 1, end);
    const shape = SHAPES[part.text[0] ?? ''];
    if (end === undefined || first === undefined || shape === undefined) {
      found.push(part);
      continue;
    }
    const inside = [first, ...rest];
    found.push({ ...part, shape: 'furniture' });
    if (shape === 'code') found.push(joinParts(source, [first, ...rest], { shape, breaks: [] }));
    else found.push(...inside.map((each): Part => (each.shape === 'ruler' ? each : { ...each, shape })));
    found.push({ ...entryAt(parts, end), shape: 'furniture' });
    at = end;
  }
  return found;
};

/** Where the block ends that a line begins, if it begins one. */
function endOfFence(parts: readonly Part[], at: number): number | undefined {
  const fence = entryAt(parts, at);
  if (
    !isUndecidedRuler(fence) ||
    !FENCE.test(fence.text) ||
    underlines(fence, parts[at - 1]) ||
    parts[at + 1]?.gap !== 0
  )
    return undefined;
  for (let end = at + 1; end <= at + INSIDE_MAX; end += 1) {
    const part = parts[end];
    if (part === undefined || part.as !== undefined) return undefined;
    if (part.text !== fence.text) continue;
    const isListing = SHAPES[fence.text[0] ?? ''] === 'code';
    const isProse = parts.slice(at + 1, end).some(({ text }) => SENTENCE.test(text));
    return end > at + 1 && part.gap === 0 && !(isListing && isProse) ? end : undefined;
  }
  return undefined;
}

function isUndecidedRuler({ shape, as }: Part): boolean {
  return as === undefined && shape === 'ruler';
}

function underlines(fence: Part, above: Part | undefined): boolean {
  const line = above?.text.split(/[\r\n]+/u).at(-1) ?? '';
  return fence.gap === 0 && Math.abs(line.length - fence.text.length) <= UNDERLINE_MARGIN;
}
