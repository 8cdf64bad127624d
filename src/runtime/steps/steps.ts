/**
 * A long computation that can be interrupted: it goes a step further at each `next()`, a millisecond or so, and returns its
 * result at the end. Who runs it decides what may happen between two steps.
 */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Runs a computation to its end at once, and gives its result. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
