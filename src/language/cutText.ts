import type { Span } from './span.ts';
import { entryAt } from '../runtime/entryAt.ts';

/** A text from which parts were taken out; `text` is what `parts` of `typed` give, one after the other. */
export interface CutText {
  readonly typed: string;
  readonly text: string;
  /** In `typed`; in order, apart, none of them empty. */
  readonly parts: readonly Span[];
}

/** Makes a cut text of which nothing is taken out yet. */
export function uncut(typed: string): CutText {
  return { typed, text: typed, parts: typed === '' ? [] : [[0, typed.length]] };
}

/** Takes spans of `cut.text` out of it; they must be in order and apart. */
export function without(cut: CutText, spans: readonly Span[]): CutText {
  if (spans.length === 0) return cut;
  const kept: Span[] = [];
  let from = 0;
  for (const [start, end] of [...spans, [cut.text.length, cut.text.length] as const]) {
    if (start > from) kept.push([from, start]);
    from = Math.max(from, end);
  }
  return ofSpans(cut, kept);
}

/** Keeps one span of `cut.text`. */
export function sliced(cut: CutText, [start, end]: Span): CutText {
  return start === 0 && end === cut.text.length ? cut : ofSpans(cut, start < end ? [[start, end]] : []);
}

/** Takes white space off both ends. */
export function trimmedCut(cut: CutText): CutText {
  const start = cut.text.length - cut.text.trimStart().length;
  return sliced(cut, [start, Math.max(start, cut.text.trimEnd().length)]);
}

/** Returns the span of `typed` that a span of `cut.text` comes from; where it is empty, the place it is at. */
export function typedSpan({ typed, parts }: CutText, [start, end]: Span): Span {
  let before = 0;
  let from: number | undefined;
  for (const part of parts) {
    const length = part[1] - part[0];
    if (from === undefined && start < before + length) from = part[0] + start - before;
    if (from !== undefined && start === end) return [from, from];
    if (from !== undefined && end <= before + length) return [from, part[0] + end - before];
    before += length;
  }
  const last = parts.at(-1)?.[1] ?? typed.length;
  return [from ?? last, last];
}

/** Lists what was taken out: the spans of `typed` between and around the parts. */
export function cutOut({ typed, parts }: CutText): readonly Span[] {
  const out: Span[] = [];
  let from = 0;
  for (const [start, end] of [...parts, [typed.length, typed.length] as const]) {
    if (start > from) out.push([from, start]);
    from = end;
  }
  return out;
}

function ofSpans(cut: CutText, spans: readonly Span[]): CutText {
  const parts: Span[] = [];
  let [index, before] = [0, 0];
  for (const [start, end] of spans) {
    while (index < cut.parts.length) {
      const [from, to] = entryAt(cut.parts, index);
      const piece: Span = [from + Math.max(0, start - before), from + Math.min(to - from, end - before)];
      if (piece[0] < piece[1]) push(parts, piece);
      if (end - before <= to - from) break;
      before += to - from;
      index += 1;
    }
  }
  return { typed: cut.typed, text: parts.map((part) => cut.typed.slice(...part)).join(''), parts };
}

function push(parts: Span[], part: Span): void {
  const last = parts.at(-1);
  if (last && last[1] === part[0]) parts[parts.length - 1] = [last[0], part[1]];
  else parts.push(part);
}
