/** Counts the work of a step. */
export interface Meter {
  /** Adds an amount of work, and returns true when a step's worth is done: the caller yields then. */
  spend(amount: number): boolean;
}

/** What one step may do: about three milliseconds of looking at words one after another. */
export const STEP_WORK = 100_000;

/** Creates a meter for one computation. A unit of work is what looking at one indexed word costs, some 30 ns. */
export function createMeter(): Meter {
  let done = 0;
  return {
    spend(amount) {
      done += amount;
      if (done < STEP_WORK) return false;
      done = 0;
      return true;
    },
  };
}
