/** Measures the work of a step. */
export interface Meter {
  /** Adds an amount of work. Returns true once a step's worth is done: the caller then yields. */
  spend(amount: number): boolean;
}

/** The work of one step: about three milliseconds of scanning words. */
export const STEP_WORK = 100_000;

/** Creates a meter for one computation. A unit of work is the cost of scanning one indexed word, about 30 ns. */
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
