import type { Steps } from '../../runtime/steps/steps.ts';
import { negatesByPrefix } from '../words/wordKind.ts';

/** One step of an alignment; indexes are into the quotation's and the source's words. */
export type Step =
  | { readonly kind: 'same' | 'similar' | 'changed'; readonly quote: number; readonly source: number }
  | { readonly kind: 'added'; readonly quote: number; readonly source: number }
  | { readonly kind: 'removed'; readonly quote: number; readonly source: number };

/** How a quotation's words lie in a longer text; `source` of an added word is the index it is before. */
export interface Alignment {
  readonly steps: readonly Step[];
  /** Larger is better; what the quotation's own words would score is the sum of their weights. */
  readonly score: number;
}

interface Options {
  /** How much each of the quotation's words counts, from 0 to 1. */
  readonly weights: readonly number[];
  /** Words of the quotation before which it marks an omission: there, skipping words of the source is nearly free. */
  readonly omissions?: ReadonlySet<number> | undefined;
  /** Whether source words before the first and after the last pair cost nothing. Default: both. */
  readonly free?: { readonly start: boolean; readonly end: boolean } | undefined;
}

/** Cells that are filled between two steps: a millisecond or less. */
const STEP_CELLS = 50_000;

const CHANGED = -0.25;
const ADDED = -0.3;
const REMOVED_FIRST = -0.5;
const REMOVED_NEXT = -0.06;
const OMITTED = -0.02;

const PAIR = 1;
const ADD = 2;
const SKIP = 3;

/**
 * Aligns all words of a quotation with a stretch of the source (Smith-Waterman-Gotoh, free at both ends of the source):
 * as many same words in order as it can, with few and long gaps. Words must be folded. Time and memory grow with the
 * product of both lengths.
 */
export function* alignWords(quote: readonly string[], source: readonly string[], options: Options): Steps<Alignment> {
  const { free: ends = { start: true, end: true } } = options;
  const width = source.length + 1;
  const from = new Uint8Array((quote.length + 1) * width);
  const skipGoesOn = new Uint8Array(from.length);
  let above = new Float32Array(width);
  if (!ends.start) {
    for (let column = 1; column < width; column += 1) {
      above[column] = REMOVED_FIRST + REMOVED_NEXT * (column - 1);
      from[column] = SKIP;
      skipGoesOn[column] = column > 1 ? 1 : 0;
    }
  }
  for (let row = 1; row <= quote.length; row += 1) {
    const current = new Float32Array(width);
    const word = quote[row - 1]!;
    const weight = options.weights[row - 1]!;
    const free = options.omissions?.has(row) ?? false;
    const [open, next] = free ? [OMITTED, OMITTED / 8] : [REMOVED_FIRST, REMOVED_NEXT];
    current[0] = above[0]! + ADDED;
    from[row * width] = ADD;
    let skip = -Infinity;
    for (let column = 1; column < width; column += 1) {
      const at = row * width + column;
      const opened = current[column - 1]! + open;
      skipGoesOn[at] = skip + next > opened ? 1 : 0;
      skip = Math.max(skip + next, opened);
      const pair = above[column - 1]! + pairScore(word, source[column - 1]!, weight);
      const add = above[column]! + ADDED;
      const best = Math.max(pair, add, skip);
      current[column] = best;
      from[at] = best === pair ? PAIR : best === add ? ADD : SKIP;
    }
    above = current;
    if (Math.floor((row * width) / STEP_CELLS) > Math.floor(((row - 1) * width) / STEP_CELLS)) yield;
  }
  const best = above.reduce((most, score, column) => (score > above[most]! ? column : most), 0);
  const end = ends.end ? best : source.length;
  return { score: above[end]!, steps: traced(quote, source, { from, skipGoesOn, width, end, ends }) };
}

interface Trace {
  readonly from: Uint8Array;
  readonly skipGoesOn: Uint8Array;
  readonly width: number;
  readonly end: number;
  readonly ends: { readonly start: boolean; readonly end: boolean };
}

function traced(quote: readonly string[], source: readonly string[], trace: Trace): readonly Step[] {
  const steps: Step[] = [];
  let [row, column] = [quote.length, trace.end];
  while (row > 0 || (!trace.ends.start && column > 0)) {
    const move = trace.from[row * trace.width + column]!;
    if (move === PAIR) {
      row -= 1;
      column -= 1;
      steps.push({ kind: pairKind(quote[row]!, source[column]!), quote: row, source: column });
    } else if (move === SKIP) {
      let goesOn = true;
      while (goesOn) {
        goesOn = trace.skipGoesOn[row * trace.width + column] === 1;
        column -= 1;
        steps.push({ kind: 'removed', quote: row, source: column });
      }
    } else {
      row -= 1;
      steps.push({ kind: 'added', quote: row, source: column });
    }
  }
  steps.reverse();
  if (!trace.ends.end) return steps;
  const last = steps.findLastIndex(({ kind }) => kind !== 'removed');
  return steps.slice(0, last + 1);
}

/** Tells how a word of the quotation and one of the source go together. */
export function pairKind(a: string, b: string): 'same' | 'similar' | 'changed' {
  const alike = similarity(a, b);
  return alike === 1 ? 'same' : alike > 0 ? 'similar' : 'changed';
}

function pairScore(a: string, b: string, weight: number): number {
  const alike = similarity(a, b);
  return alike === 0 ? CHANGED : alike * weight;
}

/** 1 for the same word, 0.5 for another form of it (or its negation), 0 for another word. */
function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const longer = Math.max(a.length, b.length);
  if (longer < 4) return 0;
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared += 1;
  if (shared >= 3 && shared >= longer * 0.6) return 0.5;
  return (a.endsWith(b) || b.endsWith(a)) && negatesByPrefix(a, b) ? 0.5 : 0;
}
