/** The room's time, in milliseconds since 1970, and its timers. */
interface RoomClock {
  now(): number;
  /** Runs `task` once `delayMs` have passed; the returned function cancels it. */
  after(delayMs: number, task: () => void): () => void;
}

/** A clock that can be put forward, so that a test need not wait 15 minutes. */
export interface ShiftableClock extends RoomClock {
  /** Puts the clock forward and runs what has fallen due. */
  advance(ms: number): void;
  /** Cancels every timer. */
  stop(): void;
}

/** Builds a clock that runs with the machine's, or with `base`, and can be put forward besides. */
export function createClock(base: () => number = Date.now): ShiftableClock {
  let offset = 0;
  const timers = new Set<{ due: number; task: () => void; handle: NodeJS.Timeout }>();

  const now = (): number => base() + offset;
  const arm = (timer: { due: number; task: () => void }): NodeJS.Timeout =>
    setTimeout(
      () => fire(timer as { due: number; task: () => void; handle: NodeJS.Timeout }),
      Math.min(Math.max(0, timer.due - now()), 2 ** 31 - 1),
    );
  const fire = (timer: { due: number; task: () => void; handle: NodeJS.Timeout }): void => {
    if (!timers.has(timer)) return;
    if (timer.due > now()) {
      timer.handle = arm(timer);
      return;
    }
    timers.delete(timer);
    clearTimeout(timer.handle);
    timer.task();
  };

  return {
    now,
    after(delayMs, task) {
      const timer = { due: now() + delayMs, task } as { due: number; task: () => void; handle: NodeJS.Timeout };
      timer.handle = arm(timer);
      timers.add(timer);
      return () => {
        clearTimeout(timer.handle);
        timers.delete(timer);
      };
    },
    advance(ms) {
      offset += ms;
      for (const timer of [...timers].toSorted((a, b) => a.due - b.due)) {
        if (timer.due <= now()) {
          fire(timer);
        } else {
          clearTimeout(timer.handle);
          timer.handle = arm(timer);
        }
      }
    },
    stop() {
      for (const timer of timers) clearTimeout(timer.handle);
      timers.clear();
    },
  };
}
