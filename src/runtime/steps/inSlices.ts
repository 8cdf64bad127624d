import { queue } from './createQueue.ts';
import type { Steps } from './steps.ts';

/** How long steps are taken one after another before others have their turn. */
const SLICE_MS = 4;

/**
 * Runs a long computation in slices, between which the event loop does what else there is; of all that are under way one
 * slice in each turn. Once `signal` is aborted it
 * goes no further, and the promise never settles.
 */
export async function inSlices<Result>(steps: Steps<Result>, signal?: AbortSignal): Promise<Result> {
  for (;;) {
    const end = performance.now() + SLICE_MS;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
    await queue.turn();
    if (signal?.aborted) return new Promise(() => {});
  }
}
