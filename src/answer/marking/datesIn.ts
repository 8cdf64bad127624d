import { dateSteps } from '../../language/dates/dateExpressions.ts';
import type { Span } from '../../language/span.ts';
import type { Steps } from '../../runtime/steps/steps.ts';

/** A time of day: "6 p.m.", "18:30". */
const CLOCK =
  /(?<![\p{L}\p{N}.,:])(?:[01]?\p{Nd}|2[0-3])(?:[:.][0-5]\p{Nd})?(?: ?[ap]\.?m\.?(?![\p{L}\p{N}])|(?<=[:.]\p{Nd}\p{Nd})(?![\p{N}:]))/giu;
/** What parts two halves of one date: "6 p.m. on Saturday", "Saturday, 18 May". */
const WITHIN = /^(?:,? (?:on |of |in |the |at )?|, ?)$/u;

/** Finds the dates and times of day of a text, each with what belongs to it: weekday, year, hour. */
export function* datesIn(text: string): Steps<readonly Span[]> {
  const found: Span[] = [];
  const clocks = Array.from(text.matchAll(CLOCK), ({ 0: clock, index }): Span => [index, index + clock.length]);
  const dates = (yield* dateSteps(text)).map(({ span }) => span);
  for (const span of [...clocks, ...dates].sort(([a], [b]) => a - b)) {
    const before = found.at(-1);
    if (before && (span[0] < before[1] || WITHIN.test(text.slice(before[1], span[0]))))
      found[found.length - 1] = [before[0], Math.max(before[1], span[1])];
    else found.push(span);
  }
  return found;
}
