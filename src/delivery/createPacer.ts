/** Spreads attempts over time. */
export interface Pacer {
  /** Returns how many attempts may start now; time in milliseconds. */
  allowed(now: number): number;
  /** Counts attempts that have started. */
  spend(count: number): void;
  /** Returns the milliseconds until another one may start. */
  wait(now: number): number;
}

/** Allows `perSecond` attempts per second, evenly spread, and up to `burst` at once after a pause. */
export function createPacer({ perSecond, burst }: { readonly perSecond: number; readonly burst: number }): Pacer {
  let left = burst;
  let last: number | undefined;
  const refill = (now: number): void => {
    // If the clock was put back, nothing is gained or lost.
    const passed = Math.max(0, now - (last ?? now));
    left = Math.min(burst, left + (passed * perSecond) / 1000);
    last = now;
  };
  return {
    allowed(now) {
      refill(now);
      return Math.floor(left);
    },
    spend(count) {
      left -= count;
    },
    wait(now) {
      refill(now);
      return left >= 1 ? 0 : Math.ceil(((1 - left) * 1000) / perSecond);
    },
  };
}
