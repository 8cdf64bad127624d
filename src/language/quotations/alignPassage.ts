import type { Steps } from '../../runtime/steps/steps.ts';
import { alignWords, pairKind, type Alignment, type Step } from './alignWords.ts';
import type { Span } from '../span.ts';
import { entryAt } from '../../runtime/entryAt.ts';

interface Options {
  /** How much each of the quotation's words counts, from 0 to 1. */
  readonly weights: readonly number[];
  /** Words of the quotation before which it marks an omission. */
  readonly omissions?: ReadonlySet<number> | undefined;
}

/** Cells that one alignment may fill; a longer quotation is first pinned at word sequences that occur once on both sides. */
const CELLS_MAX = 250_000;
/** Words whose sequences are counted in one step. */
const STEP_WORDS = 4096;
/** Words in a row that pin a quotation to its source. */
const PIN_WORDS = 4;

/**
 * Aligns the words of a quotation with a stretch of the source as `alignWords` does, in time that grows with their lengths:
 * long ones are aligned piecewise between sequences that occur once on both sides (patience diff, Bram Cohen), and pieces
 * that are still too long are laid side by side word for word.
 */
export function* alignPassage(quote: readonly string[], source: readonly string[], options: Options): Steps<Alignment> {
  if (quote.length * source.length <= CELLS_MAX) return yield* alignWords(quote, source, options);
  const pins = yield* pinsOf(quote, source);
  const steps: Step[] = [];
  let score = 0;
  let [at, to] = [0, 0];
  for (const [index, pin] of [...pins, undefined].entries()) {
    const end: Pin = pin ?? { quote: quote.length, source: source.length };
    const free = { start: index === 0, end: pin === undefined };
    const piece = yield* alignPiece([quote, [at, end.quote]], [source, [to, end.source]], { ...options, free });
    for (const step of piece.steps) steps.push({ ...step, quote: step.quote + at, source: step.source + to });
    score += piece.score;
    if (!pin) break;
    steps.push({ kind: 'same', quote: pin.quote, source: pin.source });
    score += entryAt(options.weights, pin.quote);
    [at, to] = [pin.quote + 1, pin.source + 1];
    if (index % 200 === 199) yield;
  }
  return { steps, score };
}

interface Pin {
  readonly quote: number;
  readonly source: number;
}

type Piece = readonly [words: readonly string[], range: Span];

function* alignPiece(
  [quote, own]: Piece,
  [source, other]: Piece,
  { weights, omissions, free }: Options & { readonly free: { readonly start: boolean; readonly end: boolean } },
): Steps<Alignment> {
  const [words, against] = [quote.slice(...own), source.slice(...other)];
  if (words.length === 0 && (free.start || free.end)) return { steps: [], score: 0 };
  if (words.length * against.length > CELLS_MAX)
    return sideBySide(words, against, { weights: weights.slice(...own), free });
  const own_ = new Set([...(omissions ?? [])].filter((at) => own[0] <= at && at < own[1]).map((at) => at - own[0]));
  return yield* alignWords(words, against, { weights: weights.slice(...own), omissions: own_, free });
}

/** Pairs the words one by one; what is left over on one side is added or removed. */
function sideBySide(
  quote: readonly string[],
  source: readonly string[],
  {
    weights,
    free,
  }: { readonly weights: readonly number[]; readonly free: { readonly start: boolean; readonly end: boolean } },
): Alignment {
  const shift = free.start && !free.end ? Math.max(0, source.length - quote.length) : 0;
  const steps: Step[] = [];
  let score = 0;
  for (const [at, word] of quote.entries()) {
    const to = Math.min(at + shift, source.length);
    const kind = to < source.length ? pairKind(word, entryAt(source, to)) : 'added';
    if (kind === 'same') score += entryAt(weights, at);
    steps.push({ kind, quote: at, source: to });
  }
  if (!free.end)
    for (let to = quote.length + shift; to < source.length; to += 1)
      steps.push({ kind: 'removed', quote: quote.length, source: to });
  return { steps, score };
}

/** Finds words within sequences that occur once on both sides, in an order that both have (longest increasing sequence). */
function* pinsOf(quote: readonly string[], source: readonly string[]): Steps<readonly Pin[]> {
  const numbers = new Map<string, number>();
  for (const word of quote) if (!numbers.has(word)) numbers.set(word, numbers.size);
  const own = yield* uniqueSequences(quote, numbers);
  const other = yield* uniqueSequences(source, numbers);
  yield;
  const pairs: Pin[] = [];
  for (const [sequence, at] of own) {
    const to = other.get(sequence) ?? -1;
    if (at >= 0 && to >= 0)
      for (let step = 0; step < PIN_WORDS; step += 1) pairs.push({ quote: at + step, source: to + step });
  }
  pairs.sort((a, b) => a.quote - b.quote || a.source - b.source);
  return increasing(pairs);
}

/** Distinct words of a quotation stay below this, so that four of their numbers make one that is exact. */
const NUMBERS_MAX = 8_192;

/** Maps each sequence of known words to where it begins, -1 if it occurs more than once. */
function* uniqueSequences(
  words: readonly string[],
  numbers: ReadonlyMap<string, number>,
): Steps<ReadonlyMap<number, number>> {
  const found = new Map<number, number>();
  let [sequence, length] = [0, 0];
  for (const [at, word] of words.entries()) {
    const number = numbers.get(word);
    length = number === undefined ? 0 : length + 1;
    if (at % STEP_WORDS === STEP_WORDS - 1) yield;
    sequence = number === undefined ? 0 : (sequence % NUMBERS_MAX ** (PIN_WORDS - 1)) * NUMBERS_MAX + number;
    if (length < PIN_WORDS) continue;
    found.set(sequence, found.has(sequence) ? -1 : at - PIN_WORDS + 1);
  }
  return found;
}

/** The longest selection in which both positions grow, by patience sorting. */
function increasing(pairs: readonly Pin[]): readonly Pin[] {
  const tops: number[] = [];
  const before: number[] = [];
  for (const [index, { source }] of pairs.entries()) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (entryAt(pairs, entryAt(tops, middle)).source < source) low = middle + 1;
      else high = middle;
    }
    before.push(low > 0 ? entryAt(tops, low - 1) : -1);
    tops[low] = index;
  }
  const chain: Pin[] = [];
  for (let index = tops.at(-1) ?? -1; index !== -1; index = entryAt(before, index)) chain.push(entryAt(pairs, index));
  chain.reverse();
  return chain.filter(({ quote }, index) => index === 0 || quote > entryAt(chain, index - 1).quote);
}
