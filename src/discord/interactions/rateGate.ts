/** How much a member may use within a time window. */
export interface RateLimit {
  readonly commands: number;
  readonly windowMs: number;
}

/**
 * The cost of a use: 1 for a command or button, a tenth for a list of suggestions, which is requested at each pause in
 * typing.
 */
export type Use = 'command' | 'suggestion';

/**
 * Whether a use is within the limit; if not, when the next one will be, and whether the member has been notified
 * already.
 */
export type Admission =
  | { readonly admitted: true }
  | { readonly admitted: false; readonly waitSeconds: number; readonly notified: boolean };

/** Counts uses per member over a sliding window. */
export interface RateGate {
  /** Counts a use at `now` (epoch ms). A refused use does not count. */
  enter(member: string, now: number, use?: Use): Admission;
}

/** In tenths of a command, so that sums stay integers. */
const COST: Readonly<Record<Use, number>> = { command: 10, suggestion: 1 };

interface Member {
  uses: { readonly at: number; readonly cost: number }[];
  /** Whether a command has been refused since the last allowed one. */
  notified: boolean;
}

/** Creates a rate gate. It forgets members once their window has passed. */
export function createRateGate({ commands, windowMs }: RateLimit): RateGate {
  const members = new Map<string, Member>();
  const limit = commands * COST.command;
  let swept = 0;
  const sweep = (now: number): void => {
    if (now - swept < windowMs) return;
    swept = now;
    for (const [id, { uses }] of members) if ((uses.at(-1)?.at ?? 0) <= now - windowMs) members.delete(id);
  };
  return {
    enter(id, now, use = 'command') {
      sweep(now);
      const member = members.get(id) ?? { uses: [], notified: false };
      members.set(id, member);
      member.uses = member.uses.filter(({ at }) => at > now - windowMs);
      const cost = COST[use];
      let excess = member.uses.reduce((sum, { cost: spent }) => sum + spent, cost) - limit;
      if (excess <= 0) {
        member.uses.push({ at: now, cost });
        if (use === 'command') member.notified = false;
        return { admitted: true };
      }
      const { notified } = member;
      if (use === 'command') member.notified = true;
      const freed = member.uses.find(({ cost: spent }) => (excess -= spent) <= 0)?.at ?? now;
      return { admitted: false, waitSeconds: Math.max(1, Math.ceil((freed + windowMs - now) / 1000)), notified };
    },
  };
}
