import type { Clock } from './times/clock.ts';

/** What a ticker does, and when. */
export interface TickerOptions {
  readonly clock: Clock;
  /** Does what is due at `now`, and tells when it wants to be called next (milliseconds since 1970), if it knows. */
  readonly tick: (now: number) => Promise<number | undefined>;
  /** Is called, before the tick, when the clock was put back since the last one; again if it rejects. */
  readonly clockWentBack?: ((now: number) => Promise<void>) | undefined;
  /** Is told of a failed tick; the next one comes all the same. */
  readonly onError: (error: unknown) => void;
  /** The longest sleep; the same clock is looked at again after it, whatever happened to it. Default: 30 s. */
  readonly maxSleepMs?: number | undefined;
}

export interface Ticker {
  /** Ticks as soon as possible, such as when a schedule was changed. */
  wake(): void;
  /** Ends it, after the tick that is under way. */
  close(): Promise<void>;
}

const MAX_SLEEP_MS = 30_000;
/** The shortest sleep, so that something that stays due does not keep the machine busy. */
const MIN_SLEEP_MS = 20;
/** Clocks are corrected by less than this without anything being wrong. */
const BACK_MS = 2000;

/**
 * Ticks at once and then whenever the next thing is due. Never sleeps long, because a timer counts neither the time that
 * a machine was suspended for nor what its clock was put forward by. Ticks do not overlap.
 */
export function startTicker({ clock, tick, clockWentBack, onError, maxSleepMs = MAX_SLEEP_MS }: TickerOptions): Ticker {
  let cancel = (): void => {};
  let running: Promise<void> | undefined;
  let last = clock.now();
  const state = { again: false, closed: false };

  async function once(): Promise<number | undefined> {
    const now = clock.now();
    try {
      if (now < last - BACK_MS) await clockWentBack?.(now);
      last = now;
      return await tick(now);
    } catch (error) {
      onError(error);
      return undefined;
    }
  }

  async function loop(): Promise<void> {
    let next: number | undefined;
    do {
      state.again = false;
      next = await once();
    } while (state.again && !state.closed);
    running = undefined;
    if (state.closed) return;
    const sleep = next === undefined ? maxSleepMs : Math.min(maxSleepMs, Math.max(MIN_SLEEP_MS, next - clock.now()));
    cancel = clock.after(sleep, start);
  }

  function start(): void {
    if (state.closed) return;
    cancel();
    running = loop();
  }

  start();
  return {
    wake() {
      if (running) state.again = true;
      else start();
    },
    async close() {
      state.closed = true;
      cancel();
      await running;
    },
  };
}
