/** How many commands a member may use within a span of time. */
export interface RateLimit {
  readonly commands: number;
  readonly windowMs: number;
}

/** Counts commands by member, over a sliding window. */
export interface RateGate {
  /** Counts a use at `now` (epoch ms). Gives the seconds to wait, rounded up, where it is one too many; else 0. */
  enter(member: string, now: number): number;
}

/** Creates a gate that forgets members once their window has passed. */
export function createRateGate({ commands, windowMs }: RateLimit): RateGate {
  const uses = new Map<string, number[]>();
  let swept = 0;
  const sweep = (now: number): void => {
    if (now - swept < windowMs) return;
    swept = now;
    for (const [member, times] of uses) if (times.at(-1)! <= now - windowMs) uses.delete(member);
  };
  return {
    enter(member, now) {
      sweep(now);
      const recent = (uses.get(member) ?? []).filter((time) => time > now - windowMs);
      uses.set(member, recent);
      if (recent.length >= commands) return Math.max(1, Math.ceil((recent[0]! + windowMs - now) / 1000));
      recent.push(now);
      return 0;
    },
  };
}
