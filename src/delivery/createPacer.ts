/** Spreads attempts over time. */
export interface Pacer {
  /** Tells how many attempts may begin at this moment, in milliseconds. */
  allowed(now: number): number;
  /** Counts attempts that have begun. */
  spend(count: number): void;
  /** Tells how long it is until another may begin, in milliseconds. */
  wait(now: number): number;
}

/** Lets `perSecond` attempts begin in each second, evenly, and `burst` at once after a rest. */
export function createPacer({ perSecond, burst }: { readonly perSecond: number; readonly burst: number }): Pacer {
  let left = burst;
  let last: number | undefined;
  const refill = (now: number): void => {
    // A clock that was put back gives nothing, and takes nothing.
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
