import type { ArticleId } from '../../src/article/article.ts';
import { createSchedule } from '../../src/schedule/schedules.ts';
import { openStore } from '../../src/store/store.ts';

export const DIGESTS = 10_000;
/** One of them is due, and all post in the server's one channel. */
const DIGESTS_PER_SERVER = 10;
export const DIGESTS_DUE = DIGESTS / DIGESTS_PER_SERVER;
const WRITTEN_AT_ONCE = 500;
/** When the ones that are due at once are due. */
export const DIGESTS_DUE_AT = Date.UTC(2026, 11, 1, 9);

/** Fills a database with digests of servers, given by their channel, one of ten due at nine o'clock, the others at other times of the day. */
export async function writeDigestSchedules(database: string, guilds: Readonly<Record<string, string>>): Promise<void> {
  const store = await openStore(database);
  const servers = Object.entries(guilds);
  const create = (at: number) => {
    const [channel, guild] = servers[Math.floor(at / DIGESTS_PER_SERVER)]!;
    const hour = at % DIGESTS_PER_SERVER === 0 ? 9 : 10 + (at % 13);
    return createSchedule(
      store,
      {
        guild,
        channel,
        name: `Digest ${at}`,
        content: { kind: 'sections', article: 'a' as ArticleId, length: 'brief', after: 'wrap' },
        rule: { kind: 'days', every: 1, times: [`${String(hour).padStart(2, '0')}:00`] },
        zone: ['Europe/London', 'UTC', 'Africa/Accra'][at % 3]!,
        late: { kind: 'late', hours: 6 },
        creator: '1',
      },
      { now: DIGESTS_DUE_AT - 3_600_000 },
    );
  };
  // Those that are written at the same time share a transaction; one after the other they would take minutes.
  for (let first = 0; first < DIGESTS; first += WRITTEN_AT_ONCE)
    await Promise.all(Array.from({ length: WRITTEN_AT_ONCE }, (_, at) => create(first + at)));
  await store.close();
}
