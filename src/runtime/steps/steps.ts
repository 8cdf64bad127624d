/**
 * A long computation that can be interrupted: each `next()` runs one step, about a millisecond, and the generator
 * returns the result. The caller decides what happens between two steps.
 */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Runs a computation to its end at once, and returns its result. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
