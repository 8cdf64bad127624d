import type { Span } from '../../language/span.ts';
import type { Steps } from '../../runtime/steps/steps.ts';
import type { QuotePart } from './part.ts';
import { sourceOf } from './renderPart.ts';
import { firstAfter, longestStart } from './sentenceSpans.ts';
import { entryAt } from '../../runtime/entryAt.ts';

interface CutOptions {
  /** All sentences of the part. */
  readonly sentences: readonly Span[];
  readonly fits: (span: Span) => boolean;
  readonly alone: boolean;
  readonly chars: number;
}

/** The most that fits from `at` on; nothing if another page has more room. */
export function* nextSpan(
  part: QuotePart,
  at: number,
  { sentences, fits, alone, chars }: CutOptions,
): Steps<Span | undefined> {
  const whole: Span = [at, part.span[1]];
  // The whole rest may fit even if less does not, since a cut adds a line.
  if (whole[1] - at <= chars && fits(whole)) return whole;
  const first = firstAfter(sentences, at);
  let taken: number | undefined;
  for (let [low, high] = [first, firstAfter(sentences, at + chars)]; low <= high;) {
    const middle = (low + high) >>> 1;
    const end = sentences[middle]?.[1];
    if (end !== undefined && end - at <= chars && fits([at, end])) [taken, low] = [middle, middle + 1];
    else high = middle - 1;
    yield;
  }
  if (taken !== undefined) return [at, entryAt(sentences, taken)[1]];
  if (!alone) return undefined;
  return yield* longestStart(sourceOf(part), [at, Math.min(entryAt(sentences, first)[1], at + chars)], fits);
}
