import { setTimeout } from 'node:timers/promises';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { DELIVERY_TIMES } from '../../src/delivery/delivery.ts';
import { startDelivery } from '../../src/delivery/startDelivery.ts';
import { createOutbox } from '../../src/discord/posting/createOutbox.ts';
import { createMetrics } from '../../src/runtime/metrics.ts';
import { systemClock } from '../../src/schedule/times/clock.ts';
import { countRuns } from '../../src/schedule/runs/history.ts';
import { resync } from '../../src/schedule/runs/resync.ts';
import { openStore } from '../../src/store/store.ts';
import { DIGESTS, DIGESTS_DUE, DIGESTS_DUE_AT } from './digestSchedules.ts';
import type { DigestReport } from './digests.ts';

/** The process whose memory and processor time are measured. */
interface Setting {
  readonly database: string;
  readonly api: string;
  readonly token: string;
  readonly bot: string;
  /** The server of each channel. */
  readonly guilds: Readonly<Record<string, string>>;
}

const IDLE_MS = 15_000;
const MINUTE_MS = 60_000;
const setting = JSON.parse(process.env['DIGESTS'] ?? '') as Setting;
const store = await openStore(setting.database);
globalThis.gc!();
const emptyMb = process.memoryUsage().rss / 2 ** 20;

const started = performance.now();
await resync(store, DIGESTS_DUE_AT - 1_800_000);
const startMs = performance.now() - started;
const shift = DIGESTS_DUE_AT - 2000 - Date.now();
const clock = { ...systemClock, now: () => Date.now() + shift };
const delivery = startDelivery({
  store,
  outbox: createOutbox({
    ...setting,
    look: async (channel) => ({
      kind: 'channel',
      type: 0,
      guild: setting.guilds[channel]!,
      permissions: PermissionFlagsBits.Administrator,
    }),
  }),
  render: async ({ run, position }) => ({
    kind: 'message',
    payload: { content: `digest ${run.id}` },
    title: 'Digest',
    next: position + 1,
  }),
  notify: async () => true,
  clock,
  random: Math.random,
  times: DELIVERY_TIMES,
  metrics: createMetrics(),
  log: {
    info: () => {},
    warn: () => {},
    error: (event, message) => 'err' in event && console.error(message, event['err']),
  },
});
for (;;) {
  const { posted, failed, uncertain } = await countRuns(store);
  if (failed + uncertain > 0) throw new Error(`Cannot measure digests: ${failed} failed, ${uncertain} are uncertain`);
  if (posted >= DIGESTS_DUE) break;
  await setTimeout(200);
}
const rows = await store.db.selectFrom('occurrence').select(['due', 'finished_at']).execute();
const lateness = rows.map(({ due, finished_at: at }) => (at ?? Infinity) - due).sort((a, b) => a - b);
await setTimeout(3000);
const before = process.cpuUsage();
await setTimeout(IDLE_MS);
const { user, system } = process.cpuUsage(before);
globalThis.gc!();
const report: DigestReport = {
  schedules: DIGESTS,
  posted: rows.length,
  lateness,
  seconds: lateness.at(-1)! / 1000,
  startMs,
  rssMb: process.memoryUsage().rss / 2 ** 20,
  emptyMb,
  idleCpuMs: ((user + system) / 1000) * (MINUTE_MS / IDLE_MS),
};
process.send!(report);
await delivery.close();
process.disconnect();
