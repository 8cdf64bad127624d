import { z } from 'zod';

/**
 * What goes wrong on demand with the bot's requests. Without `method` and `path` every request is meant; `path` is a regular
 * expression over the path after `/api/v10`. `when: 'after'` lets the room carry the request out first, so that the bot does not
 * learn that it was accepted.
 */
export const faultSchema = z.object({
  method: z.string().optional(),
  path: z
    .string()
    .refine((source) => isPattern(source), 'not a regular expression')
    .optional(),
  /** Answers with this status (429 with `retry_after` seconds), cuts the connection, or only lets time pass. */
  kind: z.enum(['status', 'drop', 'delay']),
  when: z.enum(['before', 'after']).default('before'),
  status: z.int().min(400).max(599).default(500),
  retry_after: z.number().min(0).default(1),
  global: z.boolean().default(false),
  /** Discord's error code in the body. */
  code: z.int().default(0),
  delay_ms: z.union([z.number().min(0), z.tuple([z.number().min(0), z.number().min(0)])]).default(0),
  /** The share of matching requests that it strikes: 0 is none, 1 is all. */
  probability: z.number().min(0).max(1).default(1),
  /** After so many hits the fault is over. */
  times: z.int().min(0).optional(),
});

export type FaultInput = z.input<typeof faultSchema>;
type Fault = z.infer<typeof faultSchema>;

/** What is to go wrong with one request. */
export interface Trouble {
  readonly delayBeforeMs: number;
  readonly delayAfterMs: number;
  readonly outcome?: Fault;
}

export interface Faults {
  /** Replaces all faults. Throws a `ZodError` for what is none. */
  set(faults: readonly FaultInput[]): void;
  /** The faults with how often each has struck. */
  list(): readonly (Fault & { readonly hits: number })[];
  /** Decides what goes wrong with a request; counts the hits. */
  pick(method: string, path: string): Trouble;
}

/** Builds the faults of a room; `random` gives numbers from 0 to below 1. */
export function createFaults(random: () => number = Math.random): Faults {
  let faults: { fault: Fault; hits: number }[] = [];
  return {
    set(given) {
      faults = given.map((fault) => ({ fault: faultSchema.parse(fault), hits: 0 }));
    },
    list: () => faults.map(({ fault, hits }) => ({ ...fault, hits })),
    pick(method, path) {
      let delayBeforeMs = 0;
      let delayAfterMs = 0;
      for (const entry of faults) {
        const { fault } = entry;
        if (!matches(fault, method, path)) continue;
        if (fault.times !== undefined && entry.hits >= fault.times) continue;
        if (fault.probability < 1 && random() >= fault.probability) continue;
        entry.hits += 1;
        const delay = delayOf(fault, random);
        if (fault.when === 'before') delayBeforeMs += delay;
        else delayAfterMs += delay;
        if (fault.kind !== 'delay') return { delayBeforeMs, delayAfterMs, outcome: fault };
      }
      return { delayBeforeMs, delayAfterMs };
    },
  };
}

function matches(fault: Fault, method: string, path: string): boolean {
  if (fault.method !== undefined && fault.method.toUpperCase() !== method) return false;
  return fault.path === undefined || new RegExp(fault.path).test(path);
}

function delayOf(fault: Fault, random: () => number): number {
  if (typeof fault.delay_ms === 'number') return fault.delay_ms;
  const [from, to] = fault.delay_ms;
  return from + (to - from) * random();
}

function isPattern(source: string): boolean {
  try {
    return RegExp(source) instanceof RegExp;
  } catch {
    return false;
  }
}
