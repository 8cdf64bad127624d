import type { Clock } from '../schedule/times/clock.ts';
import { readRun } from '../schedule/runs/history.ts';
import type { Run } from '../schedule/runs/run.ts';
import type { Store } from '../store/store.ts';

/** How long a run is followed, and how often it is checked. */
const FOLLOW_MS = 15_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 500;

/**
 * Waits until a run is finished, whichever process attempts it. Returns its final state; or its unfinished state after
 * 15 seconds, or as soon as its next attempt is known to be later than that; undefined if it was deleted.
 */
export async function followRun(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  id: string,
): Promise<Run | undefined> {
  const deadline = clock.now() + FOLLOW_MS;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(LONGEST_PAUSE_MS, 2 * pause)) {
    const run = await readRun(store, id);
    const waits = run?.state === 'pending' || run?.state === 'claimed';
    if (!waits || clock.now() >= deadline) return run;
    if (run.state === 'pending' && run.notBefore > deadline) return run;
    await new Promise<void>((resolve) => void clock.after(pause, resolve));
  }
}
