import { z } from 'zod';
import type { FaultInput } from 'discord-room/fault';

/** What the chaos test's processes are told, as JSON in `CHAOS`. */
export const chaosSettingSchema = z.object({
  /** A SQLite file, or the URL of a PostgreSQL database. */
  database: z.string(),
  /** An empty folder of articles, for processes that share the gateway. */
  corpus: z.string().optional(),
  api: z.string(),
  token: z.string(),
  bot: z.string(),
  guild: z.string(),
  /** Channel types by id. */
  channels: z.record(z.string(), z.number()),
  adminChannel: z.string(),
  user: z.string(),
  owner: z.string(),
});
export type ChaosSetting = z.infer<typeof chaosSettingSchema>;

/** The periods of delivery, shorter than in use so that a minute shows what would take hours. */
export const CHAOS_TIMES = {
  leaseMs: 3000,
  sendTimeoutMs: 5000,
  // A request may wait five seconds for the one before it, and be accepted six seconds after it was cut off.
  flightMs: 14_000,
  giveUpMs: 3_600_000,
  lateMs: 300_000,
  queueMs: 1_800_000,
  backoffMs: [300, 5000],
} as const;

/** What goes wrong while chaos reigns. The room also forgets nonces after a second. */
export const CHAOS_NONCE_MEMORY_MS = 1000;
export const CHAOS_FAULTS: readonly FaultInput[] = [
  { kind: 'delay', delay_ms: [0, 6000], probability: 0.15 },
  { kind: 'delay', when: 'after', delay_ms: [0, 6000], probability: 0.1 },
  { kind: 'status', status: 429, retry_after: 0.7, probability: 0.06 },
  { kind: 'status', status: 500, probability: 0.04 },
  { kind: 'status', status: 502, when: 'after', probability: 0.04 },
  { kind: 'drop', probability: 0.05 },
  { kind: 'drop', when: 'after', probability: 0.05 },
];
