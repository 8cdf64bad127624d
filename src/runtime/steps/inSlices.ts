import { queue } from './createQueue.ts';
import type { Steps } from './steps.ts';

/** How long steps run one after another before yielding to the event loop. */
const SLICE_MS = 4;

/**
 * Runs a long computation in slices, and yields to the event loop between them; of all computations in progress, one
 * slice runs per turn. One that is started when the slice of this turn is over waits for its own: however many are started at
 * once, they hold the event loop for a slice and a step. Once `signal` is aborted it goes no further, and the promise never settles.
 */
export async function inSlices<Result>(steps: Steps<Result>, signal?: AbortSignal): Promise<Result> {
  if (performance.now() >= endOfSlice()) {
    await queue.turn();
    if (signal?.aborted) return new Promise(() => {});
  }
  for (;;) {
    const end = endOfSlice();
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
    await queue.turn();
    if (signal?.aborted) return new Promise(() => {});
  }
}

let current: number | undefined;

/**
 * Returns when the slice of this turn of the event loop ends, by `performance.now()`. Computations that follow one
 * another in one turn share it: thousands that are each shorter than a slice would otherwise never yield.
 */
export function endOfSlice(): number {
  if (current === undefined) {
    current = performance.now() + SLICE_MS;
    setImmediate(() => (current = undefined));
  }
  return current;
}
