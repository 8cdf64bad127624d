import type { Clock } from './times/clock.ts';

/** What a ticker does, and when. */
export interface TickerOptions {
  readonly clock: Clock;
  /** Does what is due at `now`, and returns when to call it next (milliseconds since 1970), if known. */
  readonly tick: (now: number) => Promise<number | undefined>;
  /** Called before the tick if the clock was put back since the last one; called again if it rejects. */
  readonly clockWentBack?: ((now: number) => Promise<void>) | undefined;
  /** Called with the error of a failed tick; ticking continues. */
  readonly onError: (error: unknown) => void;
  /** The longest sleep, after which the clock is checked again. Default: 30 s. */
  readonly maxSleepMs?: number | undefined;
}

export interface Ticker {
  /** Ticks as soon as possible, for example because a schedule was changed. */
  wake(): void;
  /** Stops after the tick in progress. */
  close(): Promise<void>;
}

const MAX_SLEEP_MS = 30_000;
/** The shortest sleep, so that something that stays due does not keep the machine busy. */
const MIN_SLEEP_MS = 20;
/** Clock corrections smaller than this are normal. */
const BACK_MS = 2000;

/**
 * Ticks immediately, and then whenever something is due. Never sleeps long, because a timer counts neither the time a
 * machine was suspended nor changes of its clock. Ticks do not overlap.
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
