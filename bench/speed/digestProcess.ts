import { setTimeout } from 'node:timers/promises';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { ArticleId } from '../../src/article/article.ts';
import { DELIVERY_TIMES } from '../../src/delivery/delivery.ts';
import { startDelivery } from '../../src/delivery/startDelivery.ts';
import { createOutbox } from '../../src/discord/createOutbox.ts';
import { createMetrics } from '../../src/metrics/metrics.ts';
import { systemClock } from '../../src/schedule/clock.ts';
import { countRuns } from '../../src/schedule/history.ts';
import { resync } from '../../src/schedule/resync.ts';
import { createSchedule } from '../../src/schedule/schedules.ts';
import { openStore } from '../../src/store/store.ts';
import type { DigestReport } from './digests.ts';

/** The process whose memory and processor time are measured. */
interface Setting {
  readonly file: string;
  readonly api: string;
  readonly token: string;
  readonly bot: string;
  readonly guild: string;
  readonly channels: readonly string[];
}

const SCHEDULES = 10_000;
const DUE = 1000;
const AT = Date.UTC(2026, 11, 1, 9);
const IDLE_MS = 60_000;
const setting = JSON.parse(process.env['DIGESTS'] ?? '') as Setting;
const { guild, channels } = setting;
const store = await openStore(setting.file);
globalThis.gc!();
const emptyMb = process.memoryUsage().rss / 2 ** 20;

const began = AT - 86_400_000;
for (let at = 0; at < SCHEDULES; at += 1) {
  // One of ten is due at nine, the others at other times of the day.
  const hour = at % (SCHEDULES / DUE) === 0 ? 9 : 10 + (at % 13);
  await createSchedule(
    store,
    {
      guild: `${guild}${Math.floor(at / 25)}`,
      channel: channels[Math.floor(at / (SCHEDULES / DUE)) % channels.length]!,
      name: `Digest ${at}`,
      content: { kind: 'sections', article: 'a' as ArticleId, length: 'brief', after: 'wrap' },
      rule: { kind: 'days', every: 1, times: [`${String(hour).padStart(2, '0')}:00`] },
      zone: ['Europe/London', 'UTC', 'Africa/Accra'][at % 3]!,
      late: { kind: 'late', hours: 6 },
      creator: '1',
    },
    { now: began + 86_400_000 - 3_600_000 },
  );
}

const started = performance.now();
await resync(store, AT - 1_800_000);
const startMs = performance.now() - started;
const shift = AT - 2000 - Date.now();
const clock = { ...systemClock, now: () => Date.now() + shift };
const delivery = startDelivery({
  store,
  outbox: createOutbox({
    ...setting,
    look: async () => ({ kind: 'channel', type: 0, guild, permissions: PermissionFlagsBits.Administrator }),
  }),
  render: async ({ run, position }) => ({
    kind: 'message',
    payload: { content: `digest ${run.id}` },
    title: 'Digest',
    next: position + 1,
  }),
  tell: async () => true,
  clock,
  random: Math.random,
  times: DELIVERY_TIMES,
  metrics: createMetrics(),
  log: (event, message) => 'err' in event && console.error(message, event['err']),
});
while ((await countRuns(store)).posted < DUE) await setTimeout(200);
const rows = await store.db.selectFrom('occurrence').select(['due', 'finished_at']).execute();
const lateness = rows.map(({ due, finished_at: at }) => (at ?? Infinity) - due).sort((a, b) => a - b);
await setTimeout(3000);
const before = process.cpuUsage();
await setTimeout(IDLE_MS);
const { user, system } = process.cpuUsage(before);
globalThis.gc!();
const report: DigestReport = {
  schedules: SCHEDULES,
  posted: rows.length,
  lateness,
  seconds: lateness.at(-1)! / 1000,
  startMs,
  rssMb: process.memoryUsage().rss / 2 ** 20,
  emptyMb,
  idleCpuMs: (user + system) / 1000,
};
process.send!(report);
await delivery.close();
process.disconnect();
