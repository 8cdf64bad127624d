/** Counts work in progress, and refuses new work once closed. */
export interface InFlight {
  /** Runs work, unless closed. */
  run(work: () => Promise<void>): Promise<void>;
  /** Takes no more work, and waits up to `deadlineMs` for work in progress. Returns how many tasks are unfinished. */
  close(deadlineMs: number): Promise<number>;
}

export function createInFlight(): InFlight {
  const begun = new Set<Promise<void>>();
  let closed = false;
  return {
    async run(work) {
      if (closed) return;
      const running = work();
      begun.add(running);
      await running.finally(() => begun.delete(running));
    },
    async close(deadlineMs) {
      closed = true;
      const { promise: deadline, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, deadlineMs);
      await Promise.race([Promise.allSettled(begun), deadline]);
      clearTimeout(timer);
      return begun.size;
    },
  };
}
